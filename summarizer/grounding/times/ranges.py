"""Times that hang together: two ends of one range, and days counted from the time before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from summarizer.grounding.times.basis import Resolved
from summarizer.grounding.times.dates import shift
from summarizer.grounding.times.phrases import Phrasebook, Rule


class Span(NamedTuple):
    """A time phrase where it stands; `resolved` is None for words that only look like a time."""

    start: int
    end: int
    rule: Rule
    resolved: Resolved | None


def count_on(found: Sequence[Span]) -> list[Span]:
    """The times in order, with those resolved that are counted from the one before them."""
    known: date | None = None
    counted = []
    for span in found:
        resolved = span.resolved
        if resolved is not None and resolved.step is not None and known is not None:
            start = shift(known, *resolved.step)
            resolved = resolved._replace(start=start, counted_from="event")
            span = span._replace(resolved=resolved)
        if resolved is not None and resolved.granularity in ("day", "time"):
            known = resolved.end or resolved.start or known
        counted.append(span)
    return counted


def join_ranges(found: Sequence[Span], text: str, book: Phrasebook) -> list[Span]:
    """The times in order, with the two ends of a range made one."""
    joined: list[Span] = []
    for span in found:
        whole = _joined(joined[-1], span, text, book) if joined else None
        if whole is None:
            joined.append(span)
        else:
            joined[-1] = whole
    return joined


def _joined(first: Span, last: Span, text: str, book: Phrasebook) -> Span | None:
    joiner = book.joiner.fullmatch(text, first.end, last.start)
    one, two = first.resolved, last.resolved
    if joiner is None or one is None or two is None or one.end or two.end:
        return None
    if one.granularity != two.granularity or one.granularity == "time":
        return None
    if (one.weekday is None) != (two.weekday is None):
        return None  # a weekday and a date are no ends of one range
    merely_listed = bool(joiner.group("list")) and not book.between.search(
        text, max(0, first.start - 20), first.start
    )
    if one.weekday is not None and two.weekday is not None:
        resolved = _weekdays(one, two, merely_listed)
    else:
        resolved = _dates(one, two, merely_listed)
    return first._replace(end=last.end, resolved=resolved) if resolved else None


def _dates(one: Resolved, two: Resolved, merely_listed: bool) -> Resolved | None:
    if one.start is None or two.start is None:
        return None
    if one.counted_from == "anchor" and two.counted_from is None:
        # Only the last day has its year written: "July 30 to August 2, 2030".
        sooner = one.start.replace(day=1, year=two.start.year) + timedelta(days=one.start.day - 1)
        one = one._replace(start=sooner, counted_from=None)
    if one.start is None or one.start >= two.start:
        return None
    next_day = one.granularity == "day" and two.start - one.start == timedelta(days=1)
    return one._replace(end=two.start) if next_day or not merely_listed else None


def _weekdays(one: Resolved, two: Resolved, merely_listed: bool) -> Resolved | None:
    days = ((two.weekday or 0) - (one.weekday or 0)) % 7
    if days == 0 or (merely_listed and days != 1):
        return None
    if one.start is None or two.start is None:
        return one
    # The range may not cross the anchor: in the past its last day is counted, else its first.
    start = two.start - timedelta(days=days) if two.tense == "past" else one.start
    return one._replace(start=start, end=start + timedelta(days=days))
