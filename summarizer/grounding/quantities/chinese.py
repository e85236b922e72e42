"""Chinese numerals, alone or after digits: 三百二十, 350万, 第二."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 30
"""Characters of a number; a longer row of digits counts nothing, and overflows."""

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10_000, "亿": 100_000_000}
_NUMERAL = re.compile(
    r"(?P<ordinal>第)?(?P<number>"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[十百千万亿]*"
    r"|[零〇一二两三四五六七八九十百千万亿]{2,}"
    r"|[二两三四五六七八九十])"  # a single 一 is rather an article
)


def chinese_numerals(text: str) -> Iterator[tuple[int, int, int | float, bool, bool]]:
    """Start, end, value, whether it is an ordinal, whether it has no digits."""
    for match in _NUMERAL.finditer(text):
        written, digits = match.group("number"), match.group("digits")
        if digits is None and not set(written) & (set(_DIGITS) | {"十"}):
            continue  # "千万" alone is "by all means"
        if len(written) > LONGEST:
            continue
        value = _value(digits, written[len(digits or "") :])
        start, end = match.span("number")
        yield start, end, value, match.group("ordinal") is not None, digits is None


def _value(digits: str | None, numerals: str) -> int | float:
    total: float = 0
    section: float = 0
    current: float = float(digits.replace(",", "")) if digits else 0
    for char in numerals:
        if char in _DIGITS:
            current = _DIGITS[char]
        elif char in _SMALL:
            section, current = section + (current or 1) * _SMALL[char], 0
        elif char == "万":
            total, section, current = total + (section + current or 1) * _LARGE[char], 0, 0
        else:
            total, section, current = (total + section + current or 1) * _LARGE[char], 0, 0
    value = total + section + current
    return int(value) if value == int(value) else value
