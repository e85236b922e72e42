"""Whether a predicted date is the gold one."""

from __future__ import annotations

import re
from datetime import date, timedelta

_DAY_OR_MONTH = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_DAY = timedelta(days=1)
_MONTH_LENGTH = len("2031-03")


def written_date(value: str | None) -> str | None:
    """The first ISO day or month in a text, or None."""
    found = _DAY_OR_MONTH.search(value or "")
    return found.group() if found else None


def date_agrees(predicted: str | None, start: str | None, end: str) -> bool:
    """Whether a date falls within the gold span, a day of grace on either side.

    A month agrees if the span touches it. Without a start, any day up to the end and not
    before the year that precedes it agrees.
    """
    day = written_date(predicted)
    if day is None:
        return False
    if len(day) == _MONTH_LENGTH:
        return (start or end)[:_MONTH_LENGTH] <= day <= end[:_MONTH_LENGTH]
    if start is None:
        return day <= end and int(day[:4]) >= int(end[:4]) - 1
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return False
    return date.fromisoformat(start) - _DAY <= when <= date.fromisoformat(end) + _DAY
