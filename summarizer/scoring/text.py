"""Text as the scorer compares it: folded, cut into words, measured for overlap."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

_POSSESSIVE = re.compile(r"[’'`´]s\b")
_DOTTED_INITIALS = re.compile(r"(?:\w\.\s?)+")
_NOT_WORD = re.compile(r"[^\w\s]")
_HAN = re.compile(r"[一-鿿]")
_WORD = re.compile(r"\w+")
_WORD_OR_HAN = re.compile(r"[一-鿿]|\w+?(?=[一-鿿]|\W|$)")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, no possessive 's; "U.S." becomes "us"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    lowered = bare.casefold()
    dot = "" if _DOTTED_INITIALS.fullmatch(lowered) else " "
    undotted = _POSSESSIVE.sub("", lowered).replace(".", dot)
    return " ".join(_NOT_WORD.sub(" ", undotted).split())


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """Words in lower case; in a text with Han characters, each of those is a word."""
    pattern = _WORD_OR_HAN if _HAN.search(text) else _WORD
    return tuple(pattern.findall(text.casefold()))


def overlap(first: str | None, second: str | None) -> float:
    """Share of the shorter text's words that the other holds too, as bags of words.

    Texts of fewer than three words overlap only when one holds the other wholly.
    """
    one, other = Counter(words(first or "")), Counter(words(second or ""))
    shorter = min(one.total(), other.total())
    shared = (one & other).total()
    if shorter >= 3:
        return shared / shorter
    return 1.0 if shorter and shared == shorter else 0.0
