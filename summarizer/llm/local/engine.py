"""The embedded engine, seen from the parent: start it, ask it, keep what it read, end it."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from summarizer.errors import EngineError, MissingExtraError
from summarizer.llm.local import worker
from summarizer.llm.local.endpoint import Endpoint
from summarizer.llm.local.states import StateStore
from summarizer.llm.local.weights import Weights
from summarizer.llm.local.worker import WorkerSettings

CONTEXT_TOKENS = 8192
START_SECONDS = 120.0
STOP_SECONDS = 5.0


@dataclass
class Engine:
    """A running model server on a loopback port, private to this process; ends with it."""

    base_url: str
    api_key: str = field(repr=False)
    model: str
    version: str
    _process: subprocess.Popen[bytes] = field(repr=False)
    _endpoint: Endpoint = field(repr=False)
    _states: StateStore | None = field(repr=False)

    @classmethod
    def start(
        cls,
        weights: Weights,
        *,
        context_tokens: int = CONTEXT_TOKENS,
        threads: int | None = None,
        state_dir: Path | None = None,
        log_file: Path | None = None,
        start_seconds: float = START_SECONDS,
        on_event: Callable[[str], None] | None = None,
    ) -> Self:
        """Start the server and wait until the model is loaded; EngineError says why it did not."""
        if find_spec("xllamacpp") is None:
            raise MissingExtraError("the embedded model", "local")
        if on_event is not None:
            on_event("loading the model")
        if state_dir is not None:
            state_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings: WorkerSettings = {
            "model": str(weights.path),
            "api_key": secrets.token_urlsafe(24),
            "context_tokens": context_tokens,
            "threads": threads or usable_cores(),
            "state_dir": f"{state_dir}/" if state_dir else "",
            "log": str(log_file or os.devnull),
        }
        process = _spawn(settings)
        try:
            reply = _await_reply(process, start_seconds)
        except BaseException:
            _end(process)
            raise
        version = f"xllamacpp {reply['version']}"
        fits = f"{weights.id}\n{version}\n{context_tokens}"
        return cls(
            base_url=f"{reply['url']}/v1",
            api_key=settings["api_key"],
            model=weights.name,
            version=version,
            _process=process,
            _endpoint=Endpoint(reply["url"], settings["api_key"]),
            _states=StateStore(state_dir, fits) if state_dir else None,
        )

    def tokenize(self, text: str) -> int:
        """Count the tokens of `text` as this model cuts it."""
        return len(self._endpoint.post("/tokenize", {"content": text})["tokens"])

    def save_state(self, name: str) -> None:
        """Keep what the engine has read so far under `name`; without a state folder, nothing."""
        if self._states is not None:
            self._states.save(name, lambda file: self._slot("save", file))

    def restore_state(self, name: str) -> bool:
        """Bring back what was kept under `name`; False where nothing fitting is there."""
        path = self._states.find(name) if self._states is not None else None
        if path is None:
            return False
        try:
            self._slot("restore", path.name)
        except EngineError:
            path.unlink(missing_ok=True)
            return False
        return True

    def _slot(self, action: str, file: str) -> None:
        self._endpoint.post(f"/slots/0?action={action}", {"filename": file})

    def close(self) -> None:
        """End the server; harmless when it has ended."""
        _end(self._process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def usable_cores() -> int:
    """Count the cores this process may run on; a container may have fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _spawn(settings: WorkerSettings) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(  # noqa: S603 - our own interpreter on our own file
        [sys.executable, "-P", worker.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # the terminal's Ctrl-C goes to the parent alone
    )
    pipe = _open_pipe(process.stdin)
    try:
        pipe.write(json.dumps(settings).encode() + b"\n")
        pipe.flush()
    except BrokenPipeError:
        pass  # it died at once; waiting for its answer tells how
    return process


def _await_reply(process: subprocess.Popen[bytes], seconds: float) -> dict[str, str]:
    """Read the worker's one line; a timer ends a worker that never answers."""
    pipe = _open_pipe(process.stdout)
    late = threading.Event()

    def give_up() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, give_up)
    timer.start()
    try:
        line = pipe.readline()
    finally:
        timer.cancel()
    if late.is_set():
        raise EngineError(
            f"the embedded engine did not start within {seconds:.0f} s",
            hint="the machine is busy or the disk slow: try again",
        )
    if not line:
        raise _died(process.wait())
    reply: dict[str, str] = json.loads(line)
    if "error" in reply:
        raise EngineError(
            f"the embedded engine did not start: {reply['error']}",
            hint="--verbose keeps the engine's log, which says more",
        )
    return reply


def _died(code: int) -> EngineError:
    if code == -9:
        return EngineError(
            "the embedded engine was killed while it started, most likely for lack of memory",
            hint="it needs about 2.5 GB: close other programs, or use a hosted model with --model",
        )
    return EngineError(
        f"the embedded engine ended while it started (exit {code})",
        hint="--verbose keeps the engine's log, which says more",
    )


def _open_pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EngineError("the embedded engine was started without its pipes")
    return pipe


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.stdin is not None:
        process.stdin.close()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
