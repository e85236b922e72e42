"""Dates of events: ISO 8601 at the stated granularity, ranges in order, relative ones anchored."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Problem, pointer

if TYPE_CHECKING:
    from summarizer.schema.brief import TimelineEntry
    from summarizer.schema.summary import Event, EventTime

    Timed = EventTime | TimelineEntry

_WEEK: Final = re.compile(r"(\d{4})-W(\d\d)")
_YEAR_WRITTEN: Final = re.compile(r"\d{4}|['’]\d\d(?!\d)")


def _year(value: str) -> date:
    return date.fromisoformat(f"{_fit(r'[0-9]{4}', value)}-01-01")


def _month(value: str) -> date:
    return date.fromisoformat(f"{_fit(r'[0-9]{4}-[0-9]{2}', value)}-01")


def _week(value: str) -> date:
    found = _WEEK.fullmatch(value)
    if found is None:
        raise ValueError(value)
    return date.fromisocalendar(int(found[1]), int(found[2]), 1)


def _day(value: str) -> date:
    return date.fromisoformat(_fit(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value))


def _time(value: str) -> date:
    clock = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(:[0-9]{2}){1,2}(Z|[+-][0-9]{2}:[0-9]{2})?"
    return datetime.fromisoformat(_fit(clock, value)).date()


_READERS: Final[dict[str, tuple[str, Callable[[str], date]]]] = {
    "year": ("2031", _year),
    "month": ("2031-06", _month),
    "week": ("2031-W24", _week),
    "day": ("2031-06-09", _day),
    "time": ("2031-06-09T17:00", _time),
}


def check_dates(document: SummaryDocument) -> Iterator[Problem]:
    """Check the time of every event."""
    for index, event in enumerate(document.summary.events):
        if event.time is not None:
            yield from _check_time(document, pointer("events", index), event, event.time)


def check_range(path: str, time: Timed) -> Iterator[Problem]:
    """Check that first and last day have the form of their granularity, and their order."""
    days = {name: _read(time, name) for name in ("value", "value_end")}
    for name, day in days.items():
        value = getattr(time, name)
        if value is not None and day is None:
            example = _READERS[time.granularity][0] if time.granularity else "with a granularity"
            message = f'"{value}" is no {time.granularity or "value"} such as {example}'
            yield Problem("date_form", f"{path}/{name}", message)
    if time.value is None and time.value_end is not None:
        message = "a range ends but does not begin: value is null"
        yield Problem("date_order", f"{path}/value_end", message)
    first, last = days.values()
    if first is not None and last is not None and last <= first:
        message = f"{time.value_end} does not come after {time.value}"
        yield Problem("date_order", f"{path}/value_end", message)


def _check_time(
    document: SummaryDocument, path: str, event: Event, time: EventTime
) -> Iterator[Problem]:
    published = document.published
    yield from _check_anchor(f"{path}/time", time, published)
    yield from check_range(f"{path}/time", time)
    first = _read(time, "value")
    if first is not None and published is not None and time.granularity in ("day", "time"):
        last = _read(time, "value_end") or first
        if event.status == "occurred" and first > published:
            message = f"occurred on {first}, after the article of {published}"
            yield Problem("status_against_date", f"{path}/status", message)
        if event.status == "planned" and last < published and not _is_of_the_plan(document, event):
            message = f"planned for {last}, before the article of {published}"
            yield Problem("status_against_date", f"{path}/status", message)


def _read(time: Timed, name: str) -> date | None:
    """Read a value as its first day; None if there is none, or not of the granularity's form."""
    value = getattr(time, name)
    if value is None or time.granularity is None:
        return None
    try:
        return _READERS[time.granularity][1](value)
    except ValueError:
        return None


def _check_anchor(path: str, time: EventTime, published: date | None) -> Iterator[Problem]:
    """Check that a relative phrase says what it was counted from, and that this is known."""
    if time.value is None:
        return
    if time.anchor is None and not _YEAR_WRITTEN.search(time.text):
        message = f'"{time.text}" names no year, so its value was counted from something'
        yield Problem("anchor_missing", f"{path}/anchor", message)
    if time.anchor == "published" and published is None:
        message = "counted from the publication date, which is not known"
        yield Problem("anchor_unknown", f"{path}/anchor", message)


def _is_of_the_plan(document: SummaryDocument, event: Event) -> bool:
    """Whether the day may be that of planning: "vowed on Monday to appeal". Told in English only.

    Proposals and threats are not looked at: their day mostly is the day they were made.
    """
    from summarizer.grounding.status import status_of  # loads the word lists of the language
    from summarizer.grounding.words import predicates_of

    quotes = (evidence.quote for evidence in event.evidence)
    told = [status_of(quote, event.description, document.language) for quote in quotes]
    cues = [cue for status, cue in told if status == event.status]
    return any(predicate.past for cue in cues for predicate in predicates_of(cue))


def _fit(pattern: str, value: str) -> str:
    if re.fullmatch(pattern, value) is None:
        raise ValueError(value)
    return value
