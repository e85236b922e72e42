"""One draft with every fault that a model has: what survives it, and what is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.pipeline import summarize
from summarizer.schema import ArticleSummary
from tests.invariants import holds
from tests.pipeline.answering import Answers
from tests.pipeline.saved import DRAFTS, EXAMPLES, article_of
from tests.scripted.server import scripted

DRAFT: dict[str, Any] = json.loads(DRAFTS.joinpath("hostile", "bus-strike.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def summary() -> ArticleSummary:
    return made("draft")


def made(plan: str) -> ArticleSummary:
    with scripted(otherwise=Answers(DRAFT)) as server:
        return summarize(
            EXAMPLES / "bus-strike.txt", model="any", base_url=server.base_url, plan=plan
        )


def told(summary: ArticleSummary, code: str) -> list[str]:
    return [warning.message for warning in summary.warnings if warning.code == code]


def test_the_draft_has_every_fault() -> None:
    assert len(DRAFT["events"]) == 8


@pytest.mark.parametrize("plan", ["draft", "draft+verify"])
def test_what_survives_holds(plan: str) -> None:
    holds(made(plan))


def test_invented_and_doubled_actors_are_gone(summary: ArticleSummary) -> None:
    names = [actor.name for actor in summary.actors]
    assert names.count("Rosa Imre") == 1
    assert not {"Helga Zorn", "Jon Ferr", "Nela Osk", "he", ""} & set(names)
    [imre] = [actor for actor in summary.actors if actor.name == "Rosa Imre"]
    assert (imre.kind, imre.role) == ("person", "union president")
    assert "the article does not name Helga Zorn" in told(summary, "unsupported_name")


def test_events_say_what_the_article_says(summary: ArticleSummary) -> None:
    bodies = {sentence.number: sentence.text for sentence in article_of("bus-strike").sentences}
    vote, *_ = summary.events
    assert vote.description == bodies[3].partition(" — ")[2]
    assert vote.actors == []
    assert "Red Line had received a request" not in [e.description for e in summary.events]
    assert not any(e.sentence == 17 for event in summary.events for e in event.evidence)
    assert told(summary, "citation_boilerplate") == ["sentence 17 is not the article's own"] * 2


def test_a_looping_model_gives_one_event(summary: ArticleSummary) -> None:
    rulings = [e for e in summary.events if e.description == "A ruling is expected on Wednesday"]
    assert len(rulings) == 1
    assert [evidence.sentence for evidence in rulings[0].evidence] == [10]


def test_one_stance_is_left(summary: ArticleSummary) -> None:
    names = {actor.id: actor.name for actor in summary.actors}
    assert [(names[s.holder], s.target, s.position) for s in summary.stances] == [
        ("Rosa Imre", "the city's latest offer", "against")
    ]
    whys = {message.rpartition(": ")[2] for message in told(summary, "stance_dropped")}
    assert whys == {
        "its evidence is what others say, and does not name Pal Horn",
        "the article does not name Helga Zorn",
        "its evidence does not mention the mayor's cat",
        "holder and target are the same",
        "no sentence of the article is cited for it",
    }


def test_the_gist_has_the_articles_numbers_and_negations(summary: ArticleSummary) -> None:
    assert [item.text for item in summary.gist] == [
        "The union said 83% of its 1,150 members had backed a two-day walkout that will begin "
        "on Thursday.",
        "Mayor Viktor Lang said the city could not pay more.",
    ]
    assert told(summary, "unsupported_number")
    assert told(summary, "missing_negation")


def test_a_sentence_that_is_not_there_is_told(summary: ArticleSummary) -> None:
    assert told(summary, "citation_out_of_range") == [
        "there is no sentence 44",
        "there is no sentence 99",
    ]
