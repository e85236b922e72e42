"""The tense of the verb that governs a phrase, from word lists and position; no parsing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from summarizer.grounding.times.dates import Tense
from summarizer.grounding.words import alternation, irregular_pasts, load_table

_PACKAGE = "summarizer.grounding.times"
_REACH = 300  # characters either way: a verb further off governs nothing here
_TEXTS: Final = 2**7  # whose cues are remembered: one sentence has several phrases
_KINDS = ("infinitive", "future", "open", "past")
# A comma or colon between digits breaks nothing.
_BREAK = re.compile(r"(?<!\d)[,:]|[,:](?!\d)|[;()\"“”«»，。；：、（）،؛]|\s[-–—]+\s|--|—")


_FIXED: dict[str, Tense | Literal["open"]] = {"open": "open", "past": "past", "future": "future"}


class _Cue(NamedTuple):
    start: int
    end: int
    kind: str


def tense_at(text: str, start: int, end: int, language: str = "en") -> Tense | None:
    """The tense that governs text[start:end], or None if no verb nearby shows one.

    Looked for in this order: a word that fixes it ("until Friday", "on Friday vowed to"), the
    nearest verb before it in its stretch between commas, the next verb after it there, then the
    nearest verb outside.
    """
    fixed = _fixed(text[max(0, start - _REACH) : start], text[end : end + _REACH], language)
    if fixed:
        return None if fixed == "open" else fixed
    offset = max(0, start - _REACH)
    window, start, end = text[offset : end + _REACH], start - offset, end - offset
    cues = [c for c in _cues(window, language) if c.end <= start or c.start >= end]
    firm = [cue for cue in cues if cue.kind != "infinitive"]
    left, right = _stretch(window, start, end)
    nearby = [cue for cue in firm if cue.start >= left and cue.end <= right]
    found = _governing(nearby, start) or _nearest(firm, start, end) or _governing(cues, start)
    if found is None or found.kind == "open":
        return None
    return "past" if found.kind == "past" else "future"


def _governing(cues: Iterable[_Cue], start: int) -> _Cue | None:
    ordered = list(cues)
    earlier = [cue for cue in ordered if cue.end <= start]
    return earlier[-1] if earlier else next(iter(ordered), None)


def _nearest(cues: Iterable[_Cue], start: int, end: int) -> _Cue | None:
    def gap(cue: _Cue) -> int:
        return start - cue.end if cue.end <= start else cue.start - end

    return min(cues, key=gap, default=None)


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The span between the breaks around the phrase."""
    left, right = 0, len(text)
    for found in _BREAK.finditer(text):
        if found.end() <= start:
            left = found.end()
        elif found.start() >= end:
            right = found.start()
            break
    return left, right


def _fixed(before: str, after: str, language: str) -> Tense | Literal["open"] | None:
    patterns = _patterns(language)
    found = patterns.before.search(before) if patterns.before else None
    if found is not None:
        return _FIXED[str(found.lastgroup)]
    return "past" if patterns.after and patterns.after.match(after) else None


@lru_cache(_TEXTS)
def _cues(text: str, language: str) -> tuple[_Cue, ...]:
    pattern = _patterns(language).anywhere
    found = pattern.finditer(text) if pattern else ()
    # A capital inside a sentence is a name ("United"), not a verb.
    return tuple(
        _Cue(m.start(), m.end(), str(m.lastgroup))
        for m in found
        if m.start() == 0 or not m.group()[0].isupper() or language != "en"
    )


class _Patterns(NamedTuple):
    """What shows a tense anywhere, and what fixes it right before a phrase or right behind it."""

    anywhere: re.Pattern[str] | None = None
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None


@cache
def _patterns(language: str) -> _Patterns:
    table = load_table(_PACKAGE, language).get("tense")
    if table is None:
        return _Patterns()
    bounded = bool(table.get("word_boundaries", True))
    irregular = alternation(irregular_pasts()) if language == "en" else r"(?!)"
    cues = _groups({kind: table.get(kind, []) for kind in _KINDS}, irregular)
    fixing = _groups(
        {kind: table.get(f"before_{kind}", []) for kind in ("open", "past", "future")}, "(?!)"
    )
    behind = _groups({"past": table.get("after_past", [])}, "(?!)")
    anywhere = rf"\b(?:{cues})\b" if bounded else f"(?:{cues})"
    opening = r"\b" if bounded else ""
    return _Patterns(
        re.compile(anywhere, re.IGNORECASE),
        re.compile(rf"{opening}(?:{fixing})\s*$", re.IGNORECASE),
        re.compile(rf"\s+(?:{behind})\b", re.IGNORECASE),
    )


def _groups(kinds: dict[str, list[str]], irregular: str) -> str:
    """One alternation with a named group for each kind that has patterns."""
    written = []
    for kind, patterns in kinds.items():
        if patterns:
            joined = "|".join(patterns).replace("{irregular}", irregular).replace(" ", r"\s+")
            written.append(f"(?P<{kind}>{joined})")
    return "|".join(written) or r"(?!)"
