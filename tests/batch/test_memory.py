"""Memory stays flat over a hundred thousand articles. Minutes to an hour: run with -m slow -s."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.forked import Fork, Forks
from tests.batch.many import nothing, write_articles
from tests.scripted.entries import always
from tests.scripted.server import Request, scripted

ARTICLES = 100_000
SETTLED = 10_000
MOST_GROWTH = 50.0
"""Megabytes from the 10,000th article to the last."""


class Forgetful(list[Request]):
    """Keeps no request, so that the server stays small itself."""

    def append(self, _: Request) -> None:
        """Let go of it."""


def memory(batch: Fork) -> float:
    """Megabytes that a process holds now, those shared with its parent included."""
    told = Path(f"/proc/{batch.number}/status").read_text(encoding="utf-8").splitlines()
    held = next((line for line in told if line.startswith("VmRSS")), "VmRSS: 0 kB")
    return int(held.split()[1]) / 1024


def lines(output: Path) -> Iterator[int]:
    """Whole lines of a file that is being written, counted anew each time."""
    count = 0
    with output.open("rb") as file:
        while True:
            while block := file.read(2**20):
                count += block.count(b"\n")
            yield count


def grown(batch: Fork, output: Path, articles: int) -> list[tuple[int, float]]:
    """Articles done and megabytes held, now and then until all but the last are done."""
    while not output.exists():
        time.sleep(0.05)
    seen = [(0, 0.0)]
    for done in lines(output):
        if done >= seen[-1][0] + articles // 20:
            seen.append((done, memory(batch)))
            print(f"{done:,} articles: {seen[-1][1]:.0f} MB", flush=True)
        if done >= articles - 200:
            return [*seen[1:], (done, memory(batch))]
        time.sleep(0.2)
    return seen


@pytest.mark.slow
def test_memory_at_the_end_is_that_at_ten_thousand(batches: Forks, tmp_path: Path) -> None:
    source, output = write_articles(tmp_path, range(ARTICLES)), tmp_path / "out.jsonl"
    with scripted(otherwise=always(nothing())) as server:
        server.requests = Forgetful()
        batch = batches.start(server, source, output, "--concurrency", "64", "--no-cache")
        seen = grown(batch, output, ARTICLES)
        assert batch.ended() == 0
    at_first = next(held for done, held in seen if done >= SETTLED)
    print(f"from {at_first:.0f} MB to {seen[-1][1]:.0f} MB")
    assert seen[-1][1] - at_first < MOST_GROWTH
