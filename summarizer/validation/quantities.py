"""Grounding level: the number of a quantity is the one that stands at its position."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarizer.grounding.quotes import cuts_word
from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Problem, pointer

if TYPE_CHECKING:
    from summarizer.schema.summary import Quantity

_DIGITS: Final = re.compile(r"[-−+]?\d[\d.,'’\u00a0\u202f]*")
_SEPARATORS: Final = str.maketrans("", "", ",'’\u00a0\u202f")
_POINT_GROUPS: Final = str.maketrans({".": None, ",": "."})
_KEPT: Final = 1024
"""Sentences whose numbers are remembered."""


def check_quantities(document: SummaryDocument) -> Iterator[Problem]:
    """Check the quantities of every event; nothing without the text."""
    if document.text is None:
        return
    for index, event in enumerate(document.summary.events):
        for place, quantity in enumerate(event.quantities):
            path = pointer("events", index, "quantities", place)
            yield from _check(document, document.text.text, path, quantity)


def _check(
    document: SummaryDocument, text: str, path: str, quantity: Quantity
) -> Iterator[Problem]:
    start, end = quantity.start, quantity.end
    written = text[start:end]
    number = document.sentence_near(start)
    if not written or cuts_word(text, start, end):
        message = f'[{start}, {end}] is "{written}" in sentence {number}, no number'
        yield Problem("quantity_mismatch", path, message)
    elif not (_has_digits_of(written, quantity.value) or _is_read_as(document, quantity)):
        message = f'the value is {quantity.value}, but sentence {number} has "{written}" there'
        yield Problem("quantity_mismatch", f"{path}/value", message)


def _has_digits_of(written: str, value: float) -> bool:
    """Whether the digits give the value, grouped either way, with a word such as million."""
    for found in _DIGITS.finditer(written):
        digits = found[0].rstrip(".,'’\u00a0\u202f").replace("−", "-")
        expected = value / _scale(written[found.end() :])
        for form in (digits.translate(_SEPARATORS), digits.translate(_POINT_GROUPS)):
            try:
                number = float(form)
            except ValueError:
                continue
            if abs(number - expected) <= 1e-9 * abs(expected):
                return True
    return False


def _scale(behind: str) -> float:
    word = behind.lstrip(" \u00a0\u202f").casefold()
    if not word[:1].isalpha():
        return 1
    return next((factor for pattern, factor in _scales() if pattern.match(word)), 1)


@cache
def _scales() -> list[tuple[re.Pattern[str], float]]:
    table = tomllib.loads(Path(__file__).with_name("scales.toml").read_text(encoding="utf-8"))
    rows = [(word, row["factor"]) for row in table["scale"] for word in row["words"]]
    rows.sort(key=lambda row: -len(row[0]))  # "mil millones" before "mil"
    return [(_word(word), factor) for word, factor in rows]


def _word(word: str) -> re.Pattern[str]:
    ending = r"\w*" if word.endswith("*") else "" if word > "\u2e80" else r"\b"
    return re.compile(re.escape(word.rstrip("*")) + ending)


def _is_read_as(document: SummaryDocument, quantity: Quantity) -> bool:
    """Whether the rules for number words read that value there."""
    number = document.sentence_at(quantity.start)
    if number is None:
        return False
    begin = document.summary.article.sentences[number - 1][0]
    return any(
        value == quantity.value and start + begin < quantity.end and quantity.start < end + begin
        for value, start, end in _read(document.sentence(number), document.language)
    )


@lru_cache(_KEPT)
def _read(sentence: str, language: str | None) -> tuple[tuple[float, int, int], ...]:
    from summarizer.grounding.quantities import measured_in  # loads the number words
    from summarizer.grounding.words import base_language

    found = measured_in(sentence, base_language(language))
    return tuple((one.value_in(sentence), one.start, one.end) for one in found)
