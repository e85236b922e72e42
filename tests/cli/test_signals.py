"""Ctrl-C and kill while the model is silent: quick, quiet, and nothing left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.command import RULING, STORM, SUMMARIZER, Done, at, environment, wait_for_calls
from tests.pipeline.saved import draft_of
from tests.scripted.entries import answer, hang
from tests.scripted.server import Server, scripted

QUICKLY = 5.0
"""Seconds."""


def interrupted(server: Server, number: int, *args: str, cwd: Path, calls: int = 1) -> Done:
    """The command, sent a signal when the server has got so many requests."""
    command = [*SUMMARIZER, "summarize", *args, *at(server)]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=cwd
    )
    with running:
        try:
            wait_for_calls(server, calls)
            sent = time.monotonic()
            os.kill(running.pid, number)
            out, err = running.communicate(timeout=QUICKLY)
        except BaseException:
            running.kill()
            raise
        assert time.monotonic() - sent < QUICKLY
    return Done(running.returncode, out.decode(), err.decode())


@pytest.fixture
def silent() -> Iterator[Server]:
    with scripted(hang()) as server:
        yield server


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)],
    ids=["ctrl-c", "kill", "kill -9"],
)
def test_a_signal_ends_it_at_once(number: int, code: int, silent: Server, tmp_path: Path) -> None:
    tmp_path.joinpath("x.json").write_text("old", encoding="utf-8")
    done = interrupted(silent, number, str(STORM), "-q", "-o", "x.json", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (code, "", "")
    assert tmp_path.joinpath("x.json").read_text(encoding="utf-8") == "old"
    beside = [path.name for path in tmp_path.iterdir() if path.name != "x.json"]
    assert all(name.startswith(".x.json.") for name in beside)
    assert beside == [] or number == signal.SIGKILL, "only a kill may leave something"


def test_what_was_done_before_stays_in_a_folder(tmp_path: Path) -> None:
    with scripted(answer(draft_of("storm")), hang()) as server:
        args = (str(STORM), str(RULING), "-q", "-o", "out/")
        done = interrupted(server, signal.SIGINT, *args, cwd=tmp_path, calls=2)
    assert (done.code, done.err) == (130, "")
    assert [path.name for path in tmp_path.joinpath("out").iterdir()] == ["storm.json"]
