"""The dateline: "VELDEN, June 9, 2031 (Velden Post) —", where and when a report was filed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from summarizer.article.dates import WRITTEN_DATE, find_date
from summarizer.article.lines import Line

_LOOKED_AT: Final = 200
"""Characters of a line in which a dateline must end."""
_WEEKDAY: Final = r"(?:[^\W\d_]{3,10}\.?,? )?"
_DAY_ONLY: Final = r"(?:\d{1,2} (?:de )?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.? \d{1,2})"
_PLACE: Final = r"[^\W\d_][^(),—–\d\n:;!?]{1,40}?(?:, [^\W\d_][^(),—–\d\n:;!?]{1,24}?){0,2}?"
_AGENCY: Final = r"\((?P<agency>[^()\d]{2,60}?)\)|/(?P<agency2>[^/\d\s]{2,20})/\.?"
_DASH: Final = r"\s*(?:\.?[—–]+|\.?--?(?=\s)|\.-)\s*(?:\[[^\[\]]{1,40}\]\s*)*"
_DATELINE: Final = re.compile(
    rf"(?P<place>{_PLACE})"
    rf"(?:,? {_WEEKDAY}(?P<date>{WRITTEN_DATE}|{_DAY_ONLY})(?: г(?:ода|\.))?)?"
    rf"[.,]?(?:\s*(?:{_AGENCY}))?"
    rf"(?P<dash>{_DASH})"
    rf"(?P<after>.?)"
)
_SLASHED: Final = re.compile(
    rf"(?P<place>{_PLACE}), (?P<date>{WRITTEN_DATE}|{_DAY_ONLY})\. "
    r"/(?P<agency>[^/\d\s]{2,20})/\.?\s*(?P<after>.?)"
)
_CHINESE: Final = re.compile(
    r"[（(【]?(?P<agency>[\u4e00-\u9fff]{1,6}?[社报网])(?:[\u4e00-\u9fff]{0,4}?)(?P<place>[\u4e00-\u9fff]{2,8}?)"
    r"(?P<date>(?:\d{4}年)?\d{1,2}月\d{1,2}日)[电讯]"
    r"(?:[】）)]|\s*[（(](?:本报)?记者[^）)]{1,40}[）)])?\s*(?P<after>.?)"
)
_GENERIC: Final = frozenset({"本报", "本社", "本网"})
"""Chinese for "this paper", which names nobody."""


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
        for pattern in (_CHINESE, _SLASHED, _DATELINE):
            found = pattern.match(head)
            if found and _holds(found):
                return _read(found, line.start, language)
    return None


def _holds(found: re.Match[str]) -> bool:
    """Whether a match is a dateline and not a sentence with a dash in it."""
    parts = found.groupdict()
    place, after = found["place"], found["after"]
    if not after or after.islower():
        return False
    if parts.get("date") or parts.get("agency") or parts.get("agency2"):
        return not place[0].islower() and len(place.split()) <= _MOST_PLACE_WORDS
    letters = [char for char in re.sub(r",.*", "", place) if char.isalpha()]
    return len(letters) > _SHORTEST_PLACE and all(char.isupper() for char in letters)


_MOST_PLACE_WORDS: Final = 5
_SHORTEST_PLACE: Final = 2


def _read(found: re.Match[str], offset: int, language: str | None) -> Dateline:
    parts = found.groupdict()
    agency = parts.get("agency") or parts.get("agency2")
    named = agency.strip(" .") if agency and agency not in _GENERIC else None
    end = found.start("after") if found["after"] else found.end()
    return Dateline(
        start=offset,
        end=offset + len(found.string[:end].rstrip()),
        published=find_date(parts["date"], language) if parts.get("date") else None,
        publisher=named,
    )
