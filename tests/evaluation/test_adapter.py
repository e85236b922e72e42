"""A summary becomes a prediction without losing what the scorer reads."""

from __future__ import annotations

import pytest

from summarizer.article import Metadata, build_article
from summarizer.evaluation import prediction_of
from summarizer.ontology import Position
from tests.evaluation.made import TEXT, empty_summary, full_summary

ARTICLE = build_article(TEXT, Metadata(id="trams"))


def test_every_item_is_handed_over() -> None:
    found = prediction_of(full_summary(ARTICLE))
    assert found.id == "trams"
    first = found.actors[0]
    assert (first.name, first.aliases, first.kind) == ("Otto Feld", ["Feld"], "person")
    assert [(q.holder, q.text) for q in found.quotes] == [("Otto Feld", '"It is fair," Feld said.')]
    assert [(s.holder, s.target, s.polarity) for s in found.stances] == [
        ("Otto Feld", "the offer", "supports"),
        ("author", "Drivers' League", "neutral"),
    ]
    assert found.stances[0].evidence == (
        'Otto Feld of the Drivers\' League backed the offer on Monday. "It is fair," Feld said.'
    )
    assert found.summary == "Feld backed the offer. Drivers will vote."


def test_events_keep_roles_status_and_a_date_that_can_be_scored() -> None:
    (event,) = prediction_of(full_summary(ARTICLE)).events
    assert [(p.name, p.role) for p in event.participants] == [
        ("Drivers' League", "actor"),
        ("Ines Kaplan", "recipient"),
    ]
    assert event.status == "planned"
    assert event.type == "CONSULT"
    assert event.description == "Drivers will vote next week"
    assert event.date == "2031-06-16", "the Monday of the week that was written"


@pytest.mark.parametrize(
    ("position", "polarity"),
    [
        ("favor", "supports"),
        ("against", "opposes"),
        ("neutral", "neutral"),
        ("mixed", "neutral"),
    ],
)
def test_positions(position: Position, polarity: str) -> None:
    summary = full_summary(ARTICLE)
    summary.stances[0].position = position
    assert prediction_of(summary).stances[0].polarity == polarity


@pytest.mark.parametrize(
    ("value", "date"), [("2031-06", "2031-06"), ("2031-06-09", "2031-06-09"), (None, None)]
)
def test_other_dates_stay_as_they_are(value: str | None, date: str | None) -> None:
    summary = full_summary(ARTICLE)
    time = summary.events[0].time
    assert time is not None
    time.value = value
    assert prediction_of(summary).events[0].date == date


def test_a_year_is_scored_as_its_first_month() -> None:
    summary = full_summary(ARTICLE)
    time = summary.events[0].time
    assert time is not None
    time.value, time.granularity = "2031", "year"
    assert prediction_of(summary).events[0].date == "2031-01"


def test_an_empty_summary_is_an_empty_prediction() -> None:
    found = prediction_of(empty_summary(ARTICLE))
    assert (found.actors, found.quotes, found.stances, found.events) == ([], [], [], [])
    assert found.summary is None
