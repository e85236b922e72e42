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
    leading: list[tuple[re.Pattern[str], Status]]
    phrasal_off: list[tuple[re.Pattern[str], Status]]
    passing: frozenset[str]
    lasting: frozenset[str]
    claims: frozenset[str]
    subordinate: frozenset[str]
    dropping: frozenset[str]
    dropped: re.Pattern[str]
    under_way: re.Pattern[str]
    taking_place: re.Pattern[str]
    given_up: re.Pattern[str]
    only_later: re.Pattern[str]
    older_plan: re.Pattern[str]
    nobody: re.Pattern[str]
    failing: frozenset[str]
    failed_nouns: re.Pattern[str]
    undone: frozenset[str]
    asked: frozenset[str]
    remarks: dict[str, re.Pattern[str]]
    """What the rest of a sentence says: not_so, claim, unfounded, denied, turned_down."""


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
        filled = {
            s: pattern.replace("{given_up}", table["given_up"]) for s, pattern in words.items()
        }
        return [(re.compile(pattern), status) for status, pattern in filled.items()]

    failing, remarks = table["failing"], dict(table["remarks"])
    asked = frozenset(stem(word) for word in remarks.pop("asked").split())
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
        leading=patterns("leading"),
        phrasal_off=patterns("phrasal_off"),
        passing=stems("passing"),
        lasting=stems("lasting"),
        claims=stems("claims"),
        subordinate=frozenset(table["subordinate"].split()),
        dropping=stems("dropping"),
        dropped=re.compile(table["dropped"]),
        under_way=re.compile(table["under_way"]),
        taking_place=re.compile(table["taking_place"]),
        **{
            name: re.compile(table[name], re.IGNORECASE)
            for name in ("given_up", "only_later", "older_plan", "nobody")
        },
        failing=frozenset(stem(word) for word in failing["verbs"].split()),
        failed_nouns=re.compile(failing["nouns"], re.IGNORECASE),
        undone=frozenset(stem(word) for word in failing["undone"].split()),
        asked=asked,
        remarks={name: re.compile(p, re.IGNORECASE) for name, p in remarks.items()},
    )
