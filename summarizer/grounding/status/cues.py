"""Status in languages other than English, by cues in the part of the sentence that is meant."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from summarizer.grounding.words import clauses_of, load_table, stem, tokens_of
from summarizer.ontology import Status

_PACKAGE = "summarizer.grounding.status"
_WORDS = "summarizer.grounding.words"


def status_by_cues(sentence: str, clause: str | None, language: str) -> tuple[Status | None, str]:
    """The first status in the table's order whose cue stands by the event, and the cue."""
    cues = _cues(language)
    start, end = _stretch(sentence, clause, language)
    for status, pattern in cues:
        for found in pattern.finditer(sentence):
            if status == "denied" and found.start() < end:
                told = clause is None or found.group().casefold() in clause.casefold()
                return ("occurred" if told else status), found.group()  # told: the denial itself
            if start <= found.start() < end:
                return status, found.group()
    return None, ""


@cache
def _cues(language: str) -> list[tuple[Status, re.Pattern[str]]]:
    table = cast(dict[Status, str], load_table(_PACKAGE, language).get("cues", {}))
    return [(status, re.compile(pattern, re.IGNORECASE)) for status, pattern in table.items()]


def _stretch(sentence: str, clause: str | None, language: str) -> tuple[int, int]:
    """From the first to the last clause that shares a content word with the description."""
    if clause is None:
        return 0, len(sentence)
    wanted = _keys(clause, language)
    held = [c for c in clauses_of(sentence, language) if wanted & _keys(c.text, language)]
    if not held:
        return 0, len(sentence)
    return held[0].start, held[-1].end


def _keys(text: str, language: str) -> set[str]:
    table = load_table(_WORDS, language)
    if table.get("word_boundaries", True) is False:
        return {text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalnum()}
    ignored = set(table.get("function_words", "").split())
    return {stem(t.text, language) for t in tokens_of(text) if t.folded not in ignored}
