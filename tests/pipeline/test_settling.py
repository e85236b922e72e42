"""Words and model together: whether a clause is an event, and of which type."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.article import build_article
from summarizer.grounding import Reading, ground, propose, read_article
from summarizer.llm import Choice
from summarizer.ontology import Status, quad_of
from summarizer.pipeline.settling import happening_of, is_open, settle
from summarizer.schema import Event

STORY = (
    "Dockers strike in Ostra\n\n"
    "OSTRA, May 6, 2030 (Coast Wire) — Police arrested four dockers in Ostra on Monday. "
    "The harbour is old.\n"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_article(build_article(STORY))


@pytest.fixture(scope="module")
def arrest(reading: Reading) -> Event:
    events = ground(propose(reading), reading).events
    return next(event for event in events if "arrested" in event.description)


def answer(event: float) -> Choice:
    label = "event" if event > 0.5 else "none"
    return Choice(label, abs(2 * event - 1), {"event": event, "none": 1 - event})


def test_an_event_finds_what_it_was_proposed_from(reading: Reading, arrest: Event) -> None:
    happening = happening_of(arrest, reading)
    assert happening is not None
    assert happening.best.type == "COERCE"


def test_a_sure_answer_keeps_the_event_with_the_type_of_its_words(
    reading: Reading, arrest: Event
) -> None:
    settled = settle(arrest, answer(0.95), happening_of(arrest, reading))
    assert settled is not None
    assert (settled.type, settled.mode) == ("COERCE", "arrest")
    assert settled.quad == quad_of("COERCE")
    assert settled.margin == pytest.approx(0.9)


def test_a_denied_event_that_the_article_makes_little_of_is_left_out(
    reading: Reading, arrest: Event
) -> None:
    happening = happening_of(arrest, reading)
    assert happening is not None
    slight = replace(happening, salience=0.6)
    assert settle(arrest, answer(0.1), slight) is None
    assert settle(arrest, answer(0.9), slight) is not None


@pytest.mark.parametrize(
    ("salience", "status", "asked", "kept"),
    [
        (0.95, "occurred", False, True),
        (0.1, "occurred", False, False),
        (0.6, "occurred", True, None),
        (0.6, "planned", True, None),
        (0.6, "cancelled", False, True),
    ],
)
def test_nothing_is_asked_where_no_answer_could_change_it(
    reading: Reading, arrest: Event, salience: float, status: Status, asked: bool, kept: bool | None
) -> None:
    happening = happening_of(arrest, reading)
    assert happening is not None
    told = arrest.model_copy(update={"status": status})
    weighed = replace(happening, salience=salience)
    assert is_open(told, weighed) is asked
    outcomes = {settle(told, c, weighed) is not None for c in (answer(1.0), answer(0.0))}
    assert outcomes == ({True, False} if asked else {kept})
    settled = settle(told, None, weighed)
    assert asked or (settled is not None) is kept
    assert settled is None or settled.margin is None


def test_what_code_did_not_propose_is_always_asked_about(arrest: Event) -> None:
    assert is_open(arrest, None)
    assert settle(arrest, None, None) is None


def test_without_a_happening_the_answer_alone_decides(arrest: Event) -> None:
    assert settle(arrest, answer(0.4), None) is None
    kept = settle(arrest, answer(0.6), None)
    assert kept is not None
    assert kept.type == arrest.type


def test_an_answer_without_probabilities_has_no_margin(reading: Reading, arrest: Event) -> None:
    kept = settle(arrest, Choice("event", None, {}), happening_of(arrest, reading))
    assert kept is not None
    assert kept.margin is None


def test_a_mode_that_the_type_does_not_allow_is_dropped(arrest: Event) -> None:
    odd = arrest.model_copy(update={"type": "AGREE", "mode": "arrest"})
    settled = settle(odd, answer(0.9), None)
    assert settled is not None
    assert settled.mode is None
