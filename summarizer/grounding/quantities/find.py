"""Quantities of a sentence: value, unit, what is counted, and where the number stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.quantities.counted import counted_noun, measured_noun
from summarizer.grounding.quantities.numbers import Number, numbers_in
from summarizer.grounding.quantities.units import Unit, unit_of
from summarizer.grounding.times import time_spans
from summarizer.grounding.words import base_language, load_table

if TYPE_CHECKING:  # `validate` does without the schema's models
    from summarizer.schema import Quantity

_PACKAGE = "summarizer.grounding.quantities"
_AGE_AFTER = re.compile(r"\s*[-‑]?years?[-‑]olds?\b|\s+years?\s+old\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|age)\s+$")
_NAME_BEFORE = re.compile(r"[A-Z][\w'’-]+,\s+$")
_FRACTION = re.compile(  # English only: "two-thirds of voters" are not two of anything
    r"[-‐‑\s](?:thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\b"
    r"|[-‐‑\s](?:third|quarter|fourth|fifth|sixth|tenth)(?=\s+(?:of|majorit)|[,.;]|$)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:[-–—]|to|or)\s*")


class Measured(NamedTuple):
    """A number with its unit; the span covers both."""

    number: Number
    unit: Unit | None
    start: int
    end: int

    def value_in(self, text: str) -> int | float:
        """The value with the sign that the text gives it; whole if it is."""
        value = -self.number.value if text[self.start] in "-−" else self.number.value
        return int(value) if value == int(value) else value


def find_quantities(
    sentence_text: str, *, offset: int = 0, language: str | None = "en"
) -> list[Quantity]:
    """The quantities in order, with positions moved by `offset`.

    The span is the number as written, with its sign, money mark or unit. Left out: dates, ordinals,
    fractions, scores, and numbers that name things ("Flight 370"). An age has the unit "year".
    """
    code = base_language(language)
    from summarizer.schema import Quantity

    found: list[Quantity] = []
    items = measured_in(sentence_text, code)
    for index, item in enumerate(items):
        unit = item.unit
        what = _noun(sentence_text, item, code)
        if what is None and unit is None and _range_goes_on(sentence_text, items, index):
            what = _noun(sentence_text, items[index + 1], code)
        found.append(
            Quantity(
                value=item.value_in(sentence_text),
                unit=unit.name if unit else None,
                what=what,
                start=item.start + offset,
                end=item.end + offset,
            )
        )
    return found


def _noun(text: str, item: Measured, language: str) -> str | None:
    unit = item.unit
    if unit is None:
        return counted_noun(text, item.end, language)
    if language != "en" or (unit.kind == "measure" and not unit.joined):
        return None
    return measured_noun(text, item.start, item.end, unit.joined)


def _range_goes_on(text: str, items: Sequence[Measured], index: int) -> bool:
    """Whether the number and the next are the ends of one range: "2,000 to 10,000 people"."""
    if index + 1 >= len(items):
        return False
    between = text[items[index].end : items[index + 1].start]
    return re.fullmatch(r"\s*(?:[-–—]|to|or|and)\s*", between) is not None


def measured_in(text: str, language: str = "en") -> list[Measured]:
    """The numbers that are quantities, each with its unit."""
    spans = time_spans(text, language)
    numbers = [n for n in numbers_in(text, language) if n.kind == "cardinal"]
    numbers = [n for n in numbers if not any(s <= n.start < e for s, e in spans)]
    if language == "en":
        numbers = [n for n in numbers if not _FRACTION.match(text, n.end)]
    items = [_with_unit(text, number, language) for number in numbers]
    items = [
        item
        for index, item in enumerate(items)
        if index == 0 or item.number.start >= items[index - 1].end  # "por ciento" holds "ciento"
    ]
    for index in range(len(items) - 2, -1, -1):
        items[index] = _from_range(text, items[index], items[index + 1])
    return [
        item
        for index, item in enumerate(items)
        if not _is_label(text, item, language) and not _is_score(text, items, index)
    ]


def _with_unit(text: str, number: Number, language: str) -> Measured:
    start = number.start
    age = _AGE_AFTER.match(text, number.end) if language == "en" else None
    if age is not None:
        joined = "-" in age.group()
        unit: Unit | None = Unit("year", "measure", start, age.end(), joined)
    else:
        unit = unit_of(text, number, language)
    if unit is None and _is_age(text, number):
        unit = Unit("year", "measure", start, number.end, False)
    if unit is not None:
        start = unit.start
    if re.search(r"(?:^|[\s(])[-−]$", text[:start][-2:]):
        start -= 1
    return Measured(number, unit, start, unit.end if unit else number.end)


def _is_age(text: str, number: Number) -> bool:
    """Whether it is an age: "aged 40", or between commas after a name."""
    before = text[max(0, number.start - 40) : number.start]
    if _AGED.search(before):
        return True
    enclosed = text[number.end : number.end + 1] in (",", ".", ")") and number.value < 120
    return enclosed and _NAME_BEFORE.search(before) is not None and not number.in_words


def _from_range(text: str, first: Measured, last: Measured) -> Measured:
    """The first number of a range with the unit of the last: "20 to 30 days"."""
    unit = last.unit
    if first.unit is not None or unit is None or unit.start != last.number.start:
        return first
    tied = _RANGE.fullmatch(text, first.number.end, last.number.start)
    return first._replace(unit=unit._replace(joined=False)) if tied else first


def _is_score(text: str, items: Sequence[Measured], index: int) -> bool:
    """Two bare numbers tied by a dash, such as "3-2"."""
    for first, last in ((index - 1, index), (index, index + 1)):
        if first >= 0 and last < len(items):
            one, two = items[first], items[last]
            tied = text[one.end : two.start] in ("-", "–")
            if tied and one.unit is None and two.unit is None and not counted_noun(text, two.end):
                return True
    return False


def _is_label(text: str, item: Measured, language: str) -> bool:
    """Whether the number names a thing instead of counting: "Flight 370", "No. 5", a bare year."""
    number = item.number
    if item.unit is not None:
        return False
    written = text[number.start : number.end]
    if number.in_words:
        return number.start > 0 and written[0].isupper() and not _opens(text, number.start)
    before = re.search(r"([^\W\d_]+)\.?\s+$", text[max(0, number.start - 30) : number.start])
    if before is not None and before.group(1).casefold() in _labels(language):
        return True
    if counted_noun(text, number.end, language) is not None:
        return False
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", written) and language != "zh":
        return True
    if before is None or not before.group(1)[0].isupper():
        return False
    return not _opens(text, number.start - len(before.group()))


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a quotation begins at the position."""
    return not text[:at].strip() or text[:at].rstrip()[-1] in '.!?"“«—–:'


@cache
def _labels(language: str) -> frozenset[str]:
    return frozenset(load_table(_PACKAGE, language).get("labels", "").split())
