"""Sentence spans: exact, in order, never overlapping, and together holding all that can be read.

The splitter is sentencex (docs/sentences.md compares it with others); `breaks` corrects it where
it is known to be wrong. A line break always ends a sentence, unless the text was hard-wrapped
(see `lines`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import sentencex  # type: ignore[import-untyped]  # the wheel has no type information

from summarizer.article.breaks import corrected
from summarizer.article.lines import Line
from summarizer.article.text import is_visible, trimmed

WINDOW: Final = 8_000
"""Characters the splitter sees at once: its time grows with the square of unclosed quotes."""


def split_sentences(
    text: str,
    lines: Sequence[Line],
    language: str | None,
    whole: tuple[int, int] | None = None,
) -> list[tuple[int, int]]:
    """Sentence spans of a normalised text; no break falls inside the span `whole`."""
    spans: list[tuple[int, int]] = []
    for line in lines:
        spans += _sentences_of(text, line, language or "en", whole or (0, 0))
    return spans


def _sentences_of(
    text: str, line: Line, language: str, whole: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    words = text[line.start : line.end].replace("\n", " ")
    breaks = corrected(words, _breaks(words, language), language)
    edges = [line.start + at for at in (0, *breaks, len(words))]
    edges = [at for at in edges if not whole[0] < at <= whole[1] or at == line.end]
    start = edges[0]
    for end in edges[1:]:
        left, right = trimmed(text, start, end)
        if is_visible(text[left:right]):
            yield left, right
        start = end


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
