"""Ctrl-C and kill: quick, quiet, and what was done is there."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from tests.batch.forked import forks
from tests.batch.many import done, nothing, write_articles
from tests.scripted.entries import hang
from tests.scripted.server import scripted

QUICKLY = 5.0
"""Seconds."""


def test_a_signal_ends_it_at_once_and_keeps_what_is_done(tmp_path: Path) -> None:
    source, output = write_articles(tmp_path, range(20)), tmp_path / "out.jsonl"
    with forks() as batches:
        for number, code, there in ((signal.SIGTERM, 143, 2), (signal.SIGINT, 130, 4)):
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
            assert len(done(output)) == there
            assert tmp_path.joinpath("said.txt").read_text(encoding="utf-8") == ""
