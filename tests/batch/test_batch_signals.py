"""Ctrl-C and kill: quick, quiet, and what was done is there."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.batch.forked import Forks
from tests.batch.many import done, nothing, write_articles
from tests.scripted.entries import hang
from tests.scripted.server import scripted

QUICKLY = 5.0
"""Seconds."""


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "kill"]
)
def test_a_signal_ends_it_at_once_and_keeps_what_is_done(
    number: int, code: int, batches: Forks, tmp_path: Path
) -> None:
    source, output = write_articles(tmp_path, range(20)), tmp_path / "out.jsonl"
    with scripted(nothing(), nothing(), *[hang()] * 4) as server:
        batch = batches.start(server, source, output, "--concurrency", "4")
        deadline = time.monotonic() + 60
        while server.calls < 6:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        sent = time.monotonic()
        os.kill(batch.number, number)
        assert batch.ended() == code
        assert time.monotonic() - sent < QUICKLY
    assert len(done(output)) == 2
    assert tmp_path.joinpath("said.txt").read_text(encoding="utf-8") == ""
