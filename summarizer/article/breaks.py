"""Corrections to the splitter's sentence breaks: data in breaks.toml, a few rules for quotes.

A break is the position where the next sentence begins. Positions count in one line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

_LOOK: Final = 80
"""Characters before and after a break that can decide about it."""
_CLOSING: Final = "”’»」』)]）】〉》"
_AMBIGUOUS: Final = "\"'"
_ENDED_QUOTE: Final = re.compile(r"[.!?…。！？؟][”»\"’)\]]+ +(?=[\"“«‘(\[¿¡]?[A-ZÀ-ÖØ-ÞА-ЯЁ])")
_ENDED_CJK: Final = re.compile("[。！？][）】]")
_WHOLE_BRACKET: Final = "([（【"


@dataclass(frozen=True, slots=True)
class _Rules:
    never_last: re.Pattern[str]
    before_number: re.Pattern[str]
    pairs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]


@cache
def _rules(language: str) -> _Rules:
    data: dict[str, Any] = tomllib.loads(
        files("summarizer.article").joinpath("breaks.toml").read_text(encoding="utf-8")
    )
    parts = [data["any"]] + ([data[language]] if language in data and language != "any" else [])
    return _Rules(
        never_last=_ending([word for part in parts for word in part["never_last"]]),
        before_number=_ending([word for part in parts for word in part["before_number"]]),
        pairs=tuple(
            (re.compile(f"(?:{before})\\Z"), re.compile(after))
            for part in parts
            for before, after in part["pairs"]
        ),
    )


def _ending(words: Iterable[str]) -> re.Pattern[str]:
    choices = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w.])(?:{choices or '(?!)'})\.\Z")


def corrected(line: str, breaks: Iterable[int], language: str) -> list[int]:
    """The breaks of a line with missed ones added, quotes closed and wrong ones taken out."""
    wanted = {_past_quotes(line, at) for at in (*breaks, *_missed(line))}
    rules = _rules(language)
    return [at for at in sorted(wanted) if 0 < at < len(line) and not _joined(line, at, rules)]


def _missed(line: str) -> Iterable[int]:
    """Breaks after a quote or a bracket that held its own full stop."""
    for found in _ENDED_QUOTE.finditer(line):
        closing = found.group().rstrip()[-1]
        if closing not in ")]" or _opens_sentence(line, found.start()):
            yield found.end()
    for found in _ENDED_CJK.finditer(line):
        if _opens_sentence(line, found.start()):
            yield found.end()


def _opens_sentence(line: str, stop: int) -> bool:
    """Whether the bracket that closes after `stop` opened at the start of a sentence."""
    opened = max(line.rfind(bracket, 0, stop) for bracket in _WHOLE_BRACKET)
    before = line[:opened].rstrip() if opened >= 0 else "x"
    return not before or before[-1] in '.!?…。！？؟”"»'


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
    before = line[max(0, at - _LOOK) : at].rstrip()
    after = line[at : at + _LOOK].lstrip()
    if not before or not after:
        return True
    head = after.lstrip("\"“”«»‘’'(")
    if head[:1].islower() and not head[1:2].isupper():
        return True  # a sentence begins with a capital, save for the likes of "iPhone"
    if rules.never_last.search(before):
        return True
    if after[0].isdigit() and rules.before_number.search(before):
        return True
    return any(left.search(before) and right.match(after) for left, right in rules.pairs)
