"""Collecting what was dropped or repaired, and why: nothing goes without a word."""

from __future__ import annotations

from dataclasses import dataclass, field

from summarizer.schema import Caveat


@dataclass
class Caveats:
    """Warnings in order of appearance, each said once."""

    items: list[Caveat] = field(default_factory=list)

    def add(self, code: str, path: str, message: str) -> None:
        """Note one, on one line; the same message at the same place is not repeated."""
        caveat = Caveat(code=code, path=path, message=" ".join(message.split()))
        if caveat not in self.items:
            self.items.append(caveat)
