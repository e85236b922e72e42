"""Sentence spans: exact, in order, never overlapping, and together holding all that can be read.

The splitter is sentencex (docs/sentences.md compares it with others); `breaks` corrects it where
it is known to be wrong. A line break always ends a sentence, unless the text was hard-wrapped
(see `lines`). A short quotation of several sentences stays with its speaker as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import sentencex  # type: ignore[import-untyped]  # the wheel has no type information

from summarizer.article.breaks import corrected
from summarizer.article.lines import Line
from summarizer.article.text import is_visible, trimmed

WINDOW: Final = 8_000
"""Characters the splitter sees at once: its time grows with the square of unclosed quotes."""
LONG_QUOTE: Final = 240
"""Characters from which a sentence with a quotation is split at the stops inside it."""
LONGEST: Final = 1_200
"""Characters from which a "sentence" has none of its own stops and is cut at a lesser mark."""
_QUOTES: Final = dict.fromkeys(map(ord, '"“”„«»「」『』'), " ")
_LESSER_MARK: Final = re.compile(r"[;；:：,，、،؛)–—](?=\s|[^\x00-\u02ff])|\s")


def split_sentences(
    text: str,
    lines: Sequence[Line],
    language: str | None,
    whole: tuple[int, int] | None = None,
) -> list[tuple[int, int]]:
    """Sentence spans of a normalised text; no break falls inside the span `whole`."""
    spans: list[tuple[int, int]] = []
    for line in lines:
        words = text[line.start : line.end].replace("\n", " ")
        breaks = _all_breaks(words, language or "en")
        if whole and line.start <= whole[0] < line.end:
            first, last = (at - line.start for at in whole)
            breaks = [at for at in breaks if not first < at <= last + 1]  # nor the blank after
        for start, end in _between(breaks, len(words)):
            left, right = trimmed(text, line.start + start, line.start + end)
            if is_visible(text[left:right]):
                spans.append((left, right))
    return spans


def _all_breaks(words: str, language: str) -> list[int]:
    """The breaks of one line, those inside what is too long for one sentence included."""
    breaks = corrected(words, _breaks(words, language), language)
    for start, end in _between(breaks, len(words)):
        if end - start > LONG_QUOTE:
            breaks = breaks + _inner_breaks(words[start:end], start, language)
    for start, end in _between(sorted(breaks), len(words)):
        if end - start > LONGEST:
            breaks = breaks + _forced_breaks(words, start, end)
    return sorted(breaks)


def _breaks(words: str, language: str) -> list[int]:
    """Where the splitter begins new sentences, read in windows that overlap by one sentence."""
    found: list[int] = []
    start = 0
    while start < len(words):
        end = min(start + WINDOW, len(words))
        parts = sentencex.get_sentence_boundaries(language, words[start:end])
        begins = [start + part["start_index"] for part in parts[1:]]
        found += begins
        if end == len(words):
            break
        start = begins[-1] if begins else end
    return found


def _inner_breaks(words: str, offset: int, language: str) -> list[int]:
    """The stops inside a long quotation, found by hiding its quotation marks."""
    bare = words.translate(_QUOTES)
    if bare == words:
        return []
    return [offset + at for at in corrected(words, _breaks(bare, language), language)]


def _forced_breaks(words: str, start: int, end: int) -> list[int]:
    """Cuts behind the last comma or the like before each limit, else the last blank."""
    cuts: list[int] = []
    while end - start > LONGEST:
        marks = [found.end() for found in _LESSER_MARK.finditer(words, start + 1, start + LONGEST)]
        strong = [at for at in marks if not words[at - 1].isspace()]
        start = (strong or marks or [start + LONGEST])[-1]
        cuts.append(start)
    return cuts


def _between(breaks: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    yield from zip((0, *breaks), (*breaks, length), strict=True)
