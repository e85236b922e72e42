"""Clauses of a sentence, cut by punctuation and by the words that open a new one.

No parser: a clause here is the stretch that one predicate governs, as far as word lists can tell.
The lists are English; other languages are cut at punctuation and at the openers of their table.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.grounding.words.stems import irregular_pasts
from summarizer.grounding.words.tables import alternation, load_table

_PACKAGE = "summarizer.grounding.words"
# A comma or colon between digits cuts nothing.
_MARKS = r"(?<!\d)[,:]|[,:](?!\d)|[;()\[\]“”\"«»，。；：（）،؛]|(?<=\s)[-–—]+(?=\s)|--|—"
_AUXILIARIES = (
    "is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should"
)


class Clause(NamedTuple):
    """One clause; `text` is exactly what stands at [start, end)."""

    start: int
    end: int
    text: str
    opener: str
    """The word or mark that it opens with, folded ("that", "," …); empty at the beginning."""


def clauses_of(text: str, language: str = "en") -> list[Clause]:
    """The clauses of a sentence in order; together they cover all of its words."""
    clauses: list[Clause] = []
    start, opener = 0, ""
    for found in _cutter(language).finditer(text):
        word = found.group("word")
        _add(clauses, text, start, found.start(), opener)
        start = found.start("word") if word else found.end()
        opener = " ".join((word or found.group()).split()).casefold()
    _add(clauses, text, start, len(text), opener)
    return clauses


def _add(clauses: list[Clause], text: str, start: int, end: int, opener: str) -> None:
    if text[start:end].strip():
        clauses.append(Clause(start, end, text[start:end], opener))


@cache
def _cutter(language: str) -> re.Pattern[str]:
    table = load_table(_PACKAGE, language)
    verb = rf"{alternation(irregular_pasts())}|[a-z]{{2,}}ed|{_AUXILIARIES}"
    openers = table.get("clause_openers", r"(?!)").strip().replace("{verb}", verb)
    openers = openers.replace(" ", r"\s+")
    bounded = rf"\b(?:{openers})\b" if table.get("word_boundaries", True) else f"(?:{openers})"
    return re.compile(rf"(?:{_MARKS})?\s*(?P<word>{bounded})|(?:{_MARKS})", re.IGNORECASE)
