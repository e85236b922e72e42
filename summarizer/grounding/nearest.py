"""Which sentences speak of the same as a text: what a loose citation is mended with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.article import Article
from summarizer.grounding.citing import rests_on_order

_WORD: Final = re.compile(r"\w+")
_LEAST: Final = 0.5
"""More than this share of a text's words must a sentence have to take a citation over."""
_CLEARLY: Final = 0.15
"""Share of the words by which it must be nearer than the sentences cited."""


def better_citation(article: Article, text: str, cited: Sequence[int]) -> list[int]:
    """The sentences cited, or one with clearly more and most of the words: models cite loosely."""
    if rests_on_order(article, cited):
        return list(cited)
    shares = _shares(article, text)
    best = next(iter(_ranked(shares)), None)
    held = max((shares.get(number, 0.0) for number in cited), default=0.0)
    if best is None or shares[best] <= max(held + _CLEARLY, _LEAST):
        return list(cited)
    return [best]


def nearest_sentences(
    article: Article, text: str, most: int, cited: Sequence[int] = ()
) -> tuple[int, ...]:
    """At most so many sentences, in text order: those cited first, then those nearest in words."""
    shares = _shares(article, text)
    near = [number for number in _ranked(shares) if shares[number] > 0]
    own = [number for number in dict.fromkeys(cited) if number in shares]
    return tuple(sorted(list(dict.fromkeys([*own, *near]))[:most]))


def _ranked(shares: dict[int, float]) -> list[int]:
    return sorted(shares, key=lambda number: (-shares[number], number))


def _shares(article: Article, text: str) -> dict[int, float]:
    """The share of a text's words that each of the article's own sentences has."""
    words = set(_WORD.findall(text.casefold()))
    return {
        s.number: len(words & set(_WORD.findall(s.text.casefold()))) / max(1, len(words))
        for s in article.content
    }
