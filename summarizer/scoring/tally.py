"""Counts of one layer, notes for the reader, and the figures made of counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Literal

Layer = Literal["actors", "quotes", "stances", "events", "summary"]
NoteKind = Literal["missed", "false", "duplicate", "wrong"]


class Counts(dict[str, float]):
    """Amounts by name; a name that was never counted is nought."""

    def __missing__(self, key: str) -> float:
        return 0.0

    def add(self, **amounts: float) -> None:
        """Add to the amounts."""
        for key, amount in amounts.items():
            self[key] += amount

    @classmethod
    def total(cls, several: Iterable[Counts]) -> Counts:
        """The sum of several."""
        summed = cls()
        for counts in several:
            summed.add(**counts)
        return summed


Metric = Callable[[Counts], float | None]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to read: missed, found but false, found twice, or found with a wrong detail."""

    layer: Layer
    kind: NoteKind
    article: str
    text: str


@dataclass(slots=True)
class Tally:
    """The counts of one layer in one article."""

    layer: Layer
    article: str
    counts: Counts = field(default_factory=Counts)
    notes: list[Note] = field(default_factory=list)

    def note(self, kind: NoteKind, text: str) -> None:
        """Write down one thing to read."""
        self.notes.append(Note(self.layer, kind, self.article, text))


def precision(counts: Counts) -> float | None:
    """Right ones (tp) of all found; 1 where nothing was found and nothing was to be found."""
    found = counts["tp"] + counts["fp"]
    if found:
        return counts["tp"] / found
    return 0.0 if counts["fn"] else 1.0


def recall(counts: Counts) -> float | None:
    """Right ones (tp) of all to be found; 1 where there was nothing to find."""
    wanted = counts["tp"] + counts["fn"]
    return counts["tp"] / wanted if wanted else 1.0


def f1(counts: Counts) -> float | None:
    """Harmonic mean of precision and recall."""
    p, r = precision(counts), recall(counts)
    return 2 * p * r / (p + r) if p and r else 0.0


def share(part: str, whole: str) -> Metric:
    """One count of another; None where the other is nought."""

    def metric(counts: Counts) -> float | None:
        return counts[part] / counts[whole] if counts[whole] else None

    return metric


def renamed(metric: Metric, prefix: str) -> Metric:
    """The same figure of counts that carry a prefix, such as "argument_tp"; None without any."""

    def metric_of_prefixed(counts: Counts) -> float | None:
        own = Counts({key: counts[prefix + key] for key in ("tp", "fp", "fn")})
        return metric(own) if any(own.values()) else None

    return metric_of_prefixed
