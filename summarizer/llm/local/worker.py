"""The child process that runs the native engine; it imports xllamacpp and nothing of ours.

Started by path, not by module name, so that no package of ours is imported on the way. It reads one
JSON line of settings from standard input, answers with one JSON line ({"url", "version"} or
{"error"}) on standard output, and then lives exactly as long as standard input stays open: when the
parent ends, however it ends, the system closes the pipe and the worker leaves.
"""

from __future__ import annotations

import ctypes
import enum
import json
import os
import select
import signal
import sys
from typing import Any, TypedDict

PR_SET_PDEATHSIG = 1
ORPHAN_CHECK_SECONDS = 1.0


class WorkerSettings(TypedDict):
    """What the parent asks for, sent as one JSON line."""

    model: str
    api_key: str
    state_dir: str
    environment: dict[str, str]  # for native libraries, which read it when they are loaded
    name: str  # what the model is called in answers
    params: dict[str, Any]  # by xllamacpp's names; enums by number
    quiet: bool  # no log once the model is loaded


def main() -> None:
    """Load the model, report the address, wait for the parent to go."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the parent, which decides
    os.umask(0o077)  # saved states hold article text
    parent = os.getppid()
    line = sys.stdin.buffer.readline()
    if not line:
        return
    settings: WorkerSettings = json.loads(line)
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # the log is standard error; nothing native may write into the answer
    # Loading holds the interpreter for seconds, in which a closed pipe would go unnoticed. Only
    # while loading: the signal comes when the starting *thread* ends, and later that thread may.
    _die_with_parent(signal.SIGKILL)
    if os.getppid() != parent:
        return  # it was gone before the signal was asked for
    try:
        reply, _server = _start(settings)
    except Exception as error:  # noqa: BLE001 - whatever the binding raises is the parent's to tell
        print(json.dumps({"error": str(error) or type(error).__name__}), file=answer, flush=True)
        return  # the ordinary way out, on which the engine writes the rest of its log
    _die_with_parent(0)  # before the answer, on which that thread may end at once
    print(json.dumps(reply), file=answer, flush=True)
    if settings["quiet"]:
        _close_the_log()
    _wait_for_the_end(parent)
    os._exit(0)  # the server, alive until here, and its threads need no farewell


def _start(settings: WorkerSettings) -> tuple[dict[str, str], object]:
    for name, value in settings["environment"].items():
        os.environ.setdefault(name, value)
    import xllamacpp  # type: ignore[import-untyped]  # it ships neither stubs nor a marker

    params = xllamacpp.CommonParams()
    params.model.path = settings["model"]
    params.model_alias = {settings["name"]}  # answers must not tell where the file lies
    params.hostnames = ["127.0.0.1"]
    params.port = 0  # any free one
    params.api_keys = [settings["api_key"]]
    params.slot_save_path = settings["state_dir"]
    for name, value in settings["params"].items():
        _set(params, name, value)
    server = xllamacpp.Server(params)
    return {"url": server.listening_address, "version": xllamacpp.__version__}, server


def _set(target: Any, name: str, value: Any) -> None:
    """Set a dotted attribute; an enum, or a list of them, comes as its number."""
    *path, last = name.split(".")
    for step in path:
        target = getattr(target, step)
    present = getattr(target, last)
    if isinstance(present, list) and present and isinstance(present[0], enum.Enum):
        value = [type(present[0])(item) for item in value]
    elif isinstance(present, enum.Enum):
        value = type(present)(value)
    setattr(target, last, value)


def _close_the_log() -> None:
    """Point standard output and error at nothing, for native writes too."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    os.close(nothing)


def _die_with_parent(signal_number: int) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal_number)


def _wait_for_the_end(parent: int) -> None:
    """Return when the pipe closes, or when the parent is gone while a fork of it holds the pipe."""
    while os.getppid() == parent:
        readable, _, _ = select.select([0], [], [], ORPHAN_CHECK_SECONDS)
        if readable and not os.read(0, 1024):
            return


if __name__ == "__main__":
    main()
