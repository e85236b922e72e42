"""Lines as a reader sees them: one a line of the text, or several that were hard-wrapped.

A line break ends a sentence, except where the text was wrapped by a machine: agency copy and
mail break lines at a fixed width, in mid-sentence. Wrapping is greedy, so it can be recognised in
any language: no line is longer than the width, and the first word of each next line would not
have fitted on the line before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarizer.article.text import trimmed

NARROWEST: Final = 50
WIDEST: Final = 100
"""Columns between which a wrapping width is looked for; Chinese characters take two."""
ENOUGH_BREAKS: Final = 3
"""Wrapped breaks that a text must show before any of its lines are joined."""
_LINE: Final = re.compile(r"[^\n]+")
_ITEM: Final = re.compile(r"[-–—*•·▪▶►>#|]\s|[A-Z][\w ]{2,20}: ")
_NUMBERED: Final = re.compile(r"\(?\d{1,3}[.)]\s")
_INDENT: Final = re.compile(r"[ \u3000]{2,}|\u3000")
_WIDE: Final = "WF"


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or a wrapped paragraph, without the blanks around it."""

    start: int
    end: int
    opens_paragraph: bool
    """Whether it stands first in the text or after an empty line."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """One line as printed. `columns` is its width, `head` that of its first word."""

    start: int
    end: int
    after_blank: bool
    indented: bool
    columns: int
    head: int


def lines_of(text: str) -> list[Line]:
    """The lines of a normalised text, wrapped paragraphs joined; together they hold all of it."""
    printed = list(_printed_lines(text))
    width = _wrapping_width(printed, text)
    lines: list[Line] = []
    previous: _Printed | None = None
    for line in printed:
        if previous and width and _wrapped(previous, line, width, text):
            lines[-1] = Line(lines[-1].start, line.end, lines[-1].opens_paragraph)
        else:
            lines.append(Line(line.start, line.end, line.after_blank))
        previous = line
    return lines


def _printed_lines(text: str) -> Iterator[_Printed]:
    after = -1
    for found in _LINE.finditer(text):
        start, end = trimmed(text, *found.span())
        if start == end:
            continue
        gap = after < 0 or "\n" in text[after + 1 : found.start()]
        indented = _INDENT.match(text, found.start()) is not None
        head = re.match(r"\S+", text[start:end])
        first = head.group() if head else ""
        if first and unicodedata.east_asian_width(first[0]) in _WIDE:
            first = first[0]
        yield _Printed(start, end, gap, indented, _columns(text[start:end]), _columns(first))
        after = found.end()


def _columns(words: str) -> int:
    if words.isascii():
        return len(words)
    return sum(
        0
        if unicodedata.combining(char)
        else 2
        if unicodedata.east_asian_width(char) in _WIDE
        else 1
        for char in words
    )


def _wrapping_width(printed: list[_Printed], text: str) -> int | None:
    """The width the text was wrapped at, or None if it was not."""
    width = max((line.columns for line in printed), default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    inner = [
        (above, below)
        for above, below in pairwise(printed)
        if not below.after_blank and not below.indented
    ]
    wrapped = sum(_wrapped(above, below, width, text) for above, below in inner)
    enough = wrapped >= ENOUGH_BREAKS and wrapped * 4 >= len(inner) * 3
    return width if enough else None


def _wrapped(above: _Printed, below: _Printed, width: int, text: str) -> bool:
    """Whether the break between two printed lines is only a matter of width."""
    if below.after_blank or below.indented or _ITEM.match(text, below.start):
        return False
    if _NUMBERED.match(text, below.start) and text[above.end - 1] != ",":
        return False  # "…, and Reyes,\n36. They …" is an age, not an item
    return above.columns + 1 + below.head > width
