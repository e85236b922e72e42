"""Numbers and money of a generated text against those of its evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.grounding.guard.content import content_key
from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.quantities import Number, numbers_in
from summarizer.grounding.quantities.counted import counted_noun
from summarizer.grounding.quantities.units import Unit, unit_of
from summarizer.grounding.times import time_spans


class _Stated(NamedTuple):
    number: Number
    unit: Unit | None
    text: str
    noun: str | None
    """Key of the noun that it counts."""

    @property
    def money(self) -> str | None:
        """The currency, if it is money."""
        return self.unit.name if self.unit and self.unit.kind == "money" else None


def number_problems(generated: str, evidence: Sequence[str], language: str) -> list[Problem]:
    """Numbers that the evidence does not state, in whatever form: 17, seventeen, 17 percent."""
    stated = [item for text in evidence for item in _stated(text, language, evidence=True)]
    digits = {match for text in evidence for match in re.findall(r"\d+", text)}
    problems = []
    for item in _stated(generated, language):
        if _taken_for_granted(item, generated):
            continue
        same = [other for other in stated if _same(item, other)]
        if same and not _of_something_else(item, same, stated):
            continue
        if item.unit is None and item.text in digits and len(item.text) == 4:
            continue  # a year that is part of a name there or here
        if not same and item.money is not None and _currency_elsewhere(item, stated):
            continue
        problems.append(_problem(item))
    return problems


@lru_cache(maxsize=2048)
def _stated(text: str, language: str, *, evidence: bool = False) -> tuple[_Stated, ...]:
    """The numbers of a text that are no part of a date.

    In evidence, number words inside a time phrase count: "a day after a ninth death".
    """
    spans = time_spans(text, language)
    found: list[_Stated] = []
    for number in numbers_in(text, language):
        dated = any(start <= number.start < end for start, end in spans)
        if dated and not (evidence and number.in_words):
            continue
        if found and number.start < (found[-1].unit or found[-1].number).end:
            continue  # "por ciento" holds "ciento"
        unit = unit_of(text, number, language) if number.kind == "cardinal" else None
        start, end = (unit.start, unit.end) if unit else (number.start, number.end)
        noun = counted_noun(text, end, language) if unit is None else None
        key = content_key(noun, language) if noun else None
        found.append(_Stated(number, unit, text[start:end].strip(), key))
    return tuple(found)


def _same(one: _Stated, other: _Stated) -> bool:
    """The same value in a unit that does not contradict."""
    if one.number.value != other.number.value or one.number.kind != other.number.kind:
        return False
    if _is_code(one) != _is_code(other):
        return False
    if one.unit is None or other.unit is None:
        return one.money is None or other.money is not None
    return one.unit.name == other.unit.name


def _is_code(item: _Stated) -> bool:
    """Whether it begins as no count does: "order 014" is not 14."""
    return item.text[:1] == "0" and item.text[1:2].isdigit()


def _of_something_else(item: _Stated, same: Sequence[_Stated], stated: Sequence[_Stated]) -> bool:
    """Whether the evidence has this number of other things, and another number of these."""
    if item.unit is not None:
        measured = any(o.unit and o.unit.name == item.unit.name for o in stated)
        return measured and all(o.unit is None for o in same)
    if item.noun is None or any(o.noun in (None, item.noun) for o in same):
        return False
    return any(o.noun == item.noun for o in stated)


def _currency_elsewhere(item: _Stated, stated: Sequence[_Stated]) -> bool:
    """Whether the value is there, and its currency elsewhere: "from $3 to 5 million"."""
    value = any(o.number.value == item.number.value and o.unit is None for o in stated)
    return value and any(o.money == item.money for o in stated)


def _taken_for_granted(item: _Stated, generated: str) -> bool:
    """Whether it is rather an article than a number: "first", "the two"."""
    number = item.number
    if not number.in_words:
        return False
    if number.kind == "ordinal":
        return number.value == 1
    before = generated[: number.start].casefold().rstrip()
    return number.value == 2 and item.unit is None and before.endswith(("the", "these", "those"))


def _problem(item: _Stated) -> Problem:
    if item.money is not None:
        return Problem(
            "unsupported_money", item.text, f"the evidence does not state the sum {item.text!r}"
        )
    return Problem(
        "unsupported_number", item.text, f"the evidence does not state the number {item.text!r}"
    )
