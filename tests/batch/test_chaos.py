"""Killed at any moment and resumed: nothing lost, nothing twice, no broken line."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest

from tests.batch.forked import Forks
from tests.batch.many import after, asked_about, calls, done, failed, nothing, write_articles
from tests.scripted.entries import answer, page, reset, status
from tests.scripted.server import Entry, Request, Server, scripted

CONCURRENCY = 16


def one_in_ten_fails(request: Request) -> Entry:
    """Of every ten articles one never gets a good answer, each time in another way."""
    number = int(asked_about(request)[1:])
    if number % 10:
        return after(0.02, nothing())
    return [status(500), reset(), page(), answer({"sure": True}), status(503)][number // 10 % 5]


def kept(output: Path) -> set[str]:
    """The ids of the whole lines that a kill left."""
    whole = output.read_bytes().rpartition(b"\n")[0].splitlines() if output.exists() else []
    found = [json.loads(line)["article"]["id"] for line in whole]
    assert len(found) == len(set(found))
    return set(found)


def killed(batches: Forks, server: Server, source: Path, output: Path, at_call: int) -> set[str]:
    """Start it, kill it at about that call; what it had done by then."""
    batch = batches.start(server, source, output, "--concurrency", str(CONCURRENCY))
    deadline = time.monotonic() + 300
    while server.calls < at_call:
        assert time.monotonic() < deadline
        time.sleep(0.002)
    batch.kill()
    assert batch.ended() == -9
    time.sleep(0.1)  # requests on their way are still counted
    return kept(output)


def goes_through(batches: Forks, articles: int, kills: int, folder: Path) -> None:
    """Kill it so often, each time at another moment, then let it end."""
    source, output = write_articles(folder, range(articles)), folder / "out.jsonl"
    seed = random.Random(12)  # noqa: S311  moments, not secrets
    moments = sorted(seed.sample(range(5, articles - CONCURRENCY), kills))
    asked_till_then = []
    with scripted(otherwise=one_in_ten_fails) as server:
        for moment in moments:
            there = killed(batches, server, source, output, moment)
            so_far = calls(server)
            asked_till_then += [(article, so_far[article]) for article in there]
        batch = batches.start(server, source, output, "--concurrency", str(CONCURRENCY))
        assert batch.ended() == 5  # of the failures still open the highest
        after_all = calls(server)
    good, bad = done(output), [line["id"] for line in failed(output)]
    assert sorted(good + bad) == sorted(f"x{n}" for n in range(articles))
    assert sorted(bad) == sorted(f"x{n}" for n in range(0, articles, 10))
    assert all(line["error"] and line["exit_code"] in (4, 5) for line in failed(output))
    assert asked_till_then
    assert all(after_all[article] == count for article, count in asked_till_then)
    assert sum(after_all.values()) - articles <= kills * CONCURRENCY


def test_three_hundred_articles_killed_four_times(batches: Forks, tmp_path: Path) -> None:
    goes_through(batches, 300, 4, tmp_path)


@pytest.mark.slow
def test_three_thousand_articles_killed_five_times(batches: Forks, tmp_path: Path) -> None:
    goes_through(batches, 3000, 5, tmp_path)
