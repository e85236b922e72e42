"""Who did it to whom, where only the sentence before names a party: a question, both ways round."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest

from summarizer.article import Metadata, build_article
from summarizer.pipeline import summarize
from summarizer.pipeline.ordering import Leaning, settled
from summarizer.schema import ArticleSummary, Event
from tests.grounding.made import PUBLISHED, actor, event
from tests.invariants import holds
from tests.pipeline.answering import Answers
from tests.scripted.server import scripted

STORY = (
    "Guards of Norcomb Mining stopped Ada Moss and Otto Lind at the ford on Monday.",
    "The dogs of Norcomb Mining bit them.",
    "Ada Moss sued Norcomb Mining on Tuesday.",
)
PAIR = {"actors": ["Norcomb Mining"], "recipients": ["Ada Moss"]}
SWAPPED = {"actors": ["Ada Moss"], "recipients": ["Norcomb Mining"]}
BITTEN = event("The dogs of Norcomb Mining bit them", 2, type="ASSAULT")
_ASKED = re.compile(r"Is it (.+) who acts, and (.+) whom it concerns\?")


@dataclass
class Reader:
    """Says who acts, and keeps who was asked about; "both" says yes to whatever is asked."""

    actor: str | None = "Norcomb Mining"
    asked: list[tuple[str, str]] = field(default_factory=list)

    def __call__(self, asked: str, words: list[str]) -> str:
        found = _ASKED.search(asked)
        if found is None:
            return words[0]
        first, second = found.groups()
        self.asked.append((first, second))
        said = {first: "yes", second: "reversed", "both": "yes"}
        return said.get(self.actor or "", "no")


def made(
    reader: Reader, *events: dict[str, Any], story: tuple[str, ...] = STORY, **settings: Any
) -> ArticleSummary:
    people = [actor("Ada Moss", "person"), actor("Norcomb Mining")]
    answers = Answers({"actors": people, "events": list(events)}, word=reader)
    given = {"model": "any", "plan": "draft+verify", **settings}
    with scripted(otherwise=answers) as server:
        article = build_article("\n\n".join(story), Metadata(published=PUBLISHED))
        summary = summarize(article, base_url=server.base_url, **given)
    holds(summary)
    return summary


def sides(summary: ArticleSummary) -> list[tuple[list[str], list[str]]]:
    names = {one.id: one.name for one in summary.actors}
    return [
        ([names[a] for a in e.actors], [names[r] for r in e.recipients]) for e in summary.events
    ]


def warned(summary: ArticleSummary) -> list[str]:
    return [one.code for one in summary.warnings]


def test_what_the_words_do_not_tell_is_asked_both_ways_round() -> None:
    reader = Reader()
    summary = made(reader, BITTEN | PAIR)
    assert reader.asked == [("Norcomb Mining", "Ada Moss"), ("Ada Moss", "Norcomb Mining")]
    assert sides(summary) == [(["Norcomb Mining"], ["Ada Moss"])]
    assert warned(summary) == []


def test_sides_that_a_model_drafted_the_wrong_way_are_turned_round() -> None:
    summary = made(Reader(), BITTEN | SWAPPED)
    assert sides(summary) == [(["Norcomb Mining"], ["Ada Moss"])]
    assert warned(summary) == ["swapped_parties"]


def test_whom_it_was_not_done_to_is_no_recipient() -> None:
    summary = made(Reader(actor=None), BITTEN | PAIR)
    assert sides(summary) == [(["Norcomb Mining"], [])]
    assert warned(summary) == ["unsure_parties"]


@pytest.mark.parametrize("pair", [PAIR, SWAPPED])
def test_an_order_that_the_words_tell_is_not_asked_about(pair: dict[str, Any]) -> None:
    reader = Reader()
    made(reader, event("Ada Moss sued Norcomb Mining", 3, **pair))
    assert reader.asked == []


def test_nothing_is_asked_in_a_plan_without_questions() -> None:
    reader = Reader()
    assert sides(made(reader, BITTEN | PAIR, plan="draft")) == [(["Norcomb Mining"], ["Ada Moss"])]
    assert reader.asked == []


def test_answers_that_contradict_each_other_leave_it_unsure() -> None:
    summary = made(Reader(actor="both"), BITTEN | PAIR)
    assert sides(summary) == [(["Norcomb Mining"], ["Ada Moss"])]
    assert warned(summary) == ["unsure_parties"]


def test_only_so_many_are_asked_about() -> None:
    reader = Reader()
    times = [f"The dogs of Norcomb Mining bit them {n} times." for n in range(12, 17)]
    bitten = [BITTEN | PAIR | {"description": t, "sentences": [4 + n]} for n, t in enumerate(times)]
    summary = made(reader, *bitten, story=(*STORY, *times))
    assert len(summary.events) == len(times)
    assert len(reader.asked) == 2 * 3


@pytest.mark.parametrize(
    ("leaning", "actors", "recipients"),
    [
        (Leaning(0.5, 0.3, 0.2), ["a1"], ["a2"]),
        (Leaning(0.35, 0.4, 0.25), ["a1"], ["a2"]),
        (Leaning(0.2, 0.5, 0.3), ["a2"], ["a1"]),
        (Leaning(0.3, 0.25, 0.45), ["a1"], ["a2"]),
        (Leaning(0.2, 0.2, 0.6), ["a1"], []),
    ],
)
def test_only_a_clear_lead_changes_the_sides(
    leaning: Leaning, actors: list[str], recipients: list[str]
) -> None:
    stated = Event.model_construct(actors=["a1"], recipients=["a2"])
    now = settled(stated, leaning)
    assert (now.actors, now.recipients) == (actors, recipients)
