"""One event of one article, as merging compares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from summarizer.merging.model import Ref, Source
from summarizer.merging.words import counted_in, folded, stems, tokens
from summarizer.schema import Event

_YEAR: Final = 4
_MONTH: Final = 7
_DAY: Final = 10
_CLOSE: Final = 2
"""Days by which a date from elsewhere in the sentence may be off."""
Days = tuple[date, date]


@dataclass(frozen=True)
class Happened:
    """An event with its place among the articles."""

    ref: Ref
    event: Event
    source: Source
    actors: frozenset[int]
    recipients: frozenset[int]
    names: frozenset[str]
    """Words of its parties' names, which say who, not what."""

    @cached_property
    def core(self) -> frozenset[str]:
        """What happened, without numbers and without who."""
        found = stems(self.event.description)
        return (found - stems(" ".join(sorted(self.names)))) or found

    @cached_property
    def text(self) -> tuple[str, ...]:
        """The description, folded."""
        return tuple(tokens(folded(self.event.description)))

    @cached_property
    def days(self) -> Days | None:
        """First and last day that the date can mean; None if undated."""
        time = self.event.time
        if time is None or time.value is None:
            return None
        first = days_of(time.value)
        last = days_of(time.value_end) if time.value_end else first
        return (first[0], max(first[1], last[1])) if first and last else None

    @cached_property
    def borrowed(self) -> bool:
        """Whether the words of the date stand outside what is told of the event."""
        time = self.event.time
        return time is not None and folded(time.text) not in folded(self.event.description)

    @cached_property
    def counts(self) -> str | None:
        """What people it counts, such as "people killed", if it gives a plain number of them."""
        if not any(quantity.unit is None for quantity in self.event.quantities):
            return None
        return counted_in(self.event.description)

    @cached_property
    def parties(self) -> frozenset[int]:
        """Everyone in it."""
        return self.actors | self.recipients


def happened(
    source: Source, numbers: Mapping[Ref, int], names: Mapping[int, str]
) -> list[Happened]:
    """The events of an article; `numbers` gives the merged actor of each of its actors."""

    def merged(ids: list[str]) -> frozenset[int]:
        refs = [(source.number, actor) for actor in ids]
        return frozenset(numbers[ref] for ref in refs if ref in numbers)

    found = []
    for event in source.summary.events:
        actors, recipients = merged(event.actors), merged(event.recipients)
        said = frozenset(names[number] for number in actors | recipients)
        found.append(Happened((source.number, event.id), event, source, actors, recipients, said))
    return found


def days_of(value: str) -> Days | None:
    """First and last day of an ISO 8601 value at reduced precision; None if it is none."""
    try:
        if "W" in value:
            year, week = value[:4], value[6:8]
            first = date.fromisocalendar(int(year), int(week), 1)
            return first, first + timedelta(days=6)
        if len(value) >= _DAY:
            day = date.fromisoformat(value[:_DAY])
            return day, day
        if len(value) == _MONTH:
            first = date.fromisoformat(f"{value}-01")
            after = (first + timedelta(days=31)).replace(day=1)
            return first, after - timedelta(days=1)
        if len(value) == _YEAR:
            return date(int(value), 1, 1), date(int(value), 12, 31)
    except ValueError:
        return None
    return None


def between(one: Happened, other: Happened) -> int | None:
    """Days between two events; not known where a date that was borrowed is close by."""
    apart = gap(one.days, other.days)
    if apart and apart <= _CLOSE and (one.borrowed or other.borrowed):
        return None
    return apart


def gap(one: Days | None, other: Days | None) -> int | None:
    """Days between two dates: 0 if they overlap, None if one is not known."""
    if one is None or other is None:
        return None
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)
