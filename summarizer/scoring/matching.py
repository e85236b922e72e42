"""One-to-one matching of what was found with what was to be found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

P = TypeVar("P")
G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Matching:
    """Index of a prediction and of the gold item it meets."""

    pairs: dict[int, int]
    duplicates: dict[int, int]
    """Predictions that meet only gold items already taken, with the best such item."""

    def hits(self) -> set[int]:
        """Gold items that were found."""
        return set(self.pairs.values())

    def is_false(self, prediction: int) -> bool:
        """Whether a prediction meets nothing at all."""
        return prediction not in self.pairs and prediction not in self.duplicates


def match(predicted: Sequence[P], gold: Sequence[G], fit: Callable[[P, G], float]) -> Matching:
    """Pair items best fit first; among equals the earlier prediction, then the earlier gold."""
    fits = [(fit(p, g), -i, -j) for i, p in enumerate(predicted) for j, g in enumerate(gold)]
    ranked = [(-i, -j) for score, i, j in sorted(fits, reverse=True) if score > 0]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    duplicates: dict[int, int] = {}
    for i, j in ranked:
        if i not in pairs:
            duplicates.setdefault(i, j)
    return Matching(pairs, duplicates)
