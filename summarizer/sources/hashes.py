"""Hashes and what is known of each, in a fifth of the memory that a dict of them takes."""

from __future__ import annotations

from array import array
from typing import Final

_LEAST: Final = 2**10
_FULL: Final = 0.6
"""Share of the places that may be taken before there are twice as many."""
_FREE: Final = 0


class HashMap:
    """A number for each hash. A run over many articles remembers each of them so.

    Hashes are those of `hash`, which are spread evenly; places are searched one after the other.
    """

    def __init__(self) -> None:
        self._keys = array("q", bytes(8 * _LEAST))
        self._values = array("q", bytes(8 * _LEAST))
        self._taken = 0

    def __contains__(self, key: int) -> bool:
        return self._keys[self._place(key)] != _FREE

    def get(self, key: int) -> int | None:
        """The number for a hash, or None if it was never met."""
        place = self._place(key)
        return self._values[place] if self._keys[place] != _FREE else None

    def put(self, key: int, value: int) -> None:
        """Remember a number for a hash."""
        place = self._place(key)
        if self._keys[place] == _FREE:
            self._taken += 1
        self._keys[place], self._values[place] = key or 1, value
        if self._taken > _FULL * len(self._keys):
            self._grow()

    def _place(self, key: int) -> int:
        """Where a hash is, or would be."""
        wanted, last = key or 1, len(self._keys) - 1
        at = wanted & last
        while self._keys[at] != wanted and self._keys[at] != _FREE:
            at = (at + 1) & last
        return at

    def _grow(self) -> None:
        keys, values = self._keys, self._values
        self._keys = array("q", bytes(16 * len(keys)))
        self._values = array("q", bytes(16 * len(keys)))
        for key, value in zip(keys, values, strict=True):
            if key != _FREE:
                place = self._place(key)
                self._keys[place], self._values[place] = key, value
