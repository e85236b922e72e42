"""A floor catches what breaks: on perfect predictions, broken on purpose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from summarizer.errors import ConfigurationError
from summarizer.evaluation import Floor, drops, parse_floor, shortfalls
from summarizer.evaluation.floors import HEADLINES, LOWER_IS_BETTER
from summarizer.scoring import (
    METRICS,
    Difference,
    GoldArticle,
    Layer,
    Prediction,
    Score,
    compare,
    score_set,
)
from tests.evaluation.breaks import (
    Json,
    all_occurred,
    dates_shifted,
    half_the_actors,
    positions_flipped,
    wrong_speakers,
)
from tests.scoring.predictions import gold_lines, perfect

LINES = gold_lines()
GOLD = [GoldArticle.model_validate(line) for line in LINES]


def _score(broken: Callable[[Json], Json], only: int | None = None) -> Score:
    """The score of perfect predictions with `broken` done to all of them, or to one."""
    found = [perfect(line) for line in LINES]
    found = [broken(p) if only is None or only == n else p for n, p in enumerate(found)]
    return score_set(GOLD, [Prediction.model_validate(p) for p in found])


def _as_it_was(prediction: Json) -> Json:
    return prediction


BREAKS = [
    (half_the_actors, "actors.f1"),
    (positions_flipped, "stances.position"),
    (dates_shifted, "events.date"),
    (all_occurred, "events.status_not_occurred"),
    (wrong_speakers, "quotes.wrong_holder"),
]
WHOLE = _score(_as_it_was)
FLOORS = [
    Floor(f"{layer}.{name}", value)
    for layer, figures in WHOLE.figures().items()
    for name, value in figures.items()
    if value is not None
]


def test_what_is_not_broken_keeps_its_floors() -> None:
    assert shortfalls(FLOORS, WHOLE.figures()) == []
    assert drops(compare(WHOLE, WHOLE)) == []


@pytest.mark.parametrize(("broken", "figure"), BREAKS)
def test_a_break_everywhere_is_beyond_noise(broken: Callable[[Json], Json], figure: str) -> None:
    score = _score(broken)
    assert figure in [floor.figure for floor, _ in shortfalls(FLOORS, score.figures())]
    assert figure in [name for name, _ in drops(compare(WHOLE, score))]
    assert drops(compare(score, WHOLE)) == [], "mending is no drop"


@pytest.mark.parametrize(("broken", "figure"), BREAKS)
def test_a_break_in_one_article_falls_under_an_exact_floor(
    broken: Callable[[Json], Json], figure: str
) -> None:
    score = _score(broken, only=0)
    assert figure in [floor.figure for floor, _ in shortfalls(FLOORS, score.figures())]


def test_noise_over_many_figures_is_no_drop() -> None:
    even = Difference(delta=-0.1, low=-0.2, high=0.0, p=0.02)
    comparison: dict[Layer, dict[str, Difference | None]] = {
        "actors": {"f1": even},
        "events": {"f1": even, "date": even},
    }
    assert drops(comparison) == []
    assert drops({"actors": {"f1": even}}) == [("actors.f1", even)]
    assert drops({"quotes": {"wrong_holder": even}}) == [], "fewer errors are no drop"


def test_the_headlines_are_figures() -> None:
    known = {f"{layer}.{name}" for layer, figures in METRICS.items() for name in figures}
    assert {*HEADLINES, *LOWER_IS_BETTER} <= known


def test_figures_of_errors_are_bound_from_above() -> None:
    floor = parse_floor("quotes.wrong_holder=0.25")
    assert floor.at_most
    assert floor.holds(0.2)
    assert not floor.holds(0.3)


def test_a_figure_that_rounds_to_its_floor_keeps_it() -> None:
    floor = parse_floor("actors.f1=0.735")
    assert floor.holds(0.7346)
    assert not floor.holds(0.734)
    assert not floor.holds(None)


@pytest.mark.parametrize("written", ["actors.f1", "actors.f1=high", "actors.f1=-1"])
def test_a_floor_that_is_none(written: str) -> None:
    with pytest.raises(ConfigurationError, match=r"is not LAYER\.FIGURE=VALUE"):
        parse_floor(written)


def test_a_figure_that_does_not_exist() -> None:
    with pytest.raises(ConfigurationError, match=r"no figure actors\.f2") as caught:
        parse_floor("actors.f2=0.5")
    assert caught.value.hint is not None
    for layer, figures in METRICS.items():
        for name in figures:
            assert f"{layer}.{name}" in caught.value.hint
