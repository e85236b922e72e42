"""A made news article of any length: python -m benchmarks.long_article [WORDS].

A chronicle of an inquiry, put together from the sentences of `long_article.toml` with made-up
names, numbers and days; about one new person in a hundred words. Three facts are told once each: in
the first, the middle and the last paragraph. The same length always gives the same text.
"""

from __future__ import annotations

import random
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Final

PLACES: Final = ("start", "middle", "end")
_HELD: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
FACTS: Final[dict[str, str]] = {place: _HELD["facts"][place] for place in PLACES}
"""The sentence that only this place of the article has."""
NAMES: Final[dict[str, str]] = {place: _HELD["names"][place] for place in PLACES}
"""The name that only this place of the article has."""
_PARAGRAPH: Final = 4
_WORDS_A_PERSON: Final = 100


@dataclass
class _Teller:
    """Fills the sentences, each in its turn, with whoever is at hand."""

    chance: random.Random
    people: list[str] = field(default_factory=list)
    told: int = 0

    def __post_init__(self) -> None:
        self._names = [f"{one} {two}" for one in _HELD["first"] for two in _HELD["last"]]
        self._sentences = cycle(self._shuffled("sentences"))
        self._quotes = cycle(self._shuffled("quotes"))
        self.chance.shuffle(self._names)

    def paragraph(self) -> str:
        """Some sentences."""
        return " ".join(self._sentence() for _ in range(_PARAGRAPH))

    def _sentence(self) -> str:
        if self.told >= len(self.people) * _WORDS_A_PERSON and self._names:
            self.people.append(self._names.pop())
        held = next(self._sentences)
        some = self.chance.sample(self.people, min(2, len(self.people)))
        sentence = held.format(
            person=some[0],
            surname=some[-1].split()[-1],
            office=self.chance.choice(_HELD["offices"]),
            body=self.chance.choice(_HELD["bodies"]),
            town=self.chance.choice(_HELD["towns"]),
            day=self.chance.choice(_HELD["days"]),
            number=self.chance.randrange(12, 900),
            quote=next(self._quotes),
        )
        self.told += len(sentence.split())
        return sentence[0].upper() + sentence[1:]

    def _shuffled(self, name: str) -> list[str]:
        held = list(_HELD[name])
        self.chance.shuffle(held)
        return held


def long_article(words: int) -> str:
    """About so many words, with a title, a dateline and the three facts."""
    return "\n\n".join(_paragraphs(words))


def _paragraphs(words: int) -> Iterator[str]:
    teller = _Teller(random.Random(words))  # noqa: S311  no secret: a text
    yield _HELD["title"]
    yield f"{_HELD['dateline']} {FACTS['start']} {teller.paragraph()}"
    while teller.told < words / 2:
        yield teller.paragraph()
    yield f"{FACTS['middle']} {teller.paragraph()}"
    while teller.told < words:
        yield teller.paragraph()
    yield f"{teller.paragraph()} {FACTS['end']}"


if __name__ == "__main__":
    print(long_article(int(sys.argv[1]) if len(sys.argv) > 1 else 12_000))
