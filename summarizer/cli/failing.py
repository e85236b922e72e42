"""Failures as a user meets them: one line, what to do next, the right exit code."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from types import FrameType
from typing import cast

import typer

from summarizer.errors import SummarizerError

# typer carries its own click; this is the root of what a wrong command line raises.
_UsageError = cast(type[typer.BadParameter], typer.BadParameter.__bases__[0])

INTERRUPTED = 130
TERMINATED = 143
USAGE = 2


def tell(error: SummarizerError, *, about: str | None = None) -> None:
    """Say on stderr what is wrong and what to do next."""
    line = f"{about}: {error.message}" if about else error.message
    print(f"summarizer: {_one_line(line)}", file=sys.stderr)
    if error.hint:
        print(f"  {_one_line(error.hint)}", file=sys.stderr)


def run_app(app: typer.Typer) -> None:
    """Run the command line; every way out ends here."""
    signal.signal(signal.SIGTERM, _terminate)
    debug = "--debug" in sys.argv
    if debug:
        sys.argv.remove("--debug")
    try:
        code = app(standalone_mode=False)
    except SummarizerError as error:
        _trace(debug)
        tell(error)
        code = error.exit_code
    except typer.Abort:
        code = INTERRUPTED
    except _UsageError as error:
        error.show()
        code = USAGE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        # The reader went away, as `head` does; stdout cannot be flushed any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:  # noqa: BLE001  a bug of ours still gets one clear line
        _trace(debug)
        print(f"summarizer: internal error: {type(error).__name__}: {error}", file=sys.stderr)
        print("  run it again with --debug and report what it prints", file=sys.stderr)
        code = 70
    sys.exit(code or 0)


def _trace(debug: bool) -> None:
    if debug:
        traceback.print_exc()


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    """Leave through the ordinary way, so that the engine and temporary files go too."""
    sys.exit(TERMINATED)


def _one_line(text: str) -> str:
    """Text from elsewhere, without line breaks or control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
