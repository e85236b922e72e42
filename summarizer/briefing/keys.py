"""Keys of merged items: a hash of what they say, which no order of inputs changes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from summarizer.merging import MergedActor, stems

_LENGTH: Final = 12


class Keys:
    """Gives out keys, each once; what says the same twice is told apart by its number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def of(self, section: str, *said: str) -> str:
        """The key of an item of a section that says this."""
        count = 1
        while (key := _hash(section, *said, *([str(count)] if count > 1 else []))) in self._taken:
            count += 1
        self._taken.add(key)
        return key


def gist_of(text: str) -> str:
    """A text by its words, so that small differences of wording do not make another key."""
    return " ".join(sorted(stems(text))) or text


def name_keys(actors: Iterable[MergedActor], keys: Keys) -> dict[int, str]:
    """A key for each merged actor."""
    return {actor.number: keys.of("actors", gist_of(actor.name)) for actor in actors}


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_LENGTH]
