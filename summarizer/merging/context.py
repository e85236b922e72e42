"""Whether two articles are about one matter: what a name that many bear must lean on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from summarizer.merging.model import Source
from summarizer.merging.words import folded, is_generic, stem, stems, tokens, words

_DAYS: Final = 14
_NEEDED: Final = 3.0
_COMMON: Final = 0.2
_SMALL: Final = 20
"""Below so many articles a word that most of them have still tells one matter from another."""


class Context:
    """Links between articles, asked pair by pair and remembered."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._days = {source.number: source.day for source in sources}
        self._names = {source.number: _proper(source) for source in sources}
        self._topics = {source.number: _topic(source) for source in sources}
        if len(sources) >= _SMALL:
            limit = _COMMON * len(sources)
            for held in (self._names, self._topics):
                seen = Counter(word for found in held.values() for word in found)
                for number, found in held.items():
                    held[number] = frozenset(w for w in found if seen[w] <= limit)
        self._linked: dict[tuple[int, int], bool] = {}

    def linked(self, one: int, other: int, besides: Sequence[str] = ()) -> bool:
        """Whether the two speak of one matter: names and words in common, within two weeks.

        `besides` are words that may not count, since they are in question themselves.
        """
        pair = (one, other) if one <= other else (other, one)
        if pair not in self._linked:
            self._linked[pair] = one == other or (self._near(*pair) and self._alike(*pair))
        return self._linked[pair] and (not besides or self._alike(*pair, frozenset(besides)))

    def _near(self, one: int, other: int) -> bool:
        first, second = self._days[one], self._days[other]
        return first is None or second is None or abs((first - second).days) <= _DAYS

    def _alike(self, one: int, other: int, but: frozenset[str] = frozenset()) -> bool:
        names = (self._names[one] & self._names[other]) - but
        topic = self._topics[one] & self._topics[other]
        if but:
            topic -= {stem(word) for word in but}
        return bool(names) and len(names) + len(topic) / 2 >= _NEEDED


def _proper(source: Source) -> frozenset[str]:
    """Words of names: of actors, of places, and with a capital inside what happened."""
    summary = source.summary
    found: set[str] = set()
    for actor in summary.actors:
        if not is_generic(actor.name):
            found.update(tokens(folded(actor.name)))
    for event in summary.events:
        if event.place is not None:
            found.update(tokens(folded(event.place.text)))
        inner = tokens(event.description)[1:]
        found.update(folded(word) for word in inner if word[0].isupper())
    if summary.headline is not None:
        found.update(
            folded(word) for word in tokens(summary.headline.text)[1:] if word[0].isupper()
        )
    known = words()
    return frozenset(found - known.stop - known.generic - known.titles)


def _topic(source: Source) -> frozenset[str]:
    """What the headline and the gist speak of."""
    summary = source.summary
    heading = [summary.headline.text] if summary.headline is not None else []
    texts = [*heading, *(sentence.text for sentence in summary.gist)]
    return frozenset().union(*map(stems, texts)) if texts else frozenset()
