"""Texts sewn together from several sentences: each word stands there, the whole does not.

"Holt will visit Velden shortly before leaving for Lund" may take its end from one sentence and its
middle from another. A text that leaves a sentence and comes back to it has moved words from where
they belonged. That may be harmless; the article's own sentence, which takes its place, always is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarizer.grounding.guard.content import content_words, keys_of
from summarizer.schema import Evidence

_LEAST: Final = 2
"""Words that make a stretch; a single one may stand anywhere."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words in a row that all stand in each of these sentences."""

    sentences: frozenset[int]
    words: int


def is_stitched(text: str, evidence: list[Evidence], language: str) -> bool:
    """Whether a text leaves one of its sentences for another and then returns to it."""
    left: set[int] = set()
    here: frozenset[int] = frozenset()
    for stretch in _stretches(text, evidence, language):
        if here & stretch.sentences:
            here &= stretch.sentences
            continue
        left |= here
        if left >= stretch.sentences:
            return True
        here = stretch.sentences - left
    return False


def _stretches(text: str, evidence: list[Evidence], language: str) -> Iterator[_Stretch]:
    """The text cut where no sentence has the next word as well; single words are passed over."""
    keys = {e.sentence: keys_of(content_words(e.quote, language)) for e in evidence}
    shared, count = frozenset(keys), 0
    for word in content_words(text, language):
        having = frozenset(number for number, known in keys.items() if word.key in known)
        if not having:
            continue
        if not shared & having:
            if count >= _LEAST:
                yield _Stretch(shared, count)
            shared, count = frozenset(keys), 0
        shared, count = shared & having, count + 1
    if count >= _LEAST:
        yield _Stretch(shared, count)
