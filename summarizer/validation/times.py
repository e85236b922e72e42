"""Dates level: a value is what its phrase means, counted from its anchor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Problem, pointer

if TYPE_CHECKING:
    from datetime import date

    from summarizer.schema.summary import EventTime

_KEPT: Final = 1024
"""Sentences whose times are remembered."""


class _Counted(NamedTuple):
    """A time phrase of a sentence, and what the rules make of it."""

    start: int
    end: int
    value: str | None
    value_end: str | None


def check_times(document: SummaryDocument) -> Iterator[Problem]:
    """Count the times of all events again; nothing without the text or the anchor's day.

    Only phrases that the rules read with the very same words are compared. A day counted from
    another event is left alone: it may be given anywhere in the article.
    """
    if document.text is None:
        return
    for index, event in enumerate(document.summary.events):
        time = event.time
        if time is None or time.value is None or time.anchor == "event":
            continue
        anchor = document.dateline_day if time.anchor == "dateline" else document.published
        counted = _count_again(document, time, anchor)
        if counted is None or counted.value is None:
            continue
        if (counted.value, counted.value_end) != (time.value, time.value_end):
            path = f"{pointer('events', index)}/time/value"
            yield Problem("date_mismatch", path, _message(document, time, counted, anchor))


def _count_again(
    document: SummaryDocument, time: EventTime, anchor: date | None
) -> _Counted | None:
    number = document.sentence_at(time.start)
    if number is None:
        return None
    begin = document.summary.article.sentences[number - 1][0]
    times = _times_of(document.sentence(number), anchor, document.language)
    return next(
        (one for one in times if (one.start + begin, one.end + begin) == (time.start, time.end)),
        None,
    )


@lru_cache(_KEPT)
def _times_of(sentence: str, anchor: date | None, language: str | None) -> tuple[_Counted, ...]:
    from summarizer.grounding.times import find_times  # loads the phrases of the language

    found = find_times(sentence, anchor=anchor, language=language)
    return tuple(_Counted(one.start, one.end, one.value, one.value_end) for one in found)


def _message(
    document: SummaryDocument, time: EventTime, counted: _Counted, anchor: date | None
) -> str:
    number = document.sentence_at(time.start)
    since = f", counted from {anchor}" if time.anchor is not None else ""
    return (
        f'"{time.text}" in sentence {number} is {_range(counted.value, counted.value_end)}{since}, '
        f"not {_range(time.value, time.value_end)}"
    )


def _range(first: str | None, last: str | None) -> str:
    return f"{first} to {last}" if last is not None else str(first)
