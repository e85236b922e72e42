"""Code and model together on one event: is it one, and of which type?

Measured on our own development articles: the type that the words show is right in 71 of 100
events, the model's answer in 34; but how surely the model says "none" tells events from
background better than anything in the words. So the words decide the type, the model whether.
"""

from __future__ import annotations

from typing import Final, cast

from summarizer.grounding import Reading
from summarizer.grounding.happenings import Happening
from summarizer.llm import Choice
from summarizer.ontology import EventType, mode_is_legal, quad_of
from summarizer.schema import Event

_NONE: Final = "NONE"
_UNLISTED: Final = 0.3
"""Weight up to which a trigger is only some verb, whose type the words do not show."""
_FLOOR: Final = 0.05
"""Fitted on the development articles: between keeping background and losing events."""


def happening_of(event: Event, reading: Reading) -> Happening | None:
    """The happening that an event was proposed from, if code proposed it."""
    number = event.evidence[0].sentence
    text = reading.article.text
    for happening in reading.happenings:
        if happening.sentence == number and text[slice(*happening.clause)] == event.description:
            return happening
    return None


def settle(event: Event, choice: Choice, happening: Happening | None) -> Event | None:
    """The event with its type and margin, or None if it is none."""
    if happening is None or not choice.probabilities:
        return None if choice.label == _NONE else _typed(event, choice.label, choice.margin)
    none = choice.probabilities[_NONE]
    if 0.5 * happening.salience + happening.best.weight - 1.5 * none < _FLOOR:
        return None
    label: str = happening.best.type
    if happening.best.weight <= _UNLISTED and choice.label != _NONE:
        label = choice.label
    return _typed(event, label, max(0.0, 1 - 2 * none))


def _typed(event: Event, label: str, margin: float | None) -> Event:
    event_type = cast(EventType, label)
    return event.model_copy(
        update={
            "type": event_type,
            "quad": quad_of(event_type),
            "mode": event.mode if mode_is_legal(event_type, event.mode) else None,
            "margin": None if margin is None else round(margin, 3),
        }
    )
