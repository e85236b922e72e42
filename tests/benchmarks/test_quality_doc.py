"""What docs/quality.md says of our own sets is what the commands print."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.gold.build import SETS
from benchmarks.table import RESULTS, table_of
from summarizer.evaluation import load_gold

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "quality.md").read_text("utf-8")


def test_the_tables() -> None:
    for path in SETS:
        assert table_of(path, [RESULTS]) in TEXT
    readme = (ROOT / "README.md").read_text("utf-8")
    assert table_of(ROOT / "benchmarks" / "gold" / "report.jsonl", [RESULTS], short=True) in readme


def test_the_counts() -> None:
    articles = [article.gold for path in SETS for article in load_gold(path)]
    signs = Counter(stance.polarity for gold in articles for stance in gold.stances or [])
    events = [event for gold in articles for event in gold.events or []]
    actors = sum(actor.required for gold in articles for actor in gold.actors or [])
    statements = sum(len(gold.quotes or []) for gold in articles)
    unoccurred = sum(event.status_exact not in ("occurred", "ongoing") for event in events)
    assert (
        f"{len(articles)} articles, {actors} actors that count, {statements} statements, "
        f"{signs['supports']} stances for, {signs['opposes']} against and {signs['neutral']} "
        f"neutral, {len(events)} events\n({sum(event.optional for event in events)} of them "
        f"optional), of which {unoccurred} did not simply occur."
    ) in TEXT
