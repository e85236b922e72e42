"""The engine's child process: started, listened to for its one answer, ended."""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
from typing import IO

from summarizer.errors import EngineError
from summarizer.llm.local import worker
from summarizer.llm.local.worker import WorkerSettings

LOG_HINT = "--verbose keeps the engine's log, which says more"


def start_child(
    settings: WorkerSettings, seconds: float, *, script: str = worker.__file__
) -> tuple[subprocess.Popen[bytes], dict[str, str]]:
    """Run the worker until it has loaded the model; return it with its answer {url, version}.

    The settings go through the pipe, not the command line, which every user of the machine can see.
    """
    process = subprocess.Popen(  # noqa: S603 - our own interpreter on our own file
        [sys.executable, "-P", script],  # -P: no module from the file's own folder
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # the terminal's Ctrl-C goes to the parent alone
    )
    try:
        _send(process.stdin, settings)
        return process, _answer(process, seconds)
    except BaseException:
        end_child(process)
        raise


def end_child(process: subprocess.Popen[bytes]) -> None:
    """Kill the worker and see it gone: it has nothing to lose, and is deaf while it loads."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.wait()


def death_of(process: subprocess.Popen[bytes], when: str) -> EngineError:
    """Say how a worker that closed its pipe ended, and what most likely helps."""
    code = process.wait()
    if code == -signal.SIGKILL:
        return EngineError(
            f"the embedded engine was killed {when}, most likely for lack of memory",
            hint="it needs about 2.5 GB: close other programs, or take a hosted model with --model",
        )
    how = signal.Signals(-code).name if code < 0 else f"exit {code}"
    return EngineError(f"the embedded engine died {when} ({how})", hint=LOG_HINT)


def _send(pipe: IO[bytes] | None, settings: WorkerSettings) -> None:
    if pipe is None:
        raise EngineError("the embedded engine was started without a pipe")
    try:
        pipe.write(json.dumps(settings).encode() + b"\n")
        pipe.flush()
    except BrokenPipeError:
        return  # it died at once; waiting for its answer tells how


def _answer(process: subprocess.Popen[bytes], seconds: float) -> dict[str, str]:
    pipe = process.stdout
    if pipe is None:
        raise EngineError("the embedded engine was started without a pipe")
    readable, _, _ = select.select([pipe], [], [], seconds)
    if not readable:
        process.kill()
        raise EngineError(
            f"the embedded engine did not start within {seconds:.0f} s",
            hint="the machine is busy or the disk slow: try again",
        )
    line = pipe.readline()
    if not line:
        raise death_of(process, "while it started")
    reply: dict[str, str] = json.loads(line)
    if "error" in reply:
        raise EngineError(f"the embedded engine did not start: {reply['error']}", hint=LOG_HINT)
    return reply
