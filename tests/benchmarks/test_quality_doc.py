"""What docs/quality.md says of our own sets is what the commands print."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.baselines import rules
from benchmarks.gold.build import SETS
from summarizer.evaluation import build_report, load_gold, to_table
from summarizer.scoring import score_set

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "quality.md").read_text("utf-8")


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_the_rules_row(path: Path) -> None:
    gold = load_gold(path)
    score = score_set(gold, [rules.predict(article) for article in gold])
    row = to_table({path.stem: build_report(score, path, {})}).splitlines()[-1]
    written = [line for line in TEXT.splitlines() if f"| {path.stem} | 21 |" in line]
    told = row.rsplit(" | ", 2)[0]  # not the time, nor what has no answer: rules take none
    assert any(line.startswith("| rules |") and told in line for line in written)


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
