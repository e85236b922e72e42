"""Lines of a page to paragraphs: wrapped lines joined, hyphenation undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import quantiles
from typing import Final

from summarizer.article.text import normalise

_FULL: Final = 0.75
"""Part of the usual width below which a line is the last of its paragraph."""
_NEARLY_FULL: Final = 0.9
"""The same for a line that ends with a full stop."""
_INDENT: Final = 2
_STOP: Final = re.compile(r"[.!?…。！？؟:][\"”’»」』)\]]*\Z")
_HYPHENATED: Final = re.compile(r"[^\W\d_]{2,}[-\u2010\u00ad]\Z")
_CJK: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff，。、；：]")
_LIGATURES: Final = dict(
    zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)
)


def paragraphs_of(lines: Sequence[str]) -> list[str]:
    """The paragraphs of lines in reading order: empty lines, indents and short lines part them."""
    paragraphs: list[list[str]] = []
    usual = _usual_width(lines)
    margin = 0
    previous = ""
    for line in lines:
        words = " ".join(line.split()).translate(_LIGATURES)
        indent = len(line) - len(line.lstrip())
        if not words:
            previous = ""
            continue
        if not previous or _ends(previous, words, usual) or indent >= margin + _INDENT:
            paragraphs.append([])
        paragraphs[-1].append(words)
        previous, margin = words, indent if not paragraphs[-1][1:] else min(margin, indent)
    return [text for lines_ in paragraphs if (text := normalise(joined(lines_)))]


def joined(lines: Sequence[str]) -> str:
    """Lines of one paragraph in one: a hyphen at a line's end goes where the word goes on."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif _HYPHENATED.search(text) and line[:1].islower():
            text = text[:-1] + line
        elif _CJK.match(text[-1]) and _CJK.match(line):
            text += line
        else:
            text += f" {line}"
    return text


def _usual_width(lines: Sequence[str]) -> float:
    """The width that full lines have: all but the longest fifth are at most so long."""
    lengths = [len(" ".join(line.split())) for line in lines if line.strip()]
    return quantiles(lengths, n=5)[-1] if len(lengths) > 1 else 0.0


def _ends(previous: str, following: str, usual: float) -> bool:
    if _HYPHENATED.search(previous) and following[:1].islower():
        return False
    return len(previous) < usual * (_NEARLY_FULL if _STOP.search(previous) else _FULL)
