"""Failures as a user meets them: one line, what to do next, the right exit code."""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from contextvars import ContextVar
from pathlib import Path
from types import FrameType
from typing import cast

import typer

from summarizer.errors import OutputError, SummarizerError

# typer carries its own click; this is the root of what a wrong command line raises.
_UsageError = cast(type[typer.BadParameter], typer.BadParameter.__bases__[0])

INTERRUPTED = 130
TERMINATED = 143
USAGE = 2
INTERNAL = 70

_debug: ContextVar[bool] = ContextVar("_debug", default=False)
"""Whether tracebacks are wanted, for this command."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def tell(error: SummarizerError, *, about: str | None = None) -> None:
    """Say on stderr what is wrong and what to do next; with --debug where it came from, too."""
    _trace(error)
    line = f"{about}: {error.message}" if about else error.message
    print(f"summarizer: {_one_line(line)}", file=sys.stderr)
    if error.hint:
        print(f"  {_one_line(error.hint)}", file=sys.stderr)


def note(words: str) -> None:
    """Say on stderr what is no failure but should be known."""
    print(f"summarizer: {_one_line(words)}", file=sys.stderr)


def run_app(app: typer.Typer) -> None:
    """Run the command line; every way out ends here."""
    _debug.set(False)
    signal.signal(signal.SIGTERM, _terminate)
    if sys.stderr is None:  # closed; print would write to stdout instead
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  until the end
    if "--debug" in sys.argv:
        sys.argv.remove("--debug")
        _debug.set(True)
    try:
        code = app(prog_name="summarizer", standalone_mode=False)
    except SummarizerError as error:
        tell(error)
        code = error.exit_code
    except typer.Abort:
        code = INTERRUPTED
    except _UsageError as error:
        error.show()
        code = USAGE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except SystemExit as left:
        if not isinstance(left.__context__, BrokenPipeError):
            raise
        _give_stdout_up()  # the reader went away, as `head` does; click would make it a 1
        code = 0
    except Exception as error:  # noqa: BLE001  a bug of ours still gets one clear line
        code = _unforeseen(error)
    sys.exit(code or 0)


def _unforeseen(error: Exception) -> int:
    _trace(error)
    if isinstance(error, OSError) and error.errno in _FULL:
        _give_stdout_up()
        full = OutputError(f"cannot write the result: {error.strerror}", hint="make room")
        tell(full)
        return full.exit_code
    line = f"internal error: {type(error).__name__}: {error}"
    print(f"summarizer: {_one_line(line)}", file=sys.stderr)
    print("  run it again with --debug and report what it prints", file=sys.stderr)
    return INTERNAL


def _give_stdout_up() -> None:
    """Python would flush it at the end, and fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _trace(error: Exception) -> None:
    """Where an error came from, if that is wanted; a provider may have repeated the key."""
    if _debug.get():
        print(_without_keys("".join(traceback.format_exception(error))), file=sys.stderr)


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    """Leave through the ordinary way, so that the engine and temporary files go too."""
    sys.exit(TERMINATED)


def _one_line(text: str) -> str:
    """Text from elsewhere, without line breaks, control characters or keys."""
    return _without_keys(" ".join("".join(c if c.isprintable() else " " for c in text).split()))


def _without_keys(text: str) -> str:
    """The text without keys; where no settings were loaded, none was read."""
    settings = sys.modules.get("summarizer.settings")
    if settings is None:
        return text
    said: str = settings.without_keys(text)
    return said
