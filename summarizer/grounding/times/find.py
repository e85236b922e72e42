"""Time phrases of a sentence, found by rule and resolved against an anchor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Final, Literal

from summarizer.grounding.times.basis import Basis, Resolved
from summarizer.grounding.times.dates import Tense
from summarizer.grounding.times.found import FoundTime
from summarizer.grounding.times.phrases import Phrase, Phrasebook, Rule, phrasebook, words_of
from summarizer.grounding.times.ranges import Span, count_on, join_ranges
from summarizer.grounding.times.resolve import resolve
from summarizer.grounding.times.tense import tense_at
from summarizer.grounding.words import base_language
from summarizer.ontology import Anchor, Granularity

AnchorKind = Literal["published", "dateline"]
_FORMATS: dict[Granularity, str] = {
    "year": "%Y",
    "month": "%Y-%m",
    "week": "%G-W%V",
    "day": "%Y-%m-%d",
    "time": "%Y-%m-%d",
}
_TEXTS: Final = 2**7  # whose phrases are remembered: a sentence is read again with each claim
# Same length, so that positions hold.
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def find_times(
    sentence_text: str,
    *,
    offset: int = 0,
    anchor: date | datetime | None = None,
    anchor_kind: AnchorKind = "published",
    language: str | None = "en",
    event_dates: Mapping[str, date] | None = None,
    tense: Tense | None = None,
) -> list[FoundTime]:
    """The time phrases of a sentence in order, with positions moved by `offset`.

    `event_dates` maps a noun ("walkout") to the day of that event, for phrases counted from it.
    `tense` overrides the tense that is otherwise read from the governing verb.
    """
    code, day = base_language(language), anchor.date() if isinstance(anchor, datetime) else anchor
    book = phrasebook(code)
    if book is None:
        from summarizer.grounding.times.foreign import full_dates  # other languages' dates

        return [
            _event_time(text, start + offset, "as written", Resolved("day", found), anchor_kind)
            for start, end, found in full_dates(sentence_text, code)
            for text in (sentence_text[start:end],)
        ]
    plain = sentence_text.translate(_DIGITS)
    spans = _without_overlaps(_resolved(plain, book, day, event_dates or {}, tense, code))
    return [
        _event_time(
            sentence_text[span.start : span.end],
            span.start + offset,
            span.rule.says,
            span.resolved,
            anchor_kind,
        )
        for span in count_on(join_ranges(spans, plain, book))
        if span.resolved is not None
    ]


def time_spans(sentence_text: str, language: str | None = "en") -> list[tuple[int, int]]:
    """Where the time phrases of a sentence stand, without resolving them."""
    return [(t.start, t.end) for t in find_times(sentence_text, language=language)]


def _resolved(
    text: str,
    book: Phrasebook,
    anchor: date | None,
    event_dates: Mapping[str, date],
    tense: Tense | None,
    language: str,
) -> list[Span]:
    found = []
    for rule, match in _matches(text, language):
        start, end = match.span("phrase" if "phrase" in match.groupdict() else 0)
        if rule.resolve == "skip":
            found.append(Span(start, end, rule, None))
            continue
        governing = tense or (tense_at(text, start, end, language) if anchor else None)
        resolved = resolve(Phrase(rule, match, book), Basis(anchor, governing, event_dates))
        if resolved is not None:
            found.append(Span(start, end, rule, resolved))
    return found


@lru_cache(_TEXTS)
def _matches(text: str, language: str) -> tuple[tuple[Rule, re.Match[str]], ...]:
    """What the rules of a language find, whatever the day they count from."""
    book = phrasebook(language)
    rules, words = book.rules if book is not None else (), words_of(text)
    return tuple((rule, match) for rule in rules for match in rule.matches(text, words))


def _without_overlaps(spans: Sequence[Span]) -> list[Span]:
    """The first that begins wins, then the longest, then the earlier rule."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _event_time(
    text: str, start: int, says: str, resolved: Resolved, anchor_kind: AnchorKind
) -> FoundTime:
    anchor: Anchor | None = None
    if resolved.counted_from is not None:
        anchor = "event" if resolved.counted_from == "event" else anchor_kind
    known = resolved.start is not None
    return FoundTime(
        text=text,
        start=start,
        end=start + len(text),
        value=_written(resolved, resolved.start),
        value_end=_written(resolved, resolved.end),
        granularity=resolved.granularity,
        anchor=anchor if known else None,
        rule=says if known else f"{says}; no known date to count from",
    )


def _written(resolved: Resolved, day: date | None) -> str | None:
    """ISO 8601 at the granularity: 2031, 2031-06, 2031-W24, 2031-06-09, 2031-06-09T17:00."""
    if day is None:
        return None
    # strftime does not pad years before 1000 everywhere; the rules find none of those.
    written = day.strftime(_FORMATS[resolved.granularity])
    if resolved.granularity == "time" and resolved.clock is not None:
        hour, minute = resolved.clock
        return f"{written}T{hour:02}:{minute:02}"
    return written
