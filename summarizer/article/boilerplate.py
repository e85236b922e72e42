"""Marks sentences that are not the article's own; none is removed, each keeps its number.

The rules are data: boilerplate.toml, and injection.toml for sentences that give orders to an AI.
All rules are tried whatever the article's language: pages mix them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from summarizer.article.lines import Line
from summarizer.article.rules import Rule, Scope, read_rules

SUSPICIOUS: Final = "suspicious_instruction"
"""The mark of a sentence that gives orders to an AI."""
LONGEST_LINE: Final = 700
"""Longer lines are never boilerplate as a whole; their sentences may be."""
_MOST_ITEMS: Final = 15
"""Lines that can follow the header of a list of related items."""
_FINAL_STOP: Final = re.compile(r"[.!?…。！？؟][\"”’»」』)\]]*\Z")
_WORD: Final = re.compile(r"\w+")
_CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_FULL_STOP: Final = re.compile(r"[.。][\"”’»」』)\]]*\Z")
_ABBREVIATION: Final = re.compile(r"\b(?:[^\W\d_]\.){2,}\Z|\b(?:vs|etc|No|St|Jr|Inc|Co|Ltd)\.\Z")
"""What a headline may end with although it is no sentence: "in the U.S."."""
_PROSE_WORDS: Final = 7
_PROSE_CJK: Final = 8
_PROSE_LENGTH: Final = 150
"""Characters from which a line is prose even without a final stop."""
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))


def plain(words: str) -> str:
    """The words as the rules read them: on one line, in plain letters, nothing invisible."""
    words = " ".join(words.split())
    return words if words.isascii() else unicodedata.normalize("NFKC", words.translate(_INVISIBLE))


def rules_of_lines(text: str, lines: Sequence[Line]) -> list[Rule | None]:
    """For each line the rule that it falls under as a whole, or None."""
    return [
        _first(_boilerplate("line"), plain(text[line.start : line.end]))
        if line.end - line.start <= LONGEST_LINE
        else None
        for line in lines
    ]


def mark_boilerplate(
    text: str,
    lines: Sequence[Line],
    rules: Sequence[Rule | None],
    spans: Sequence[tuple[int, int]],
) -> list[str | None]:
    """For each sentence the name of the rule it falls under, or None."""
    marks: list[str | None] = []
    at = 0
    ordered = False
    for line, name in zip(lines, _names_of_lines(text, lines, rules), strict=True):
        inside: list[str] = []
        while at < len(spans) and spans[at][1] <= line.end:
            inside.append(plain(text[slice(*spans[at])]))
            at += 1
        marks += _marks_within(inside, name, goes_on=ordered and not line.opens_paragraph)
        ordered = bool(inside) and marks[-1] == SUSPICIOUS
    return marks


def is_prose(words: str) -> bool:
    """Whether a line reads like a paragraph of an article rather than an item of a list."""
    if len(words) >= _PROSE_LENGTH:
        return True
    if not _FINAL_STOP.search(words):
        return False
    return len(_WORD.findall(words)) >= _PROSE_WORDS or len(_CJK.findall(words)) >= _PROSE_CJK


def ends_list(words: str) -> bool:
    """Whether a line is no item of a list: prose, or a sentence however short, as "They lost.".

    Headlines end in question and exclamation marks, but not in a full stop.
    """
    full_stop = _FULL_STOP.search(words) is not None and _ABBREVIATION.search(words) is None
    return is_prose(words) or full_stop


def _names_of_lines(
    text: str, lines: Sequence[Line], rules: Sequence[Rule | None]
) -> Iterator[str | None]:
    """The mark of each line: its own rule's, or that of the list it is an item of."""
    header: str | None = None
    items = 0
    for line, rule in zip(lines, rules, strict=True):
        if rule is not None:
            if rule.heads_list:
                header, items = rule.name, 0
            yield rule.name
        elif header and items < _MOST_ITEMS and not ends_list(plain(text[line.start : line.end])):
            items += 1
            yield header
        else:
            header = None
            yield None


def _marks_within(
    sentences: Sequence[str], line_name: str | None, *, goes_on: bool
) -> Iterator[str | None]:
    """The marks of one line's sentences; an order to an AI counts before all else."""
    ordered = goes_on
    for words in sentences:
        ordered = _orders(words, goes_on=ordered)
        if ordered:
            yield SUSPICIOUS
        elif line_name is not None:
            yield line_name
        else:
            rule = _first(_boilerplate("sentence"), words)
            yield rule.name if rule else None


def _orders(words: str, *, goes_on: bool) -> bool:
    """Whether a sentence gives an order to an AI, or goes on doing so after one that did."""
    if _first(_injections("within"), words):
        return True
    return goes_on and _first(_injections("sentence"), words) is not None


def _first(rules: Iterable[Rule], words: str) -> Rule | None:
    for rule in rules:
        if rule.pattern.search(words) if rule.scope == "within" else rule.pattern.fullmatch(words):
            return rule
    return None


@cache
def _boilerplate(scope: Scope) -> tuple[Rule, ...]:
    return tuple(rule for rule in read_rules("boilerplate.toml") if rule.scope == scope)


@cache
def _injections(scope: Scope) -> tuple[Rule, ...]:
    return tuple(rule for rule in read_rules("injection.toml") if rule.scope == scope)
