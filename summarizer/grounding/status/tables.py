"""The word lists behind English status, from en.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from summarizer.grounding.words import load_table, stem
from summarizer.ontology import Status


@dataclass(frozen=True)
class Tables:
    """The English lists, with verbs as stems."""

    own: dict[str, Status]
    own_passive: dict[str, Status]
    own_before_to: dict[str, Status]
    governs: dict[str, Status]
    complement: dict[str, Status]
    calling_off: dict[str, Status]
    phrasal: list[tuple[re.Pattern[str], Status]]
    standing: list[tuple[re.Pattern[str], Status]]
    timetable: list[tuple[re.Pattern[str], Status]]
    phrasal_off: list[tuple[re.Pattern[str], Status]]
    passing: frozenset[str]
    lasting: frozenset[str]
    claims: frozenset[str]
    subordinate: frozenset[str]
    dropping: frozenset[str]
    dropped: re.Pattern[str]
    under_way: re.Pattern[str]
    taking_place: re.Pattern[str]
    not_come: re.Pattern[str]
    failing: frozenset[str]
    failed_nouns: re.Pattern[str]


@cache
def tables() -> Tables:
    """The English lists, read once."""
    table = load_table("summarizer.grounding.status", "en")

    def by_stem(name: str) -> dict[str, Status]:
        words = cast(dict[Status, str], table[name])
        return {stem(word): status for status, listed in words.items() for word in listed.split()}

    def stems(name: str) -> frozenset[str]:
        return frozenset(stem(word) for word in table[name].split())

    def patterns(name: str) -> list[tuple[re.Pattern[str], Status]]:
        words = cast(dict[Status, str], table[name])
        return [(re.compile(pattern), status) for status, pattern in words.items()]

    return Tables(
        own=by_stem("own"),
        own_passive=by_stem("own_passive"),
        own_before_to=by_stem("own_before_to"),
        governs=by_stem("governs"),
        complement=by_stem("complement"),
        calling_off=by_stem("calling_off"),
        phrasal=patterns("phrasal"),
        standing=patterns("standing"),
        timetable=patterns("timetable"),
        phrasal_off=patterns("phrasal_off"),
        passing=stems("passing"),
        lasting=stems("lasting"),
        claims=stems("claims"),
        subordinate=frozenset(table["subordinate"].split()),
        dropping=stems("dropping"),
        dropped=re.compile(table["dropped"]),
        under_way=re.compile(table["under_way"]),
        taking_place=re.compile(table["taking_place"]),
        not_come=re.compile(table["not_come"], re.IGNORECASE),
        failing=frozenset(stem(word) for word in table["failing"]["verbs"].split()),
        failed_nouns=re.compile(table["failing"]["nouns"], re.IGNORECASE),
    )
