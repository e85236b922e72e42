"""Independence: which articles repeat an earlier one, by MinHash, without comparing all pairs.

A copy brings hardly a word of its own; an article that retells another and adds news is a report
of its own. Candidates come from an index of MinHashes, of the whole text and of its opening, and
are then compared word by word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rensa import RMinHash, RMinHashLSH

from summarizer.merging.model import Source
from summarizer.merging.words import folded, tokens

_RUN: Final = 3
"""Words in a row that are compared."""
_OWN: Final = 0.45
"""Share of an article's runs up to which they may be its own while it still repeats another."""
_OPENING: Final = 90
_FEWEST: Final = 12
"""Words below which a text is too short to be anybody's copy, unless it is the same."""
_PERMUTATIONS: Final = 128
_SEED: Final = 7
_CANDIDATE: Final = 0.3
_BANDS: Final = 32


def find_copies(sources: Sequence[Source]) -> dict[int, int]:
    """By number of a source: the earlier one that it repeats. Sources come in order of time."""
    index = _Index()
    texts = {source.number: _words_of(source) for source in sources}
    copies: dict[int, int] = {}
    for source in sources:
        mine = _runs(texts[source.number])
        shares = {
            number: _borrowed(mine, _runs(texts[number]))
            for number in index.near(texts[source.number])
        }
        best = max(sorted(shares), key=lambda number: shares[number], default=None)
        if best is not None and shares[best] >= 1 - _OWN:
            copies[source.number] = best
        else:
            index.add(source.number, texts[source.number])
    return copies


class _Index:
    """Two indexes of MinHashes: of whole texts, and of their openings, which copies keep."""

    def __init__(self) -> None:
        self._indexes = [
            RMinHashLSH(threshold=_CANDIDATE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
            for _ in range(2)
        ]
        self._whole: dict[tuple[str, ...], int] = {}

    def near(self, text: tuple[str, ...]) -> set[int]:
        """Numbers of texts that may hold this one."""
        if len(text) < _FEWEST:
            return {self._whole[text]} if text in self._whole else set()
        found: set[int] = set()
        for index, sketch in zip(self._indexes, _sketches(text), strict=True):
            found.update(index.query(sketch))
        return found

    def add(self, number: int, text: tuple[str, ...]) -> None:
        """Remember a text that repeats none."""
        self._whole.setdefault(text, number)
        if len(text) >= _FEWEST:
            for index, sketch in zip(self._indexes, _sketches(text), strict=True):
                index.insert(number, sketch)


def _sketches(text: tuple[str, ...]) -> Iterator[RMinHash]:
    for part in (text, text[:_OPENING]):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update([" ".join(run) for run in sorted(_runs(part))])
        yield sketch


def _borrowed(mine: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """Share of an article's runs of words that the other has."""
    return len(mine & other) / max(1, len(mine))


def _runs(text: Sequence[str]) -> frozenset[tuple[str, ...]]:
    last = max(1, len(text) - _RUN + 1)
    return frozenset(tuple(text[at : at + _RUN]) for at in range(last))


def _words_of(source: Source) -> tuple[str, ...]:
    """The article's own words below its title; where the text was left out, what is quoted."""
    return tuple(word for part in _parts(source) for word in tokens(folded(part)))


def _parts(source: Source) -> Iterable[str]:
    article, summary = source.summary.article, source.summary
    if article.text is None:
        items = (*summary.actors, *summary.statements, *summary.stances, *summary.events)
        quoted = {(e.start, e.quote) for item in items for e in item.evidence}
        return [quote for _, quote in sorted(quoted)]
    heading = {e.sentence for e in summary.headline.evidence} if summary.headline else set()
    skipped = {*article.boilerplate, *(heading if len(article.sentences) > 2 else ())}
    return [
        article.text[start:end]
        for number, (start, end) in enumerate(article.sentences, start=1)
        if number not in skipped
    ]
