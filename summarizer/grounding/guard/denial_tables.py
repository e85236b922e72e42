"""The words of denial of a language, from its table."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.grounding.guard.content import content_key
from summarizer.grounding.words import load_table, stem

PACKAGE = "summarizer.grounding.guard"


class DenialTable(NamedTuple):
    """Patterns and verbs that deny; English has verbs, other languages patterns alone."""

    hard: re.Pattern[str]
    excepted: re.Pattern[str]
    phrases: re.Pattern[str]
    verbs: dict[str, str]
    verb_phrases: list[tuple[re.Pattern[str], str]]
    claims: frozenset[str]
    happening: frozenset[str]
    truth: frozenset[str]
    between: frozenset[str]
    only_when: re.Pattern[str]
    patterns: list[tuple[str, re.Pattern[str]]]


@cache
def denial_table(language: str) -> DenialTable:
    """The table of a language, compiled once; empty if it has none."""
    table = load_table(PACKAGE, language)
    claims = load_table("summarizer.grounding.status", "en")["claims"].split()

    def word_pattern(pattern: str) -> re.Pattern[str]:
        spaced = pattern.replace(" ", r"\s+")
        return re.compile(rf"\b(?:{spaced})\b" if pattern else r"(?!)", re.IGNORECASE)

    return DenialTable(
        hard=word_pattern("|".join(table.get("hard", "").split())),
        excepted=word_pattern(table.get("except", "")),
        phrases=word_pattern(table.get("phrases", "")),
        verbs={
            stem(word): group
            for group, words in table.get("verbs", {}).items()
            for word in words.split()
        },
        verb_phrases=[
            (word_pattern(pattern), group)
            for group, pattern in table.get("verb_phrases", {}).items()
        ],
        claims=frozenset(content_key(word) for word in claims),
        truth=frozenset(table.get("truth", "").split()),
        between=frozenset(content_key(word) for word in table.get("between", "").split()),
        only_when=word_pattern(table.get("only_when", "")),
        happening=frozenset(stem(word) for word in table.get("happening", "").split()),
        patterns=[
            (group, re.compile(pattern, re.IGNORECASE))
            for group, pattern in table.get("negators", {}).items()
        ],
    )
