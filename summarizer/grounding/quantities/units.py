"""The unit written beside a number: a money sign, a currency, a percent sign, a measure."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from summarizer.grounding.quantities.numbers import Number
from summarizer.grounding.words import alternation, load_table

_PACKAGE = "summarizer.grounding.quantities"
UnitKind = Literal["money", "percent", "measure"]


class Unit(NamedTuple):
    """A unit and the span of number and unit together."""

    name: str
    """ISO 4217 code, "%", or the unit's English singular."""
    kind: UnitKind
    start: int
    end: int
    joined: bool
    """Whether a hyphen ties it to a noun that follows ("11-day walkout")."""


def unit_of(text: str, number: Number, language: str = "en") -> Unit | None:
    """The unit of a number in its text, or None for a plain count."""
    signs = _signs()
    before = signs.before.search(text[max(0, number.start - 8) : number.start])
    if before is not None:
        name = signs.names[before.group(1).upper()]
        end = number.end
        after = _after(language).match(text, end)
        if after is not None and after.lastgroup == "currency":
            end = after.end()
        return Unit(name, "money", number.start - len(before.group()), end, False)
    found = _after(language).match(text, number.end)
    if found is None or found.lastgroup is None:
        return None
    kind: UnitKind = "money" if found.lastgroup in ("currency", "sign") else _kind(found.lastgroup)
    written = " ".join(found.group(found.lastgroup).split()).casefold()
    name = _names(language).get(written) or signs.names[written.upper()]
    joined = "-" in found.group() or "‑" in found.group()
    return Unit(name, kind, number.start, found.end(), joined)


def _kind(group: str) -> UnitKind:
    return "percent" if group == "percent" else "measure"


class _Signs(NamedTuple):
    before: re.Pattern[str]
    names: dict[str, str]


@cache
def _signs() -> _Signs:
    table = load_table(_PACKAGE, "signs")
    names = {sign.upper(): name for sign, name in (table["before"] | table["codes"]).items()}
    signs, codes = alternation(table["before"]), alternation(table["codes"])
    return _Signs(re.compile(rf"(?<![A-Za-z])({signs}|(?:{codes})(?=\s))\s?$"), names)


@cache
def _names(language: str) -> dict[str, str]:
    table = load_table(_PACKAGE, language)
    merged: dict[str, str] = {}
    for kind in ("percent", "currency", "measure"):
        merged |= {word.casefold(): name for word, name in table.get(kind, {"%": "%"}).items()}
    return merged


@cache
def _after(language: str) -> re.Pattern[str]:
    """What may follow a number as its unit."""
    table, signs = load_table(_PACKAGE, language), load_table(_PACKAGE, "signs")
    bounded = table.get("word_boundaries", True)
    groups = [rf"(?P<percent>{alternation(table.get('percent', {'%': '%'}))})"]
    groups += [
        rf"(?P<{kind}>{alternation(table[kind])})"
        for kind in ("currency", "measure")
        if table.get(kind)
    ]
    groups.append(rf"(?P<sign>{alternation(signs['codes'])}|[€₽₹₩₺₴₪])")
    end = r"(?![^\W\d_])" if bounded else ""
    return re.compile(rf"[\s\u00a0‑-]?\s?(?:{'|'.join(groups)}){end}", re.IGNORECASE)
