"""Dates as an article prints them, absolute ones only: the system clock is never read."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final

_ISO: Final = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
_YEAR_FIRST: Final = r"\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
_YEAR_LAST: Final = r"\d{1,2}[/.]\d{1,2}[/.]\d{4}"
_MONTH: Final = r"(?:(?:كانون|تشرين) [^\W\d_]+|آب|[^\W\d_]{3,12}\.?)"
"""A word that may be a month's name, in any language; dateparser says whether and which."""
_YEAR: Final = r"(?:\d{4}|[’']?\d\d)"
_MONTH_FIRST: Final = rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? {_YEAR}"
_DAY_FIRST: Final = (
    rf"\d{{1,2}}(?:st|nd|rd|th|er|º|\.)? (?:de |of )?{_MONTH},? (?:de |del )?{_YEAR}"
)
WRITTEN_DATE: Final = rf"(?:{_ISO}|{_YEAR_FIRST}|{_YEAR_LAST}|{_MONTH_FIRST}|{_DAY_FIRST})"
"""The shape of a full date; whether it is one, `find_date` says."""

_CANDIDATE: Final = re.compile(rf"(?<![\w/.-]){WRITTEN_DATE}(?![\w/])")
_TWO_DIGITS: Final = re.compile(r"(?<=[ ’'])[’']?(\d\d)\Z")
_NINETEENS: Final = 69
"""Two-digit years from here on are of the last century, as in POSIX …"""
_TWENTIES: Final = 49
"""… those up to here of this one; in between nobody can tell."""
_DAYS: Final = 2**10
"""Written days that are remembered: many articles are of one day."""
_LEVANT: Final = {
    "كانون الثاني": "يناير",
    "شباط": "فبراير",
    "آذار": "مارس",
    "نيسان": "أبريل",
    "أيار": "مايو",
    "حزيران": "يونيو",
    "تموز": "يوليو",
    "آب": "أغسطس",
    "أيلول": "سبتمبر",
    "تشرين الأول": "أكتوبر",
    "تشرين الثاني": "نوفمبر",
    "كانون الأول": "ديسمبر",
}
"""Arabic month names of the Levant and Iraq, which dateparser does not know."""


def find_date(text: str, language: str | None) -> date | datetime | None:
    """The first full date in a short text; with its time only if that has an offset."""
    for found in _CANDIDATE.finditer(text):
        if (parsed := _parsed(found.group(), language or "en")) is not None:
            return parsed
    return None


def _parsed(written: str, language: str) -> date | datetime | None:
    if re.fullmatch(_ISO, written):
        return _from_iso(written)
    if re.fullmatch(_YEAR_FIRST, written):
        return _day(*map(int, re.findall(r"\d+", written)))
    if re.fullmatch(_YEAR_LAST, written):
        return _from_numbers(written, language)
    century = _TWO_DIGITS.search(written)
    if century:
        year = int(century.group(1))
        if _TWENTIES < year < _NINETEENS:
            return None
        written = written[: century.start()] + str(year + (1900 if year >= _NINETEENS else 2000))
    for levant, usual in _LEVANT.items():
        written = written.replace(levant, usual)
    return _from_words(written.replace("’", ""), language)


def _from_iso(written: str) -> date | datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.date()


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_numbers(written: str, language: str) -> date | None:
    """9.6.2031 and 9/6/2031: the day comes first, save in English, where only one order may fit."""
    first, second, year = map(int, re.findall(r"\d+", written))
    if language != "en" or "." in written:
        return _day(year, second, first)
    readings = {_day(year, second, first), _day(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


@lru_cache(_DAYS)
def _from_words(written: str, language: str) -> date | None:
    import dateparser  # a tenth of a second, and only texts with a date need it

    for known in dict.fromkeys((language, "en")):
        try:
            parsed = dateparser.parse(
                written,
                languages=[known],
                settings={
                    "STRICT_PARSING": True,
                    "REQUIRE_PARTS": ["day", "month", "year"],
                    "PARSERS": ["absolute-time"],
                    "RELATIVE_BASE": datetime(2000, 1, 1),  # never used: all parts are required
                },
            )
        except ValueError:  # a language that dateparser does not have
            continue
        if parsed is not None:
            return parsed.date()
    return None
