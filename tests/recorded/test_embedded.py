"""The embedded model's real answers, replayed, from the prompt to the summary."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.briefing import brief
from summarizer.pipeline import summarize
from summarizer.schema import ArticleSummary
from tests.runs import run_of

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


def run(article: str, plan: str, embedded: str) -> ArticleSummary:
    summary = summarize(
        EXAMPLES / f"{article}.txt", model="local", plan=plan, base_url=embedded, retries=0
    )
    holds(summary)
    return summary


def holds(summary: ArticleSummary) -> None:
    """What must hold whatever the model says."""
    text = summary.article.text
    assert text is not None
    items = [*summary.gist, *summary.actors, *summary.statements, *summary.stances, *summary.events]
    for item in items:
        for evidence in item.evidence:
            assert text[evidence.start : evidence.end] == evidence.quote
            assert evidence.sentence not in summary.article.boilerplate
    names = [actor.name for actor in summary.actors]
    assert len(names) == len(set(names))
    ids = {actor.id for actor in summary.actors}
    assert {statement.speaker for statement in summary.statements} <= ids
    assert {stance.holder for stance in summary.stances} <= ids | {"author"}
    for event in summary.events:
        assert {*event.actors, *event.recipients} <= ids
    assert run_of(summary).usage.calls > 0


def actors(summary: ArticleSummary) -> set[str]:
    return {actor.name for actor in summary.actors}


@pytest.mark.vcr
def test_draft_of_the_strike(embedded: str) -> None:
    summary = run("bus-strike", "draft", embedded)
    assert {"Rosa Imre", "Viktor Lang", "Transport Workers' Union"} <= actors(summary)


@pytest.mark.vcr
def test_draft_of_the_talks(embedded: str) -> None:
    summary = run("water-talks", "draft", embedded)
    assert {"Karsk", "Oleria", "Mira Dovan", "Tomas Reyl"} <= actors(summary)


@pytest.mark.vcr
def test_draft_of_the_ruling(embedded: str) -> None:
    summary = run("court-ruling", "draft", embedded)
    assert {"Oskar Brandt", "Sara Quill", "Norvik"} <= actors(summary)


@pytest.mark.vcr
def test_draft_of_the_storm(embedded: str) -> None:
    summary = run("storm", "draft", embedded)
    assert {"Lea Storm", "Arne Storm", "Brellkraft"} <= actors(summary)


@pytest.mark.vcr
def test_questions_about_the_strike(embedded: str) -> None:
    summary = run("bus-strike", "ask", embedded)
    assert {"Rosa Imre", "Viktor Lang", "Transport Workers' Union"} <= actors(summary)
    assert any(stance.position == "against" for stance in summary.stances)
    assert any(event.status == "postponed" for event in summary.events)


@pytest.mark.vcr
def test_note_over_the_incident(embedded: str) -> None:
    summaries = sorted((EXAMPLES / "brief").glob("*.summary.json"))
    note = brief(summaries, model="local", base_url=embedded, retries=0)
    assert "3 independent reports (4 articles)" in note.title
    assert note.run.usage.calls > 0
    assert note.bottom_line
    words = note.words()
    for sentence in (*note.bottom_line, *note.judgements):
        assert all(words[mark] for mark in sentence.cites)
