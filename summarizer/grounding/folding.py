"""Folding: what may differ between a quote that was typed again and the article's own characters.

Folded away are canonical composition (NFC), curly against straight quotation marks, dashes, the
kinds of white space and their runs, soft hyphens and zero-width characters. Nothing else: letter
case, digits, words and all other punctuation stay, so "did not resign" never equals "did resign".
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

_SINGLE_QUOTES: Final = "\u2018\u2019\u201a\u201b\u02bc"
_DOUBLE_QUOTES: Final = "\u201c\u201d\u201e\u201f"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
DROPPED: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Soft hyphen and zero-width characters, which folding leaves out."""
_ALIKE: Final = str.maketrans(
    {
        **dict.fromkeys(_SINGLE_QUOTES, "'"),
        **dict.fromkeys(_DOUBLE_QUOTES, '"'),
        **dict.fromkeys(_DASHES, "-"),
    }
)
# Below this code point no character joins the one before it, which spares most texts two lookups.
_FIRST_JOINING: Final = "\u0300"


class Folded(NamedTuple):
    """A folded text; `starts` and `ends` say, for each character, which span it came from."""

    text: str
    starts: list[int]
    ends: list[int]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the original span of `text[start:end]`; None if empty or cutting a character.

        Characters that composition could not merge share one span: a letter and its marks stand or
        fall together.
        """
        if not 0 <= start < end <= len(self.text):
            return None
        cuts_start = start > 0 and self.starts[start - 1] == self.starts[start]
        cuts_end = end < len(self.text) and self.starts[end] == self.starts[end - 1]
        return None if cuts_start or cuts_end else (self.starts[start], self.ends[end - 1])

    def position(self, original: int) -> int:
        """Give the first folded position at or after a position of the original text."""
        return bisect_left(self.starts, original)


def fold(text: str) -> Folded:
    """Fold a text and keep the way back. Linear in its length."""
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster, start, end in _clusters(text):
        folded = _fold_cluster(cluster)
        if folded == " " and characters and characters[-1] == " ":
            ends[-1] = end
            continue
        characters.extend(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
    return Folded("".join(characters), starts, ends)


def joins_previous(character: str) -> bool:
    """Whether a character belongs to the one before it: a mark, or a Hangul vowel or final."""
    if character < _FIRST_JOINING:
        return False
    return (
        unicodedata.category(character) in ("Mn", "Mc", "Me") or "\u1160" <= character <= "\u11ff"
    )


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    """Characters with the marks that follow them, zero-width characters left out, and their spans.

    NFC of the whole is NFC of the clusters in a row: nothing composes across their bounds.
    """
    parts: list[str] = []
    start = end = 0
    for position, character in enumerate(text):
        if character in DROPPED:
            continue
        if parts and not joins_previous(character):
            yield "".join(parts), start, end
            parts.clear()
        if not parts:
            start = position
        parts.append(character)
        end = position + 1
    if parts:
        yield "".join(parts), start, end


def _fold_cluster(cluster: str) -> str:
    if len(cluster) == 1 and cluster < _FIRST_JOINING:
        return " " if cluster.isspace() else cluster
    composed = unicodedata.normalize("NFC", cluster).translate(_ALIKE)
    return "".join(" " if character.isspace() else character for character in composed)
