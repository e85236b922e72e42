"""Batches as processes of their own that can be killed, forked from one that has imported it all.

An import takes longer than hundreds of articles. Run as a program, this module reads a command line
a line, forks, and tells the number of the process, then how it ended.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cli.command import at, environment
from tests.scripted.server import Server


@dataclass
class Fork:
    """A batch that is running."""

    parent: subprocess.Popen[str]
    number: int

    def kill(self) -> None:
        """At once; nothing in it hears of it."""
        os.kill(self.number, signal.SIGKILL)

    def ended(self) -> int:
        """Wait for its end; the exit code, or minus the signal."""
        return int(_told(self.parent))


@dataclass
class Forks:
    """Starts batches, one at a time."""

    parent: subprocess.Popen[str]

    def start(self, server: Server, source: Path, output: Path, *more: str) -> Fork:
        """A batch, running; what it says goes to `said.txt` beside the output."""
        said = str(output.with_name("said.txt"))
        arguments = ["summarizer", "batch", str(source), "-o", str(output), *at(server, *more)]
        assert self.parent.stdin is not None
        print(json.dumps([said, arguments]), file=self.parent.stdin, flush=True)
        return Fork(self.parent, int(_told(self.parent)))


@contextmanager
def forks() -> Iterator[Forks]:
    """A process that has imported it all, for the time of a test."""
    with subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(SUMMARIZER_REASKS="0"),
    ) as parent:
        try:
            yield Forks(parent)
        finally:
            parent.kill()


def _told(parent: subprocess.Popen[str]) -> str:
    assert parent.stdout is not None
    return parent.stdout.readline()


def _serve() -> None:
    import instructor.core  # noqa: F401
    import openai.resources.chat  # noqa: F401

    import summarizer.batch
    import summarizer.pipeline  # noqa: F401
    from summarizer.article import build_article
    from summarizer.cli import main
    from summarizer.draft import Draft
    from summarizer.grounding import ground, read_article

    nothing = Draft(actors=[], events=[], stances=[], gist=[])
    ground(nothing, read_article(build_article("Ada Moss left on day 1.")))  # reads all tables
    for line in sys.stdin:
        said, arguments = json.loads(line)
        number = os.fork()
        if number == 0:
            sys.argv = arguments
            with Path(said).open("w", encoding="utf-8") as sys.stderr:
                main()
        print(number, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]), flush=True)


if __name__ == "__main__":
    _serve()
