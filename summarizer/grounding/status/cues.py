"""Status in languages other than English, by cues in the part of the sentence that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from summarizer.grounding.words import Clause, clauses_of, load_table, stem, tokens_of
from summarizer.ontology import Status

_PACKAGE = "summarizer.grounding.status"
_WORDS = "summarizer.grounding.words"

_AHEAD = ("planned", "proposed", "threatened")


def status_by_cues(sentence: str, clause: str | None, language: str) -> tuple[Status | None, str]:
    """The first status in the table's order whose cue stands by the event, and the cue."""
    clauses = clauses_of(sentence, language)
    first, last = _stretch(clauses, clause, language)
    start, end = clauses[first].start if clauses else 0, clauses[last].end if clauses else 0
    for status, pattern in _cues(language):
        for found in pattern.finditer(sentence):
            inside = start <= found.start() < end
            if status != "denied":
                if inside or (status in _AHEAD and _governs(found.end(), clauses, first)):
                    return status, found.group()
            elif inside or _governs(found.end(), clauses, first):
                told = clause is None or found.group().casefold() in clause.casefold()
                return ("occurred" if told else status), found.group()  # told: the denial itself
    return _of_main_clause(sentence[end:], language) if first == 0 else (None, "")


def _of_main_clause(rest: str, language: str) -> tuple[Status | None, str]:
    """Called off or put off behind an insertion: "the meeting, set for Monday, was cancelled"."""
    for status, pattern in _cues(language):
        found = pattern.search(rest) if status in ("cancelled", "postponed") else None
        if found is not None:
            return status, found.group()
    return None, ""


def _governs(cue_end: int, clauses: Sequence[Clause], first: int) -> bool:
    """Whether a denial in the clause before takes the event's clause as its complement."""
    if first == 0 or not clauses[first - 1].start < cue_end <= clauses[first - 1].end:
        return False
    return clauses[first].opener.isalpha() or cue_end == clauses[first - 1].end


@cache
def _cues(language: str) -> list[tuple[Status, re.Pattern[str]]]:
    table = cast(dict[Status, str], load_table(_PACKAGE, language).get("cues", {}))
    return [(status, re.compile(pattern, re.IGNORECASE)) for status, pattern in table.items()]


def _stretch(clauses: Sequence[Clause], event: str | None, language: str) -> tuple[int, int]:
    """The first and the last clause that share the most with the description, or half as much."""
    whole = (0, max(len(clauses) - 1, 0))
    if event is None:
        return whole
    wanted = _keys(event, language)
    shared = [len(wanted & _keys(clause.text, language)) for clause in clauses]
    most = max(shared, default=0)
    held = [index for index, count in enumerate(shared) if count and 2 * count >= most]
    return (held[0], held[-1]) if held else whole


def _keys(text: str, language: str) -> set[str]:
    table = load_table(_WORDS, language)
    if table.get("word_boundaries", True) is False:
        return {text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalnum()}
    ignored = set(table.get("function_words", "").split())
    return {stem(t.text, language) for t in tokens_of(text) if t.folded not in ignored}
