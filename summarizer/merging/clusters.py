"""Growing clusters pair by pair: two items of one article stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from summarizer.merging.model import Ref


class Clusters:
    """A partition of items. An article's own summary says which of its items are two."""

    def __init__(self, refs: Iterable[Ref]) -> None:
        self._root: dict[Ref, Ref] = {ref: ref for ref in refs}
        self._held: dict[Ref, list[Ref]] = {ref: [ref] for ref in self._root}

    def find(self, ref: Ref) -> Ref:
        """The item that stands for a cluster."""
        root = ref
        while self._root[root] != root:
            root = self._root[root]
        while self._root[ref] != root:
            self._root[ref], ref = root, self._root[ref]
        return root

    def held(self, ref: Ref) -> list[Ref]:
        """All items of the cluster of an item."""
        return self._held[self.find(ref)]

    def joinable(self, one: Ref, other: Ref) -> bool:
        """Whether two items are in different clusters without an article in common."""
        first, second = self.held(one), self.held(other)
        if first is second:
            return False
        return {source for source, _ in first}.isdisjoint(source for source, _ in second)

    def join(self, one: Ref, other: Ref) -> bool:
        """Make one cluster of two, if that leaves every article's items apart."""
        if not self.joinable(one, other):
            return False
        self.unite(one, other)
        return True

    def unite(self, one: Ref, other: Ref) -> None:
        """Make one cluster of two, whatever is in them."""
        first, second = sorted((self.find(one), self.find(other)))
        if first != second:
            self._root[second] = first
            self._held[first] += self._held.pop(second)

    def all(self) -> list[list[Ref]]:
        """Every cluster sorted, in the order of their first items."""
        grouped: dict[Ref, list[Ref]] = defaultdict(list)
        for ref in self._root:
            grouped[self.find(ref)].append(ref)
        clusters = [sorted(group, key=order) for group in grouped.values()]
        return sorted(clusters, key=lambda group: order(group[0]))


def order(ref: Ref) -> tuple[int, str, int]:
    """Items by source, kind and number: a2 before a10."""
    source, item = ref
    letters = item.rstrip("0123456789")
    return source, letters, int(item[len(letters) :] or 0)
