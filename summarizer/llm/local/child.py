"""The engine's child process: started, listened to for its one answer, ended."""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import IO

from summarizer.errors import EngineError, OutputError
from summarizer.llm.local import worker
from summarizer.llm.local.worker import WorkerSettings

LAST_WORDS_SECONDS = 5.0
MEMORY_HINT = "it needs about 2.5 GB: close other programs, or take a hosted model with --model"
FILE_HINT = "the model file may be damaged, or of a kind that this engine does not know"
OTHER_HINT = "run it again; if that does not help, another machine or a hosted model with --model"
HINTS: dict[int, str] = {
    signal.SIGKILL: MEMORY_HINT,
    signal.SIGILL: "the engine needs a processor with AVX2: take a hosted model with --model",
}


def start_child(
    settings: WorkerSettings,
    seconds: float,
    *,
    log_file: Path | None = None,
    script: str = worker.__file__,
) -> tuple[subprocess.Popen[bytes], dict[str, str]]:
    """Run the worker until it has loaded the model; return it with its answer {url, version}.

    The settings go through the pipe, not the command line, which every user of the machine can see.
    """
    with _open_log(log_file) as log:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter on our own file
            [sys.executable, "-P", script],  # -P: no module from the file's own folder
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,  # the terminal's Ctrl-C goes to the parent alone
        )
        try:
            _send(process.stdin, settings)
            return process, _answer(process, seconds, log)
        except BaseException:
            end_child(process)
            raise


def end_child(process: subprocess.Popen[bytes]) -> None:
    """Kill the worker and see it gone: it has nothing to lose, and is deaf while it loads."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # it died before it had read what it was told
                pipe.close()
    process.wait()


def death_of(process: subprocess.Popen[bytes], when: str, reason: str = "") -> EngineError:
    """Say how a worker that closed its pipe ended, and what most likely helps."""
    code = process.wait()
    if code == -signal.SIGKILL:
        reason = "most likely for lack of memory"
    how = (
        f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
    )
    return EngineError(
        f"the embedded engine {how} {when}" + (f": {reason}" if reason else ""),
        hint=HINTS.get(-code, OTHER_HINT),
    )


def _open_log(path: Path | None) -> IO[bytes]:
    """Open the file for what the engine says; without a path one that vanishes when closed."""
    if path is None:
        return tempfile.TemporaryFile()
    try:
        path.unlink(missing_ok=True)
        path.touch(mode=0o600)
        return path.open("r+b")
    except OSError as error:
        reason = f"the engine's log {path} cannot be written: {error.strerror}"
        raise OutputError(reason, hint="name another file for it") from error


def _send(pipe: IO[bytes] | None, settings: WorkerSettings) -> None:
    if pipe is None:
        raise EngineError(
            "the embedded engine was started without a pipe", hint="start it by Engine.start"
        )
    try:
        pipe.write(json.dumps(settings).encode() + b"\n")
        pipe.flush()
    except BrokenPipeError:
        return  # it died at once; waiting for its answer tells how


def _answer(process: subprocess.Popen[bytes], seconds: float, log: IO[bytes]) -> dict[str, str]:
    pipe = process.stdout
    if pipe is None:
        raise EngineError(
            "the embedded engine was started without a pipe", hint="start it by Engine.start"
        )
    readable, _, _ = select.select([pipe], [], [], seconds)
    if not readable:
        raise EngineError(
            f"the embedded engine did not start within {seconds:.0f} s",
            hint="the machine is busy or the disk slow: try again",
        )
    line = pipe.readline()
    if not line:
        raise death_of(process, "while it started", _first_complaint(log))
    reply: dict[str, str] = json.loads(line)
    if "error" in reply:
        with suppress(subprocess.TimeoutExpired):
            process.wait(LAST_WORDS_SECONDS)  # it writes its log until it ends
        reason = _first_complaint(log) or reply["error"]
        hint = MEMORY_HINT if "allocate" in reason else FILE_HINT
        raise EngineError(f"the embedded engine did not start: {reason}", hint=hint)
    return reply


def _first_complaint(log: IO[bytes]) -> str:
    """Return what the log's first error says: later ones only say that something failed.

    The engine's lines read "0.01.227.588 E function: message"; a traceback has its error last.
    """
    log.seek(0)
    lines = log.read().decode(errors="replace").strip().splitlines()
    for line in lines:
        if " E " in line:
            return line.partition(" E ")[2].partition(": ")[2].strip()
    return lines[-1] if lines and lines[0].startswith("Traceback") else ""
