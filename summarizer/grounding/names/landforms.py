"""Names of rivers, lakes and mountains, told by what stands beside them. English."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.words import Line, Reading, is_capital

_APPOSED: Final = 3
"""Words after a comma among which the noun comes: "the Senn, a river"."""
_BANKS: Final = 5
"""Words behind a name within which it leaves "its banks"."""


def landforms(reading: Reading, lexicon: Lexicon) -> frozenset[str]:
    """The single words, folded, that the article uses as the name of a river or the like."""
    return frozenset(
        fold(token.text)
        for line in reading.lines
        for index, token in enumerate(line.tokens)
        if is_capital(token) and _is_landform(line, index, lexicon)
    )


def _is_landform(line: Line, index: int, lexicon: Lexicon) -> bool:
    after = line.word(index + 1)
    if after[:1].isupper():
        return lexicon.exactly(after, "landform_tails") and index + 2 not in _capitals(line)
    opened = lexicon.exactly(line.word(index - 1), "landform_openers") and index > 0
    followed = lexicon.exactly(after, "landform_tails")
    return opened or followed or _is_said_to_be(line, index, lexicon)


def _is_said_to_be(line: Line, index: int, lexicon: Lexicon) -> bool:
    """Whether it is "the Senn, a river", "the waters of the Senn", or leaves "its banks"."""
    words = [line.word(at) for at in range(index + 1, index + 2 + _BANKS)]
    if words[0] == "," and lexicon.exactly(words[1], "determiners"):
        return any(lexicon.exactly(word, "landforms") for word in words[2 : 2 + _APPOSED])
    if index > 2 and line.word(index - 1) == "the" and line.word(index - 2) == "of":
        return lexicon.exactly(line.word(index - 3), "landform_parts")
    return ("its", "banks") in pairwise(words)


def _capitals(line: Line) -> frozenset[int]:
    return frozenset(at for at, token in enumerate(line.tokens) if is_capital(token))
