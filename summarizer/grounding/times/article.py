"""The times of a whole article: its anchor, the days of its events, and every phrase resolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from summarizer.grounding.times.find import AnchorKind, find_times
from summarizer.grounding.times.found import FoundTime

if TYPE_CHECKING:  # `validate` reads times without cutting articles
    from summarizer.article.model import Article, Sentence

# English only. "The walkout began last Friday", "the vote on Tuesday", "Tuesday's vote".
_BEGAN = re.compile(
    r"\b(?:the|a|an|its|their|his|her|this)\s+(?:[\w-]+\s+){0,3}?(?P<noun>[a-z]{3,})\s+"
    r"(?:began|started|opened|occurred|happened|erupted|took\s+place|broke\s+out|was\s+held"
    r"|were\s+held|was\s+called|was\s+launched|was\s+filed|was\s+signed)\s*(?:early\s+|late\s+)?$",
    re.IGNORECASE,
)
_NOUN_ON = re.compile(r"\bthe\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z]{3,})\s+$", re.IGNORECASE)
_OF_THE_DAY = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z]{3,})(?=\s*(?:[,.;]|\w))")
_LOOK_BACK = 80  # characters: an event and its day stand close together


@dataclass(frozen=True)
class TimeAnchor:
    """The day that relative phrases are counted from."""

    day: date
    kind: AnchorKind


def anchor_of(article: Article) -> TimeAnchor | None:
    """The publication date, else a full date in the dateline, else None."""
    published = article.metadata.published
    if published is not None:
        day = published.date() if isinstance(published, datetime) else published
        return TimeAnchor(day, "published")
    if article.dateline is None:
        return None
    start, end = article.dateline
    for time in find_times(article.text[start:end], language=article.metadata.language):
        if time.granularity == "day" and time.value is not None:
            return TimeAnchor(date.fromisoformat(time.value), "dateline")
    return None


def article_times(article: Article) -> dict[int, list[FoundTime]]:
    """The time phrases of each sentence that has any, by sentence number; the dateline's left out.

    Phrases counted from an event ("three weeks before the walkout") are resolved where the article
    gives that event's day.
    """
    anchor = anchor_of(article)
    first = _by_sentence(article, anchor, {})
    events = event_dates((s, first.get(s.number, [])) for s in article.content)
    return _by_sentence(article, anchor, events) if events else first


def event_dates(sentences: Iterable[tuple[Sentence, list[FoundTime]]]) -> dict[str, date]:
    """Days of events by their noun, from "the walkout began last Friday"; English only.

    A noun that two sentences put on different days is left out.
    """
    found: dict[str, set[date]] = {}
    for sentence, times in sentences:
        for time in times:
            if time.granularity != "day" or time.value is None or time.anchor == "event":
                continue
            noun = _event_noun(
                sentence.text, time.start - sentence.start, time.end - sentence.start
            )
            if noun:
                found.setdefault(noun, set()).add(date.fromisoformat(time.value))
    return {noun: days.pop() for noun, days in found.items() if len(days) == 1}


def _event_noun(text: str, start: int, end: int) -> str | None:
    before = text[max(0, start - _LOOK_BACK) : start]
    began = _BEGAN.search(before)
    if began is None and text[start : start + 3].casefold() == "on ":
        began = _NOUN_ON.search(before)
    found = began or _OF_THE_DAY.match(text, end)
    return found.group("noun").casefold() if found else None


def _by_sentence(
    article: Article, anchor: TimeAnchor | None, events: Mapping[str, date]
) -> dict[int, list[FoundTime]]:
    found = {}
    for sentence in article.content:
        times = find_times(
            sentence.text,
            offset=sentence.start,
            anchor=anchor.day if anchor else None,
            anchor_kind=anchor.kind if anchor else "published",
            language=article.metadata.language,
            event_dates=events,
        )
        kept = [time for time in times if not _in_dateline(article, time)]
        if kept:
            found[sentence.number] = kept
    return found


def _in_dateline(article: Article, time: FoundTime) -> bool:
    span = article.dateline
    return span is not None and span[0] <= time.start and time.end <= span[1]
