"""The dateline: "VELDEN, June 9, 2031 (Velden Post) —", where and when a report was filed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from summarizer.article.byline import names_publisher
from summarizer.article.dates import WRITTEN_DATE, find_date
from summarizer.article.lines import Line

_LOOKED_AT: Final = 220
"""Characters of a line in which a dateline must end."""
_NAME: Final = r"[^\W\d_][^(),،—–\d\n:;!?\"“”«»]"
_PLACE: Final = rf"(?P<place>{_NAME}{{1,40}}?(?:, {_NAME}{{1,24}}?){{0,2}}?)"
_COUNTRY: Final = r"(?: \([^()\d]{2,30}\))?"
_WEEKDAY: Final = r"(?:[^\W\d_]{3,10}\.?,? )?"
_DAY: Final = r"\d{1,2} (?:de )?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.? \d{1,2}"
"""A day without a year: part of a dateline, but no date."""
_DATE: Final = rf"{_COUNTRY}[,،]? {_WEEKDAY}(?P<date>{WRITTEN_DATE}|{_DAY})(?: г(?:ода|\.))?"
_AGENCY: Final = r"\s*\((?P<agency>[^\W\d_][^()]{1,59})\)"
_DASH: Final = r"\s*(?:\.?\s?[—–]+|\.?--|\.?-(?=\s)|\.-)\s*"
_ASIDES: Final = r"(?:\[[^\[\]]{1,100}\]\s*)*(?P<after>.?)"
"""What monitoring services put between the dateline and the report: "[Text]"."""

_USUAL: Final = re.compile(rf"{_PLACE}(?:{_DATE})?[.,،]?(?:{_AGENCY})?{_DASH}{_ASIDES}")
_SLASHED: Final = re.compile(
    rf"{_PLACE}{_DATE}(?:\.|,)?\s*/(?P<agency>[^/\d\s]{{2,20}})/[.,]?\s*(?P<after>.?)"
)
"""Russian, "ЛОРН, 9 июня. /ПОБЕРЕЖЬЕ/."."""
_DASHED: Final = re.compile(
    rf"{_PLACE}{_DATE}{_DASH}(?P<agency>[А-ЯЁ][\w-]*(?: [А-ЯЁ][\w-]*){{0,2}})\.\s+(?P<after>.?)"
)
"""Russian, "ЛОРН, 9 июня — Новости Побережья."."""
_CHINESE: Final = re.compile(
    r"[（(【]?(?P<agency>[\u4e00-\u9fff]{1,6}?[社报网])(?P<place>[\u4e00-\u9fff]{2,8}?)"
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)[电讯]"
    r"(?:[】）)]|\s*[（(](?:本报)?记者[^）)]{1,40}[）)])?\s*(?P<after>.?)"
)
_OURS: Final = frozenset({"本报", "本社", "本网"})
"""Chinese for "this paper", which names nobody."""
_PATTERNS: Final = (_CHINESE, _SLASHED, _DASHED, _USUAL)
_SHORTEST_PLACE: Final = 3
_MOST_PLACE_WORDS: Final = 5
_NO_PLACE: Final = frozenset(
    (
        "a",
        "an",
        "at",
        "by",
        "for",
        "from",
        "in",
        "on",
        "since",
        "the",
        "this",
        "until",
        "when",
        "after",
        "before",
        "el",
        "la",
        "los",
        "en",
        "le",
        "il",
        "am",
        "im",
        "der",
        "die",
        "das",
        "в",
        "на",
        "с",
        "по",
        "في",
        "من",
        "على",
    )
)
"""Small words that open a sentence, never a dateline."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where it stands in the text, and what it says."""

    start: int
    end: int
    published: date | datetime | None
    publisher: str | None


def find_dateline(text: str, lines: Iterable[Line], language: str | None) -> Dateline | None:
    """The dateline that opens one of the lines, or None."""
    for line in lines:
        head = text[line.start : min(line.end, line.start + _LOOKED_AT)].replace("\n", " ")
        for pattern in _PATTERNS:
            found = pattern.match(head)
            if found and _holds(found, language):
                return _read(found, line.start, language)
    return None


def _holds(found: re.Match[str], language: str | None) -> bool:
    """Whether a match is a dateline and not a sentence with a dash in it."""
    place, after = found["place"].split(","), found["after"]
    words = place[0].split()
    if not after or after.islower() or words[0].casefold() in _NO_PLACE:
        return False
    if not all(part.strip()[:1].isupper() or not part.isascii() for part in place):
        return False
    if found.re is _CHINESE:
        return True
    if len(words) > _MOST_PLACE_WORDS or len(place[0]) < _SHORTEST_PLACE:
        return False
    if found["date"]:
        return _is_day(found["date"], language)
    return place[0].isupper() or names_publisher(found["agency"] or "") or _is_caseless(found)


def _is_caseless(found: re.Match[str]) -> bool:
    """Whether the place is one word in a script without capitals, before a dash between blanks."""
    place, dash = found["place"], found.string[found.end("place") : found.start("after")]
    return place.isalpha() and not place.isascii() and place == place.swapcase() and dash[0] == " "


def _is_day(written: str, language: str | None) -> bool:
    """Whether these words are a day, with a year or without: "June 9", not "kills 4"."""
    a_leap_year = f"{written} 2000"
    return any(find_date(day, language) is not None for day in (written, a_leap_year))


def _read(found: re.Match[str], offset: int, language: str | None) -> Dateline:
    named = found["agency"].strip(" .") if found["agency"] else None
    return Dateline(
        start=offset,
        end=offset + len(found.string[: found.start("after")].rstrip()),
        published=find_date(found["date"], language) if found["date"] else None,
        publisher=None if named in _OURS else named,
    )
