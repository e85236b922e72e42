"""Date arithmetic for time phrases; nothing here reads a clock."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

Tense = Literal["past", "future"]
Unit = Literal["day", "week", "month", "year"]

_FAR, _CLOSE = 300, 60  # days
_LEAP = 8  # years within which a leap day comes again, turns of centuries included


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift(day: date, count: int, unit: Unit) -> date | None:
    """A date moved by so many units, or None beyond the calendar.

    A day past the end of the month becomes its last.
    """
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def weekday_near(anchor: date, weekday: int, tense: Tense | None) -> date:
    """The weekday (0 is Monday) nearest the anchor, the anchor itself included.

    Never after it in the past, never before it in the future.
    """
    ahead = (weekday - anchor.weekday()) % 7
    back = (anchor.weekday() - weekday) % 7
    if tense == "past" or (tense is None and back < ahead):
        return anchor - timedelta(days=back)
    return anchor + timedelta(days=ahead)


def weekday_in_week(anchor: date, weekday: int, weeks: int) -> date:
    """The weekday in the calendar week (Monday first) so many weeks from the anchor's."""
    monday = anchor - timedelta(days=anchor.weekday())
    return monday + timedelta(days=weekday, weeks=weeks)


def day_near(
    anchor: date, month: int, day: int, tense: Tense | None, weekday: int | None = None
) -> date | None:
    """Day and month in the year that the tense asks for; a weekday beside it decides first."""
    reach = _LEAP if (month, day) == (2, 29) else 1
    years = range(max(anchor.year - reach, 1), anchor.year + reach + 1)
    days = [found for year in years if (found := make_date(year, month, day))]
    named = [found for found in days if found.weekday() == weekday]
    asked, nearest = _nearest(anchor, named or days, tense), _nearest(anchor, named or days, None)
    if asked is None or nearest is None:
        return asked
    # News gives the year of a day that lies most of a year off: there the verb was another one.
    far = abs((asked - anchor).days) > _FAR and abs((nearest - anchor).days) < _CLOSE
    return nearest if far else asked


def month_near(anchor: date, month: int, tense: Tense | None) -> date | None:
    """First day of the month in the year that the tense asks for; the anchor's own is both."""
    first = anchor.replace(day=1)
    firsts = [date(year, month, 1) for year in (anchor.year - 1, anchor.year, anchor.year + 1)]
    return _nearest(first, firsts, tense)


def _nearest(anchor: date, days: list[date], tense: Tense | None) -> date | None:
    fitting = [
        day
        for day in days
        if tense is None or (day <= anchor if tense == "past" else day >= anchor)
    ]
    return min(fitting or days, key=lambda day: (abs(day - anchor), day), default=None)


def full_year(written: str, anchor: date | None) -> int:
    """A year as a number; two digits mean the century nearest the anchor, else 1969 to 2068."""
    year = int(written)
    if len(written) > 2:
        return year
    if anchor is None:
        return year + (1900 if year >= 69 else 2000)
    return min(
        (year + century for century in (1800, 1900, 2000, 2100)), key=lambda y: abs(y - anchor.year)
    )
