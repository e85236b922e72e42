"""Floors: figures that a run may not fall below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from summarizer.errors import ConfigurationError
from summarizer.scoring import METRICS, Difference, Layer

_ROUNDING = 5e-4
"""Floors are written with three places: a figure that rounds to its floor keeps it."""
LOWER_IS_BETTER = frozenset({"quotes.wrong_holder", "summary.new_numbers", "summary.new_names"})
HEADLINES = (
    "actors.f1",
    "actors.precision_strict",
    "quotes.f1",
    "quotes.named_holder_recall",
    "quotes.wrong_holder",
    "stances.f1",
    "stances.position",
    "stances.direction",
    "events.f1",
    "events.argument_f1",
    "events.date",
    "events.status",
    "events.status_not_occurred",
    "summary.rouge1_max",
)
"""The figures that say whether a run is better; the others say why."""


@dataclass(frozen=True, slots=True)
class Floor:
    """A bound on one figure: the least it may be, or the most for figures that count errors."""

    figure: str
    bound: float

    @property
    def at_most(self) -> bool:
        """Whether the bound is from above."""
        return self.figure in LOWER_IS_BETTER

    def holds(self, value: float | None) -> bool:
        """Whether a value keeps to the bound; one that cannot be told does not."""
        if value is None:
            return False
        if self.at_most:
            return value <= self.bound + _ROUNDING
        return value >= self.bound - _ROUNDING


def parse_floor(written: str) -> Floor:
    """A floor from "LAYER.FIGURE=VALUE".

    Raises:
        ConfigurationError: it is not written so, or there is no such figure.
    """
    figure, equals, value = written.partition("=")
    known = {f"{layer}.{name}" for layer, figures in METRICS.items() for name in figures}
    try:
        bound = float(value)
    except ValueError:
        bound = -1.0
    if not equals or bound < 0:
        raise ConfigurationError(
            f"floor {written!r} is not LAYER.FIGURE=VALUE", hint="for example actors.f1=0.5"
        )
    if figure not in known:
        names = ", ".join(sorted(known))
        raise ConfigurationError(f"there is no figure {figure}", hint=f"known: {names}")
    return Floor(figure, bound)


def shortfalls(
    floors: Iterable[Floor], figures: Mapping[Layer, Mapping[str, float | None]]
) -> list[tuple[Floor, float | None]]:
    """The floors that do not hold, with the figures found."""
    flat = {f"{layer}.{name}": v for layer, values in figures.items() for name, v in values.items()}
    checked = [(floor, flat.get(floor.figure)) for floor in floors]
    return [(floor, value) for floor, value in checked if not floor.holds(value)]


def drops(
    comparison: Mapping[Layer, Mapping[str, Difference | None]],
) -> list[tuple[str, Difference]]:
    """Headline figures that are worse than in the run compared with, beyond noise.

    Since many are looked at, each has to be surer: one in twenty over all of them together.
    """
    flat = {
        f"{layer}.{name}": d for layer, values in comparison.items() for name, d in values.items()
    }
    looked_at = [(figure, d) for figure in HEADLINES if (d := flat.get(figure)) is not None]
    sure = 0.05 / max(1, len(looked_at))
    return [
        (figure, difference)
        for figure, difference in looked_at
        if difference.p < sure and (difference.delta > 0) == (figure in LOWER_IS_BETTER)
    ]
