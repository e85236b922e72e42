"""What a time phrase is counted from, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from summarizer.grounding.times.dates import Tense, Unit
from summarizer.ontology import Granularity


@dataclass(frozen=True)
class Basis:
    """What a phrase is counted from."""

    anchor: date | None
    tense: Tense | None
    event_dates: Mapping[str, date] = field(default_factory=dict)


class Resolved(NamedTuple):
    """A time: first and last day at a granularity; `start` is None where it cannot be known."""

    granularity: Granularity
    start: date | None = None
    end: date | None = None
    counted_from: Literal["anchor", "event"] | None = None
    clock: tuple[int, int] | None = None
    weekday: int | None = None
    """Set, with the tense, where the phrase is a bare weekday: two of them may be a range."""
    tense: Tense | None = None
    step: tuple[int, Unit] | None = None
    """Set where the phrase is counted from the time before it in the sentence."""
