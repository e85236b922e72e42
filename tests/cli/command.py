"""Running the command line: inside the tests, or as the process that a user starts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from tests.scripted.server import Server

SUMMARIZER: Final = [sys.executable, "-m", "summarizer"]
EXAMPLES: Final = Path(__file__).parent.parent.parent / "examples"
STORM: Final = EXAMPLES / "storm.txt"
RULING: Final = EXAMPLES / "court-ruling.txt"


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def trouble(self) -> str:
        """The one clear line about it, checked to be one, with an indented hint at most."""
        assert self.out == "", "results only on stdout"
        line, *hint = self.err.splitlines()
        assert line.startswith("summarizer: "), self.err
        assert len(hint) <= 1, self.err
        assert all(text.startswith("  ") and text.strip() for text in hint), self.err
        assert "Traceback" not in self.err
        assert "internal error" not in self.err
        return line.removeprefix("summarizer: ")

    @property
    def hint(self) -> str:
        """What it says to do next."""
        return self.err.splitlines()[1].strip()


Command: TypeAlias = Callable[..., Done]
"""Arguments, and `stdin` as bytes."""


def at(server: Server, *more: str) -> list[str]:
    """The options that send everything to a scripted server."""
    return ["--model", "any", "--base-url", server.base_url, *more]


def environment(**more: str) -> dict[str, str]:
    """The environment for a process: no key, no settings but these."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("SUMMARIZER_") and not name.endswith("_API_KEY")
    }
    return {**kept, "SUMMARIZER_RETRIES": "0", "SUMMARIZER_CACHE": "false", **more}


def process(
    *args: object,
    stdin: bytes | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Done:
    """The command as a process of its own."""
    done = subprocess.run(
        [*SUMMARIZER, *map(str, args)],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        env=dict(env or environment()),
        cwd=cwd,
        timeout=60,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def wait_for_calls(server: Server, calls: int) -> None:
    """Until a server has got so many requests."""
    deadline = time.monotonic() + 30
    while server.calls < calls:
        assert time.monotonic() < deadline, "the request never came"
        time.sleep(0.02)
