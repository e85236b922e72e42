"""The embedded engine, seen from the parent: start it, ask it, keep what it read, end it."""

from __future__ import annotations

import secrets
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from summarizer.errors import EngineError, MissingExtraError
from summarizer.llm.local.child import death_of, end_child, start_child
from summarizer.llm.local.endpoint import Endpoint
from summarizer.llm.local.states import StateStore
from summarizer.llm.local.tuning import ENVIRONMENT, PARAMS, core_counts
from summarizer.llm.local.weights import Weights
from summarizer.llm.local.worker import WorkerSettings

CONTEXT_TOKENS = 8192
START_SECONDS = 180.0
DEATH_SECONDS = 1.0  # between a broken connection and the end of the process that broke it


def require_engine() -> None:
    """Find out whether the engine is installed; MissingExtraError if not."""
    if find_spec("xllamacpp") is None:
        raise MissingExtraError("the embedded model", "local")


@dataclass(frozen=True)
class Engine:
    """A running model server on a loopback port, private to this process; ends with it.

    `base_url` and `api_key` are for an OpenAI client, which must not trust the environment's
    proxies. `version` and the weights' id belong into what is published.
    """

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
        params: Mapping[str, Any] | None = None,
        on_event: Callable[[str], None] | None = None,
    ) -> Self:
        """Start the server and wait until the model is loaded; EngineError says why it did not.

        Saved states go to `state_dir`, without it nothing is kept. `threads` is by default the
        number of cores this process may use. `params` go to the engine as they are, by xllamacpp's
        names. `on_event` hears "loading" and "ready".
        """
        require_engine()
        tell = on_event or _stay_silent
        states = _open_states(state_dir)
        settings: WorkerSettings = {
            "model": str(weights.path),
            "name": weights.name,
            "api_key": secrets.token_urlsafe(24),
            "environment": ENVIRONMENT,
            "params": {**PARAMS, **core_counts(threads), "n_ctx": context_tokens, **(params or {})},
            "state_dir": f"{states.folder}/" if states is not None else "",
            "quiet": log_file is None,
        }
        tell("loading")
        process, reply = start_child(settings, start_seconds, log_file=log_file)
        tell("ready")
        version = f"xllamacpp {reply['version']}"
        fit = f"{weights.id}\n{version}\n{context_tokens}"
        return cls(
            base_url=f"{reply['url']}/v1",
            api_key=settings["api_key"],
            model=weights.name,
            version=version,
            _process=process,
            _endpoint=Endpoint(reply["url"], settings["api_key"]),
            _states=states.fitting(fit) if states is not None else None,
        )

    def prepare(self, messages: list[dict[str, str]], name: str) -> bool:
        """Let the engine hold the static start of a request; True where it was on disk already.

        The last of `messages` ends where the text that varies begins. What was read is kept under
        `name`, and is bit for bit what a later `prepare` brings back: calls that each begin with it
        give the same answer to the same request.
        """
        if self.restore_state(name):
            return True
        mark = secrets.token_hex(8)
        *before, last = messages
        marked = [*before, {**last, "content": last["content"] + mark}]
        prompt = self.post("/apply-template", {"messages": marked})["prompt"]
        start = prompt.partition(mark)[0]
        self.post("/completion", {"prompt": start, "n_predict": 0, "cache_prompt": True})
        self.save_state(name)
        return False

    def save_state(self, name: str) -> bool:
        """Keep all that the engine has read for its last request; False where it cannot be kept.

        A full disk costs the time to read again, no more.
        """
        if self._states is None:
            return False
        try:
            self._states.save(name, lambda file: int(self._slot("save", file)["n_written"]))
        except (OSError, EngineError):
            self.check()
            return False
        return True

    def restore_state(self, name: str) -> bool:
        """Bring back what was kept under `name`; False where nothing that fits is there."""
        path = self._states.find(name) if self._states is not None else None
        if path is None:
            return False
        try:
            self._slot("restore", path.name)
        except EngineError:
            path.unlink(missing_ok=True)
            self.check()
            return False
        return True

    def tokenize(self, text: str) -> int:
        """Count the tokens of `text` as this model cuts it."""
        return len(self.post("/tokenize", {"content": text})["tokens"])

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Ask one of the server's endpoints that the OpenAI client does not know."""
        try:
            return self._endpoint.post(path, body)
        except (OSError, HTTPException, ValueError) as error:
            self.check(DEATH_SECONDS)
            reason = f"the embedded engine stopped answering: {error}"
            raise EngineError(reason, hint="run it again") from error

    @property
    def process_id(self) -> int:
        """The child process, for whoever wants to measure it."""
        return self._process.pid

    def check(self, seconds: float = 0) -> None:
        """Raise EngineError with the reason if the engine has died, or does so in this time."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        if self._process.poll() is not None:
            raise death_of(self._process, "at work")

    def close(self) -> None:
        """End the server; harmless when it has ended."""
        end_child(self._process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _slot(self, action: str, file: str) -> dict[str, Any]:
        return self.post(f"/slots/0?action={action}", {"filename": file})


def _open_states(folder: Path | None) -> StateStore | None:
    """Open the folder if it can be used: states save time and are worth no error."""
    if folder is None:
        return None
    try:
        return StateStore.open(folder)
    except OSError:
        return None


def _stay_silent(_event: str) -> None:
    """Stand in for an event callback that nobody gave."""
