"""One part of the program under fuzz: what goes in, and what must hold of whatever comes out."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from summarizer.errors import SummarizerError

BATCH: Final = 2_500
"""Inputs of one run of hypothesis, which remembers all of a run."""


@dataclass(frozen=True)
class Part:
    """`survive` takes an input and may raise a SummarizerError; anything else is a crash."""

    name: str
    inputs: SearchStrategy[Any]
    survive: Callable[[Any], object]
    share: int
    """Inputs of every test run."""
    whole: int
    """Inputs of a long one."""


def survive(part: Part, inputs: int, *, first_seed: int = 0) -> int:
    """Give a part so many inputs, the same ones for a seed; how many there were.

    Hypothesis raises what it found, with the smallest input that does it.
    """
    done = 0
    for number, begun in enumerate(range(0, inputs, BATCH)):
        done += _batch(part, min(BATCH, inputs - begun), first_seed + number)
    return done


def _batch(part: Part, inputs: int, number: int) -> int:
    done = 0

    @seed(number)
    @settings(
        max_examples=inputs,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(part.inputs)
    def one(value: Any) -> None:
        nonlocal done
        done += 1
        with suppress(SummarizerError):
            part.survive(value)

    one()
    return done
