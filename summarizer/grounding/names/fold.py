"""Words without what may differ between two ways of writing one name: case, accents, endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_MARKS = re.compile(r"[\u00ad\u0640\u200b-\u200f\u2060\ufeff]")
_SIGNS = str.maketrans("’‘`´‛“”„«»‐‑–—", "'''''\"\"\"\"\"----")
_LETTERS = str.maketrans("أإآٱىة", "اااايه")  # written alike in careless Arabic
_RU_ENDINGS = re.compile(
    r"(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|ией|иям|ях|ах|ов|ев|ом|ем|ой|ей|ою|ею|ую|юю|ая|яя|ия|ий|ый|ые|ие|ых|их"
    r"|ию|ии|ям|ам|ым|им|ью|а|я|у|ю|ы|и|е|о|ь|й)$"
)
_SHORT = 3
"""Letters that a stem keeps at least."""
_WORDS: Final = 2**13
"""Folded texts that are remembered: the same few words make up most of every article."""


@lru_cache(_WORDS)
def fold(text: str) -> str:
    """A text without case, accents, zero-width signs and typographic variants of quotes."""
    decomposed = unicodedata.normalize("NFKD", _MARKS.sub("", text).translate(_SIGNS))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return bare.casefold()


def is_acronym(text: str) -> bool:
    """Whether it is written as acronyms are: NATO, U.S., M5S, A&M."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 2 and all(char.isupper() for char in letters)


def normal_form(word: str, language: str) -> str:
    """A folded word without the endings that only say number or case.

    English and Spanish plurals, Russian cases, the Arabic article and "and". By a table of
    endings: rough, the same on both sides of a comparison, and never a guess at letters.
    """
    if language == "ru":
        return _without_case(word)
    if language == "es":
        return word[:-1] if len(word) > _SHORT and word.endswith("s") else word
    if language == "ar":
        return _without_article(word.translate(_LETTERS))
    return _singular(word) if language == "en" else word


def name_words(text: str, language: str = "en") -> tuple[str, ...]:
    """A name's words as a key: folded, without an article, full stops and possessive endings."""
    folded = fold(text).replace(".", "").removesuffix("'").replace("'s ", " ").removesuffix("'s")
    words = folded.removeprefix("the ").replace("·", " ").split()
    if language in {"ru", "ar"}:
        return tuple(normal_form(word, language) for word in words)
    return tuple(words)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORT + 1:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_case(word: str) -> str:
    stem = _RU_ENDINGS.sub("", word)
    return stem if len(stem) >= _SHORT else word


def _without_article(word: str) -> str:
    for prefix in ("وال", "بال", "كال", "فال", "ال", "لل", "و"):
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORT:
            return word[len(prefix) :]
    return word
