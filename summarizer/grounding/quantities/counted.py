"""The noun that a number counts, as far as word order shows it; English, and plain Spanish."""

from __future__ import annotations

import re
from functools import cache

from summarizer.grounding.words import Token, irregular_pasts, load_table, tokens_of

_PACKAGE = "summarizer.grounding.quantities"
_REACH = 80  # characters after the number in which its noun stands


def counted_noun(text: str, end: int, language: str = "en") -> str | None:
    """The plural noun that the number before `end` counts ("640 union members": "members")."""
    if language not in ("en", "es"):
        return None
    head: str | None = None
    for token in _phrase(text, end, language):
        if _is_plural(token.folded, language):
            head = token.text
        elif head is not None or language == "es":
            break
    return head


def measured_noun(text: str, start: int, end: int, joined: bool) -> str | None:
    """The noun whose measure this is: "11-day walkout", "8% rise", "offer of 5%"."""
    of = re.match(r"\s+of\s+(?:the\s+|all\s+|its\s+|their\s+)?", text[end : end + 20])
    if of:
        return counted_noun(text, end + of.end())
    before = re.search(
        r"([^\W\d_]+)\s+of\s+(?:about|some|nearly|around|up to|almost)?\s*$", text[:start]
    )
    if before:
        return before.group(1)
    phrase = _phrase(text, end, "en")
    if joined:
        phrase = phrase[:3]
    if not phrase or len(phrase) > 3 or any(t.capitalized for t in phrase):
        return None
    return phrase[-1].text


def _phrase(text: str, end: int, language: str) -> list[Token]:
    """The words right after the number up to the first that cannot belong to its noun phrase."""
    lists, here = _lists(language), end
    found: list[Token] = []
    for token in tokens_of(text[end : end + _REACH]):
        start = token.start + end
        if text[here:start].strip(" \u00a0\n-") or not token.text[0].isalpha() or len(found) == 6:
            break
        word = token.folded
        here = token.end + end
        if not found and word in lists.passing:
            continue
        if word in lists.stops or (language == "en" and _is_verb(word)):
            break
        found.append(Token(start, here, token.text))
    return found


def _is_verb(word: str) -> bool:
    return word in irregular_pasts() or (word.endswith("ed") and len(word) > 4)


def _is_plural(word: str, language: str) -> bool:
    if word in _lists(language).plurals:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))


class _Lists:
    def __init__(self, language: str) -> None:
        table = load_table(_PACKAGE, language)
        functions = load_table("summarizer.grounding.words", language).get("function_words", "")
        self.passing = frozenset(table.get("passing", "").split())
        self.stops = frozenset(f"{functions} {table.get('stops', '')}".split()) - self.passing
        self.plurals = frozenset(table.get("plurals", "").split())


@cache
def _lists(language: str) -> _Lists:
    return _Lists(language)
