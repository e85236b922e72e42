"""Marks sentences that are not the article's own; none is removed, each keeps its number.

The rules are data: boilerplate.toml, and injection.toml for sentences that give orders to an AI.
All rules are tried whatever the article's language: pages mix them.
"""

from __future__ import annotations

import re
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
_PROSE_WORDS: Final = 7
_PROSE_CJK: Final = 15


def mark_boilerplate(
    text: str, lines: Sequence[Line], spans: Sequence[tuple[int, int]]
) -> list[str | None]:
    """For each sentence the name of the rule it falls under, or None."""
    by_line = list(_grouped(lines, spans))
    marks: list[str | None] = [None] * len(spans)
    for index, name in _marked_lines(text, lines).items():
        for number in by_line[index]:
            marks[number] = name
    for numbers in by_line:
        _mark_sentences(text, spans, numbers, marks)
    return marks


def _grouped(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> Iterator[list[int]]:
    """For each line the indices of its sentences."""
    at = 0
    for line in lines:
        first = at
        while at < len(spans) and spans[at][1] <= line.end:
            at += 1
        yield list(range(first, at))


def _marked_lines(text: str, lines: Sequence[Line]) -> dict[int, str]:
    marked: dict[int, str] = {}
    header: str | None = None
    items = 0
    for index, line in enumerate(lines):
        words = text[line.start : line.end].replace("\n", " ")
        rule = line_rule(words)
        if rule is not None:
            marked[index] = rule.name
            header, items = (rule.name, 0) if rule.heads_list else (header, items)
        elif header is not None and items < _MOST_ITEMS and not is_prose(words):
            marked[index] = header
            items += 1
        else:
            header = None
    return marked


def _mark_sentences(
    text: str,
    spans: Sequence[tuple[int, int]],
    numbers: Iterable[int],
    marks: list[str | None],
) -> None:
    ordered = False
    for number in numbers:
        words = text[slice(*spans[number])].replace("\n", " ")
        if _first(_injections("within"), words) or (
            ordered and _first(_injections("sentence"), words)
        ):
            marks[number], ordered = SUSPICIOUS, True
            continue
        ordered = False
        if marks[number] is None and (rule := _first(_boilerplate("sentence"), words)):
            marks[number] = rule.name


def line_rule(words: str) -> Rule | None:
    """The rule that a whole line falls under, or None."""
    return _first(_boilerplate("line"), words) if len(words) <= LONGEST_LINE else None


def is_prose(words: str) -> bool:
    """Whether a line reads like a paragraph of an article rather than an item of a list."""
    if not _FINAL_STOP.search(words):
        return False
    return len(_WORD.findall(words)) >= _PROSE_WORDS or len(_CJK.findall(words)) >= _PROSE_CJK


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
