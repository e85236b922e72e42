"""Deliberate damage to predictions, which a floor has to catch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final, TypeAlias

Json: TypeAlias = dict[str, Any]
Break: TypeAlias = Callable[[Json], Json]
_OPPOSITE: Final = {"supports": "opposes", "opposes": "supports", "neutral": "neutral"}


def half_the_actors(prediction: Json) -> Json:
    """Every other actor is lost."""
    return prediction | {"actors": prediction["actors"][::2]}


def positions_flipped(prediction: Json) -> Json:
    """For is against, and against is for."""
    stances = [s | {"polarity": _OPPOSITE[s["polarity"]]} for s in prediction["stances"]]
    return prediction | {"stances": stances}


def dates_shifted(prediction: Json) -> Json:
    """Days are nine days late, months and years one."""
    return prediction | {"events": [e | {"date": _later(e["date"])} for e in prediction["events"]]}


def all_occurred(prediction: Json) -> Json:
    """Everything that is told of happened."""
    return prediction | {"events": [e | {"status": "occurred"} for e in prediction["events"]]}


def wrong_speakers(prediction: Json) -> Json:
    """What was said, nobody known said."""
    return prediction | {"quotes": [q | {"holder": "Nobody Known"} for q in prediction["quotes"]]}


def half_the_statements(prediction: Json) -> Json:
    """Every other statement is lost."""
    return prediction | {"quotes": prediction["quotes"][::2]}


def half_the_events(prediction: Json) -> Json:
    """Every other event is lost."""
    return prediction | {"events": prediction["events"][::2]}


def wrong_participants(prediction: Json) -> Json:
    """Who takes part in an event is nobody known."""
    nobody = [{"name": "Nobody Known", "aliases": [], "role": "actor"}]
    return prediction | {"events": [e | {"participants": nobody} for e in prediction["events"]]}


def _later(told: str | None) -> str | None:
    if told is None or len(told) < len("2031-06-09"):
        return told and f"{int(told[:4]) + 1}{told[4:]}"
    return (date.fromisoformat(told[:10]) + timedelta(days=9)).isoformat()
