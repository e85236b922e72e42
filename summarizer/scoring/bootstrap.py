"""How sure a figure is: intervals over resampled articles, and a paired test of two runs."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.scoring.tally import Counts, Metric

ROUNDS = 1000
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a second run scores above a first one, on the same articles."""

    delta: float
    low: float
    high: float
    """Bounds of the 95 % bootstrap interval of the difference."""
    p: float
    """Share of random swaps of the two runs' articles that differ at least as much."""

    @property
    def beyond_noise(self) -> bool:
        """Whether the test tells the runs apart at five in a hundred."""
        return self.p < 0.05


def intervals(
    articles: Sequence[Counts],
    metrics: Mapping[str, Metric],
    *,
    rounds: int = ROUNDS,
    seed: int = 0,
) -> dict[str, Interval | None]:
    """The 95 % percentile interval of each figure; None where it cannot be told."""
    rng = random.Random(seed)  # noqa: S311 - statistics, not secrets
    table = _Table.of(articles)
    samples: dict[str, list[float]] = {name: [] for name in metrics}
    for _ in range(rounds if len(articles) > 1 else 0):
        counts = table.total(rng.choices(table.rows, k=len(table.rows)))
        for name, metric in metrics.items():
            value = metric(counts)
            if value is not None:
                samples[name].append(value)
    return {name: _middle(values) if values else None for name, values in samples.items()}


def paired(
    first: Sequence[Counts],
    second: Sequence[Counts],
    metrics: Mapping[str, Metric],
    *,
    rounds: int = ROUNDS,
    seed: int = 0,
) -> dict[str, Difference | None]:
    """How `second` differs from `first` on the same articles; None where a figure is missing."""
    rng = random.Random(seed)  # noqa: S311 - statistics, not secrets
    table = _Table.of([*first, *second])
    both = list(zip(table.rows[: len(first)], table.rows[len(first) :], strict=True))
    swapped: dict[str, list[float]] = {name: [] for name in metrics}
    drawn: dict[str, list[float]] = {name: [] for name in metrics}
    for _ in range(rounds):
        table.differ(metrics, [p if rng.random() < 0.5 else p[::-1] for p in both], swapped)
        table.differ(metrics, rng.choices(both, k=len(both)), drawn)
    observed: dict[str, list[float]] = {name: [] for name in metrics}
    table.differ(metrics, both, observed)
    return {
        name: _difference(observed[name][0], swapped[name], drawn[name]) if observed[name] else None
        for name in metrics
    }


def _difference(delta: float, swapped: list[float], drawn: list[float]) -> Difference:
    extreme = sum(1 for value in swapped if abs(value) >= abs(delta) - 1e-12)
    low, high = _middle(drawn) if drawn else (delta, delta)
    return Difference(delta, low, high, (extreme + 1) / (len(swapped) + 1))


@dataclass(frozen=True, slots=True)
class _Table:
    """Counts as rows of numbers, which add up fast."""

    keys: list[str]
    rows: list[tuple[float, ...]]

    @classmethod
    def of(cls, articles: Sequence[Counts]) -> _Table:
        keys = sorted({key for counts in articles for key in counts})
        return cls(keys, [tuple(counts[key] for key in keys) for counts in articles])

    def total(self, rows: Sequence[tuple[float, ...]]) -> Counts:
        return Counts(zip(self.keys, map(sum, zip(*rows, strict=True)), strict=True))

    def differ(
        self,
        metrics: Mapping[str, Metric],
        pairs: Sequence[tuple[tuple[float, ...], ...]],
        into: dict[str, list[float]],
    ) -> None:
        """Add the difference of the pairs' second rows to their first ones, figure by figure."""
        before = self.total([pair[0] for pair in pairs])
        after = self.total([pair[1] for pair in pairs])
        for name, metric in metrics.items():
            one, other = metric(before), metric(after)
            if one is not None and other is not None:
                into[name].append(other - one)


def _middle(values: list[float]) -> Interval:
    """Bounds of the middle 95 in a hundred."""
    ranked = sorted(values)
    last = len(ranked) - 1
    return ranked[round(0.025 * last)], ranked[round(0.975 * last)]
