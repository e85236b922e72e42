"""The mutation suite: a seeded share of it; `python -m benchmarks.mutants` prints all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.mutants.__main__ import table, under_target
from benchmarks.mutants.suite import TARGETS, Count, look, run
from benchmarks.mutants.summaries import claims, stories
from summarizer.validation import validate

ROOT = Path(__file__).parents[2]
SHARE = 0.04
ONE_MISS = 1
"""A class may have one miss more than its target allows: a share of it is small."""


@pytest.fixture(scope="module")
def counts() -> dict[str, Count]:
    return run(share=SHARE)


def test_the_stories_are_correct_before_they_are_changed() -> None:
    """What the rules make of an article has no error, so that every error is the mutant's."""
    for story in stories()[::4]:
        report = validate(story.summary)
        assert [one for one in report.findings if one.severity == "error"] == []


def test_a_share_of_every_class_is_caught(counts: dict[str, Count]) -> None:
    for name, target in TARGETS.items():
        count = counts.get(name, Count())
        missed = count.made * (1 - count.share)
        assert missed <= count.made * (1 - target) + ONE_MISS, (name, count.missed)
    assert counts["false alarms"].by_validate <= ONE_MISS
    assert sum(count.made for count in counts.values()) >= 100


def test_there_are_enough_correct_sentences_in_five_languages() -> None:
    assert len(claims()) >= 240
    assert {claim.story.language for claim in claims()} == {"en", "es", "ru", "ar", "zh"}


@pytest.mark.parametrize("changed", [False, True])
def test_both_checks_look_at_the_same_sentence(changed: bool) -> None:
    claim = next(c for c in claims() if "19 ships" in c.text)
    text = claim.text.replace("19", "91") if changed else claim.text
    assert look(claim.story, text, [claim.evidence]) == (changed, changed)


def test_the_suite_is_the_same_for_the_same_seed() -> None:
    first, again = (run(share=0.005) for _ in range(2))
    assert table(first) == table(again)


@pytest.mark.slow
def test_the_whole_suite_meets_its_targets() -> None:
    counts = run()
    assert under_target(counts) == []
    assert sum(count.made for count in counts.values()) >= 3_000


@pytest.mark.parametrize("page", ["README.md", "docs/quality.md"])
def test_the_docs_show_every_class(page: str, counts: dict[str, Count]) -> None:
    """Not the figures: every better rule makes other clauses, and other mutants of them."""
    shown = re.findall(
        r"^\| ([a-z, ]+) \| [\d,]+ \| [\d.]+%", (ROOT / page).read_text(), re.MULTILINE
    )
    assert set(counts) <= set(shown)
