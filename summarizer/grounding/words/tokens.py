"""Words of a text with their positions."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

# Marks that belong to the letter before them: Latin and Arabic combining marks, Indic vowel signs.
_MARKS = r"\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
_LETTER = rf"[^\W\d_](?:[{_MARKS}])*"
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*"
    rf"|(?:{_LETTER})+(?:['’](?:{_LETTER})+)*"
    r"|[%$€£¥]"
)
_ACRONYM = re.compile(r"(?:[a-z]\.){2,}")
_CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_WORDS: Final = 2**13
"""Folded words that are remembered: the same few make up most of every article."""
_TEXTS: Final = 2**7
"""Texts whose words are remembered: the sentences of the article at hand are read many times."""


class Token(NamedTuple):
    """One word; `text` is exactly what stands at [start, end)."""

    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        """The word for comparison: lower case, straight apostrophes, no possessive."""
        return fold(self.text)

    @property
    def capitalized(self) -> bool:
        """Whether it starts with a capital; never true in scripts without case."""
        return self.text[0].isupper()


def tokens_of(text: str) -> list[Token]:
    """The words, numbers and money signs of a text, in order; hyphens separate words."""
    return list(_tokens(text))


@lru_cache(_TEXTS)
def _tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(text))


@lru_cache(_WORDS)
def fold(word: str) -> str:
    """A word for comparison: case folded, straight apostrophes, no possessive, no acronym dots."""
    folded = word.translate(_CURLY).casefold()
    if folded.endswith("'s"):
        folded = folded[:-2]
    return folded.replace(".", "") if _ACRONYM.fullmatch(folded) else folded
