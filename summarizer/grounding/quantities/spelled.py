"""Number words read in a row: "two hundred and five", or the scale after digits: "9 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.grounding.quantities.vocabulary import NumberWords
from summarizer.grounding.words import Token

_GAP = re.compile(r"[ \u00a0\u202f-]?")


class Spelled(NamedTuple):
    """A number read from words; `after` is the index of the first token beyond it."""

    value: int | float
    after: int
    ordinal: bool


@dataclass
class _Reader:
    words: NumberWords
    current: int | float
    only_scales: bool
    """After digits a scale must come first."""
    total: int | float = 0
    seen: bool = False
    ordinal: bool = False

    def take(self, tokens: Sequence[Token], at: int) -> bool:
        """Read one word; False if it does not belong to the number."""
        word = tokens[at].folded
        if word in self.words.scales:
            self._scale(self.words.scales[word])
        elif self.only_scales and not self.seen:
            return False
        elif word in self.words.joining:
            return self.seen and self.words.goes_on(tokens, at)
        elif word in self.words.ones and not self.seen:
            follower = tokens[at + 1].folded if at + 1 < len(tokens) else ""
            if follower not in self.words.scales:
                return False
            self.current = 1
        elif word in self.words.small and self._fits(self.words.small[word]):
            self.current += self.words.small[word]
        elif self.seen and word in self.words.ordinals and self._fits(self.words.ordinals[word]):
            self.current += self.words.ordinals[word]
            self.ordinal = True
        else:
            return False
        self.seen = True
        return True

    def _scale(self, scale: int) -> None:
        if scale <= 100:
            self.current = (self.current or 1) * scale
        else:
            self.total, self.current = self.total + (self.current or 1) * scale, 0

    def _fits(self, value: int) -> bool:
        """Whether a value joins what was read: "twenty one" is 21, "five six" are two numbers."""
        low = self.current % 100
        return low == 0 or (low >= 20 and low % 10 == 0 and value < 10)


def read_words(
    text: str, tokens: Sequence[Token], at: int, words: NumberWords, *, digits: int | float = 0
) -> Spelled | None:
    """The number that the words from `at` on spell, or None; `digits` is the value before them."""
    reader = _Reader(words, digits, only_scales=digits != 0)
    here = at
    while here < len(tokens) and not reader.ordinal:
        attached = here == at and not reader.only_scales
        if not attached and not _GAP.fullmatch(text, tokens[here - 1].end, tokens[here].start):
            break
        if not reader.take(tokens, here):
            break
        here += 1
    if not reader.seen:
        return None
    return Spelled(reader.total + reader.current, here, reader.ordinal)
