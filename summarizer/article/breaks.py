"""Corrections to the splitter's sentence breaks: data in breaks.toml, a few rules for quotes.

A break is the position where the next sentence begins. Positions count in one line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_LOOK: Final = 80
"""Characters before and after a break that can decide about it."""
_CLOSING: Final = "”’»」』)]）】〉》"
_AMBIGUOUS: Final = "\"'"
_OPENING: Final = "\"“”„«»‘’'(["
_ENDED_QUOTE: Final = re.compile(
    r"[.!?…。！？؟](?P<closing>[”»\"’)\]]+) +(?=[\"“«‘(\[¿¡]?[A-ZÀ-ÖØ-ÞА-ЯЁ])"
)
_ENDED_BRACKET: Final = re.compile("[。！？][）】]")
_BRACKETS: Final = "([（【"
_BEFORE_SENTENCE: Final = '.!?…。！？؟”"»)'
_NOTHING: Final = re.compile(r"(?!)")

_Pair = tuple[re.Pattern[str], re.Pattern[str]]
"""What stands before a break and what after it."""


@dataclass(frozen=True, slots=True)
class _Rules:
    never_last: re.Pattern[str]
    before_number: re.Pattern[str]
    pairs: tuple[_Pair, ...]
    missed: tuple[re.Pattern[str], ...]


@cache
def _rules(language: str) -> _Rules:
    data = tomllib.loads(
        files("summarizer.article").joinpath("breaks.toml").read_text(encoding="utf-8")
    )
    parts = [data["any"], *([data[language]] if language in data else [])]
    return _Rules(
        never_last=_ending([word for part in parts for word in part["never_last"]]),
        before_number=_ending([word for part in parts for word in part["before_number"]]),
        pairs=tuple(
            (re.compile(f"(?:{before})\\Z"), re.compile(after))
            for part in parts
            for before, after in part["pairs"]
        ),
        missed=tuple(
            re.compile(rf"(?:{before})(?P<gap> *)(?={after})")
            for part in parts
            for before, after in part["missed"]
        ),
    )


def _ending(words: list[str]) -> re.Pattern[str]:
    if not words:
        return _NOTHING
    choices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{choices})\.\Z")


def corrected(line: str, breaks: Iterable[int], language: str) -> list[int]:
    """The breaks of a line with missed ones added, quotes closed and wrong ones taken out."""
    rules = _rules(language)
    wanted = {_past_quotes(line, at) for at in (*breaks, *_missed(line, rules))}
    return [at for at in sorted(wanted) if 0 < at < len(line) and not _joined(line, at, rules)]


def _missed(line: str, rules: _Rules) -> Iterator[int]:
    """Breaks of the data, and those after a quote or a bracket that held its own full stop."""
    for pattern in rules.missed:
        for found in pattern.finditer(line):
            yield found.end()
    for found in _ENDED_QUOTE.finditer(line):
        if found["closing"][-1] not in ")]" or _opens_sentence(line, found.start()):
            yield found.end()
    for found in _ENDED_BRACKET.finditer(line):
        if _opens_sentence(line, found.start()):
            yield found.end()


def _opens_sentence(line: str, stop: int) -> bool:
    """Whether the bracket that closes after `stop` opened at the start of a sentence."""
    opened = max(line.rfind(bracket, max(0, stop - 1_000), stop) for bracket in _BRACKETS)
    before = line[:opened].rstrip()[-1:] if opened >= 0 else "x"
    return not before or before in _BEFORE_SENTENCE


def _past_quotes(line: str, at: int) -> int:
    """The break moved past closing quotes that it left behind, or before an opening one."""
    moved = at
    while moved < len(line) and not line[moved - 1].isspace() and line[moved] in _CLOSING:
        moved += 1
    if moved < len(line) and line[moved] in _AMBIGUOUS and not line[moved - 1].isspace():
        after = line[moved + 1 : moved + 2]
        if not after or after.isspace():
            moved += 1
    elif line[moved - 1 : moved] in _AMBIGUOUS and line[moved - 2 : moved - 1].isspace():
        return moved - 1
    while moved > at and moved < len(line) and line[moved].isspace():
        moved += 1
    return moved


def _joined(line: str, at: int, rules: _Rules) -> bool:
    """Whether a break is none: the sentence goes on behind it."""
    before = line[max(0, at - _LOOK) : at].rstrip()
    after = line[at : at + _LOOK].lstrip()
    if not before or not after:
        return True
    head = after.lstrip(_OPENING)
    if head[:1].islower() and not head[1:2].isupper():
        return True  # a sentence begins with a capital, save for the likes of "iPhone"
    if rules.never_last.search(before):
        return True
    if after[0].isdigit() and rules.before_number.search(before):
        return True
    return any(left.search(before) and right.match(after) for left, right in rules.pairs)
