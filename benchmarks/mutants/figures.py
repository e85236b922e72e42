"""Wrong figures: another digit or number word, another sum or currency, another date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.mutants.sentence import Sentence
from summarizer.grounding.quantities import measured_in
from summarizer.grounding.times import time_spans

MONTHS: Final = (
    *("January", "February", "March", "April", "August", "September", "October"),
    "December",
)
DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS: Final = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve"),
    "seventeen",
)
_OTHER_MONEY: Final = (
    ("$", "€"),
    ("de euros", "de dólares"),
    ("de coronas", "de pesos"),
    (" euros", " dollars"),
    (" crowns", " marks"),
    (" marks", " pesos"),
    (" pesos", " florins"),
    (" florins", " crowns"),
    ("million ", "billion "),
)


def digits(given: Sentence, chance: Random) -> Iterator[str]:
    """Every number but sums of money: another digit, or another word."""
    for item in measured_in(given.text, given.language):
        spelled = item.number.in_words and given.language not in ("en", "zh")
        if not spelled and (item.unit is None or item.unit.kind != "money"):
            yield _other_number(given, item.number.start, item.number.end, chance)


def money(given: Sentence, chance: Random) -> Iterator[str]:
    """Every sum: another number, another currency, another scale."""
    for item in measured_in(given.text, given.language):
        if item.unit is None or item.unit.kind != "money":
            continue
        yield _other_number(given, item.number.start, item.number.end, chance)
        for sign, other in _OTHER_MONEY:
            if (given.language == "es") == sign.startswith("de ") and sign in given.text[
                item.start : item.end
            ]:
                changed = given.text[item.start :].replace(sign, other, 1)
                yield given.text[: item.start] + changed


def dates(given: Sentence, chance: Random) -> Iterator[str]:
    """Every date: another month, day of the week or number; a date where there is none."""
    spans = time_spans(given.text, given.language)
    for start, end in spans:
        for changed in _other_dates(given, given.text[start:end], chance):
            yield given.text[:start] + changed + given.text[end:]
    if given.language == "en" and not spans:
        month = chance.choice([name for name in MONTHS if name[:3] not in given.said])
        yield f"{given.text.rstrip('.')} on {month} 4."


def _other_dates(given: Sentence, phrase: str, chance: Random) -> Iterator[str]:
    for names in (MONTHS, DAYS):
        old = next((name for name in names if name in phrase), None)
        new = [name for name in names if name not in given.evidence + given.text]
        if old and new:
            yield phrase.replace(old, chance.choice(new))
    for number in re.finditer(r"\d+", phrase):
        value = int(number.group())
        other = value + chance.choice((1, 2, 3)) if value < 25 or value > 31 else value - 7
        yield phrase[: number.start()] + str(other) + phrase[number.end() :]


def _other_number(given: Sentence, start: int, end: int, chance: Random) -> str:
    """The sentence with another number there, one that the evidence does not hold."""
    written = given.text[start:end]
    while True:
        if re.search(r"\d", written):
            at = chance.choice([i for i, c in enumerate(written) if c.isdigit()])
            other = written[:at] + chance.choice("123456789") + written[at + 1 :]
        elif given.language == "zh":
            other = chance.choice([c for c in "二三四五六七八九" if c not in given.evidence])
        else:
            other = chance.choice(WORDS)
            other = other.capitalize() if written[0].isupper() else other
        held = rf"(?<![\d.,]){re.escape(other)}(?!\d)"
        if other != written and not re.search(held, given.evidence, re.IGNORECASE):
            return given.text[:start] + other + given.text[end:]
