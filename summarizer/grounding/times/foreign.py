"""Full dates in languages that have no table of their own, read by dateparser in strict mode.

Only a day, a month and a year together count, so nothing is ever filled in from the clock.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_SHAPE = re.compile(
    r"(?<![\w.,/-])(?:\d{1,2}\.?\s+(?:de\s+|d['’])?[^\W\d_]{3,}\.?\s+(?:de\s+)?\d{4}"
    r"|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
    r"|\d{4}년\s*\d{1,2}월\s*\d{1,2}일"
    r"|\d{4}-\d{2}-\d{2})(?!\w)"
)
_STRICT = {
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "DATE_ORDER": "DMY",
}


def full_dates(text: str, language: str) -> list[tuple[int, int, date]]:
    """Start, end and day of each full date; empty for a language that dateparser does not know."""
    found = []
    for match in _SHAPE.finditer(text):
        day = _parsed(" ".join(match.group().split()), language)
        if day is not None:
            found.append((match.start(), match.end(), day))
    return found


@lru_cache(maxsize=4096)
def _parsed(written: str, language: str) -> date | None:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", written):
        try:
            return date.fromisoformat(written)
        except ValueError:
            return None
    # Slow to import, and few articles need it.
    import dateparser

    try:
        parsed = dateparser.parse(written, languages=[language], settings=_STRICT)
    except ValueError:  # an unknown language
        return None
    return parsed.date() if parsed else None
