"""Streams as a shell gives them: closed, full, or with a reader that goes away."""

from __future__ import annotations

import os
import pty
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import EXAMPLES, STORM, SUMMARIZER, Done, at, environment
from tests.pipeline.answering import Answers
from tests.pipeline.saved import draft_of
from tests.scripted.server import Server, scripted

SUMMARY = str(EXAMPLES / "bus-strike.summary.json")


@pytest.fixture
def server() -> Iterator[Server]:
    with scripted(otherwise=Answers(draft_of("storm"))) as running:
        yield running


def shell(server: Server, after: str, source: str = str(STORM)) -> Done:
    """A summary in a shell, with this after it."""
    return in_shell("summarize", source, *at(server), after=after)


def in_shell(*args: str, after: str) -> Done:
    """The command in a shell, with this after it."""
    line = f"{{ {' '.join([*SUMMARIZER, *args])} {after}"
    line += "" if "}" in after else "; }"
    done = subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, env=environment(), timeout=60, check=False
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    done = in_shell("render", SUMMARY, after="; echo $? >&2; } | :")
    assert (done.out, done.err) == ("", "0\n")


def test_a_full_disk_is_one_line(server: Server) -> None:
    done = shell(server, "-q > /dev/full")
    assert done.code == 3
    assert done.trouble == "cannot write the result: No space left on device"


def test_closed_output_is_told_before_the_work(server: Server) -> None:
    done = shell(server, "-q >&-")
    assert (done.code, done.trouble) == (3, "standard output is closed")
    assert server.calls == 0


def test_closed_output_is_no_trouble_for_a_file(server: Server, tmp_path: Path) -> None:
    assert shell(server, f"-q -o {tmp_path}/x.json >&-").code == 0
    assert (tmp_path / "x.json").exists()


def test_with_stderr_closed_stdout_has_the_result_alone(server: Server) -> None:
    done = shell(server, "2>&-")
    assert done.code == 0
    assert done.out.startswith("# Storm Ottilie")


def test_with_stderr_closed_trouble_is_an_exit_code() -> None:
    assert in_shell("render", "/nowhere.json", after="2>&-") == Done(3, "", "")


def test_closed_input_is_one_line(server: Server) -> None:
    done = shell(server, "-q <&-", source="-")
    assert (done.code, done.trouble) == (3, "standard input is closed")


def test_a_terminal_gets_rich_text_and_live_progress(server: Server) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*SUMMARIZER, "summarize", str(STORM), *at(server)],
        stdout=theirs,
        stderr=theirs,
        env=environment(TERM="xterm", COLUMNS="100"),
    ) as running:
        os.close(theirs)
        shown = b"".join(iter(lambda: _chunk(ours), b"")).decode()
    os.close(ours)
    assert running.returncode == 0
    assert "found" in shown
    assert "Storm Ottilie kills three in Brell" in shown
    assert "\x1b[" in shown
    assert not shown.lstrip().startswith("#"), "no Markdown on a terminal"


def _chunk(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other end of a terminal is closed
        return b""
