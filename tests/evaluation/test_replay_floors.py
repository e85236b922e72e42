"""The whole pipeline keeps its quality on the regression gold, layer by layer, without a model.

Twice: from drafts that the embedded model wrote, and with a scripted model that knows some words,
which shows what code finds. `replay/floors.py` says how the floors are set.
"""

from __future__ import annotations

from functools import cache

import pytest

from summarizer.evaluation import shortfalls
from summarizer.evaluation.floors import HEADLINES
from summarizer.scoring import GoldArticle, Prediction, score_set
from tests.evaluation import breaks
from tests.evaluation.replay.floors import floors_of, raised
from tests.evaluation.replay.replay import REPLAYS

BREAKS = [
    (breaks.half_the_actors, "actors.f1"),
    (breaks.half_the_statements, "quotes.f1"),
    (breaks.wrong_speakers, "quotes.wrong_holder"),
    (breaks.positions_flipped, "stances.f1"),
    (breaks.half_the_events, "events.f1"),
    (breaks.wrong_participants, "events.argument_f1"),
    (breaks.dates_shifted, "events.date"),
    (breaks.all_occurred, "events.status_not_occurred"),
]


CASES = [
    (name, broken, figure)
    for name in REPLAYS
    for broken, figure in BREAKS
    if any(floor.figure == figure and floor.bound > 0 for floor in floors_of(name))
]
"""Each break in each replay that has something to lose."""


@cache
def _replayed(name: str) -> tuple[list[GoldArticle], list[Prediction]]:
    return REPLAYS[name]()


@pytest.mark.parametrize("layer", ["actors", "quotes", "stances", "events", "summary"])
@pytest.mark.parametrize("name", REPLAYS)
def test_no_layer_falls_under_its_floors(name: str, layer: str) -> None:
    figures = score_set(*_replayed(name)).figures()
    floors = [floor for floor in floors_of(name) if floor.figure.startswith(f"{layer}.")]
    assert floors, "a layer without a floor is not watched"
    assert [
        f"{floor.figure} {value} under {floor.bound}"
        for floor, value in shortfalls(floors, figures)
    ] == []


@pytest.mark.parametrize(("name", "broken", "figure"), CASES)
def test_a_deliberate_break_is_caught(name: str, broken: breaks.Break, figure: str) -> None:
    gold, found = _replayed(name)
    damaged = [Prediction.model_validate(broken(p.model_dump())) for p in found]
    under = shortfalls(floors_of(name), score_set(gold, damaged).figures())
    assert figure in [floor.figure for floor, _ in under]


def test_every_break_has_a_replay_that_catches_it() -> None:
    assert {figure for _, _, figure in CASES} == {figure for _, figure in BREAKS}


@pytest.mark.parametrize("name", REPLAYS)
def test_floors_are_raised_and_never_lowered(name: str) -> None:
    gold, _ = _replayed(name)
    floors = floors_of(name)
    nothing = score_set(gold, [Prediction(id=article.id) for article in gold])
    known = {floor.figure: floor for floor in raised(floors, nothing)}
    assert all(known[f.figure] == f for f in floors if f.figure in known and not f.at_most)
    assert {floor.figure for floor in floors} <= set(HEADLINES)
