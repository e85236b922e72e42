"""Content words of a text as keys under which forms of one word meet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, NamedTuple

from summarizer.grounding.words import load_table, stem, tokens_of

_WORDS = "summarizer.grounding.words"
_TEXTS: Final = 2**7
"""Texts whose words are remembered: the same evidence bears out many claims."""
_DERIVED = re.compile(r"(?:ation|ition|tion|ion|ment|al|ance|ence|ure|er|or|y|i)$")


class Word(NamedTuple):
    """A content word where it stands."""

    start: int
    end: int
    key: str


@lru_cache(2**14)  # an article has new words, and a batch has many articles
def content_key(word: str, language: str = "en") -> str:
    """What the forms of a word and the words made from it share: "reject" for "rejection"."""
    base = stem(word, language)
    if language != "en":
        return base
    for _ in range(2):  # "discovery" and "discovered" need two endings off
        bare = _DERIVED.sub("", base)
        if len(bare) < 4:
            break
        base = bare.removesuffix("e")
    return base


def content_words(text: str, language: str = "en") -> list[Word]:
    """The content words in order; in scripts without spaces, the pairs of neighbouring letters."""
    return list(_content_words(text, language))


@lru_cache(_TEXTS)
def _content_words(text: str, language: str) -> tuple[Word, ...]:
    table = load_table(_WORDS, language)
    if table.get("word_boundaries", True) is False:
        return tuple(
            Word(i, i + 2, text[i : i + 2])
            for i in range(len(text) - 1)
            if text[i].isalnum() and text[i + 1].isalnum()
        )
    ignored = _ignored(language)
    return tuple(
        Word(t.start, t.end, content_key(t.text, language))
        for t in tokens_of(text)
        if t.folded not in ignored and t.text not in "%$€£¥"
    )


def keys_of(words: Iterable[Word]) -> frozenset[str]:
    """The keys of some words."""
    return frozenset(word.key for word in words)


@cache
def _ignored(language: str) -> frozenset[str]:
    return frozenset(load_table(_WORDS, language).get("function_words", "").split())
