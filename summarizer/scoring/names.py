"""When two names are the same one.

Names are folded and lose leading articles and titles. They are then the same by, best first:
equality or a synonym (3), initials (2), or one standing inside the other with its head (1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.scoring.lists import word_lists
from summarizer.scoring.text import fold

_EQUAL, _INITIALS, _CONTAINED = 3, 2, 1
_BEFORE_HEAD_END = re.compile(r"\b(?:of|for|in|at|from)\b|,")
_SMALL_WORDS = frozenset({"of", "the", "and", "for"})
_GOES_ON = frozenset({"of", "for", "in", "and"})
_CJK = re.compile(r"[぀-ヿ一-鿿가-힣]")
_CYRILLIC_LONG = re.compile(r"[а-яё]{6,}")
_CYRILLIC_SHORT = re.compile(r"[а-яё]{4,5}")


@lru_cache(maxsize=65536)
def name_similarity(first: str, second: str) -> int:
    """How surely two names are the same: 3, 2, 1, or 0 for not at all."""
    one, other = _stemmed(first), _stemmed(second)
    if not one or not other:
        return 0
    if _are_equal(" ".join(one), " ".join(other)):
        return _EQUAL
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    long_name = second if len(one) <= len(other) else first
    if _are_initials(short, long):
        return _INITIALS
    if _CJK.search(first + second) and _cjk_contained("".join(one), "".join(other)):
        return _CONTAINED
    return _CONTAINED if _is_contained(short, long, long_name) else 0


def best_pair(predicted: Sequence[str], gold: Sequence[str]) -> int:
    """Best similarity over all forms of two names, times ten; main names first among equals.

    The first form on each side is the main name.
    """
    best = 0
    for i, form in enumerate(predicted):
        for j, other in enumerate(gold):
            similar = name_similarity(form, other)
            if similar:
                rank = 4 if i == j == 0 else 2 if j == 0 else 0
                best = max(best, similar * 10 + rank)
    return best


def _untitled(name: str) -> list[str]:
    tokens = fold(name).split()
    titles = word_lists().titles
    while len(tokens) > 1 and tokens[0] in titles:
        tokens = tokens[1:]
    return tokens


def _stem(token: str) -> str:
    """A token without its Russian ending; other tokens as they are."""
    if _CYRILLIC_LONG.fullmatch(token):
        return token[: max(4, len(token) - 3)]
    return token[:-1] if _CYRILLIC_SHORT.fullmatch(token) else token


def _stemmed(name: str) -> list[str]:
    return [_stem(token) for token in _untitled(name)] if name else []


def _are_equal(one: str, other: str) -> bool:
    groups = word_lists().synonyms
    return one == other or (one in groups and groups.get(one) == groups.get(other))


def _are_initials(short: list[str], long: list[str]) -> bool:
    if len(short) != 1 or len(long) < 2:
        return False
    without_small = "".join(token[0] for token in long if token not in _SMALL_WORDS)
    every = "".join(token[0] for token in long)
    return (len(without_small) >= 2 and short[0] == without_small) or short[0] == every


def _cjk_contained(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= 2 and (one in other or other in one)


def _head(name: str, tokens: list[str]) -> str:
    """The last word of a name before "of", "for", "in", "at", "from" or a comma."""
    front = _BEFORE_HEAD_END.split(name, maxsplit=1)[0]
    head = _untitled(front) if front.strip() else tokens
    return _stem(head[-1]) if head else ""


def _is_contained(short: list[str], long: list[str], long_name: str) -> bool:
    starts_it = len(long) > len(short) >= 2 and long[: len(short)] == short
    if starts_it and long[len(short)] in _GOES_ON:
        return True
    generic = word_lists().generic
    if not set(short) <= set(long) or set(short) <= generic:
        return False
    return len(short) >= 2 or _word_stands_for(short[0], long, long_name)


def _word_stands_for(word: str, long: list[str], long_name: str) -> bool:
    """Whether one word can stand for a longer name: its head, a middle surname, "Taliban"."""
    if len(word) >= 3 and word in (long[-1], _head(long_name, long)):
        return True
    if len(word) >= 5 and len(long) == 3 and word == long[1]:
        return True
    return len(word) >= 4 and len(long) == 2 and word == long[0] and long[1] in word_lists().generic
