"""The number words of one language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from summarizer.grounding.words import Token, load_table

_PACKAGE = "summarizer.grounding.quantities"


class NumberWords(NamedTuple):
    """Folded words and their values."""

    small: dict[str, int]
    scales: dict[str, int]
    ordinals: dict[str, int]
    suffixes: dict[str, int]
    """Letters right after digits ("3m")."""
    ones: frozenset[str]
    """Words that are 1 only before a scale ("a million"), else an article or a pronoun."""
    joining: frozenset[str]
    halves: frozenset[str]

    def goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a joining word stands inside one number: "two hundred and five"."""
        before = tokens[at - 1].folded
        after = tokens[at + 1].folded if at + 1 < len(tokens) else ""
        joins = before in self.scales or self.small.get(before, 0) >= 20
        return joins and after in self.small


@cache
def number_words(language: str) -> NumberWords:
    """The number words of a language; empty if it has no table."""
    table = load_table(_PACKAGE, language)

    def values(name: str) -> dict[str, int]:
        return {word.casefold(): value for word, value in table.get(name, {}).items()}

    def listed(name: str) -> frozenset[str]:
        return frozenset(table.get(name, "").split())

    return NumberWords(
        small=values("small"),
        scales=values("scales"),
        ordinals=values("ordinals"),
        suffixes=values("suffixes"),
        ones=listed("ones"),
        joining=listed("joining"),
        halves=listed("halves"),
    )
