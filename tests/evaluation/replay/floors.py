"""The floors of the replays: `python -m tests.evaluation.replay.floors` raises them.

A floor lies two hundredths under what was reached, since an item or two may come and go with a
change that is right. It is raised by this command and never lowered: whoever gives up something
edits `floors.toml`, where a review sees it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Final

from summarizer.evaluation import Floor
from summarizer.evaluation.floors import HEADLINES, LOWER_IS_BETTER
from summarizer.scoring import Layer, Score, score_set
from tests.evaluation.replay.replay import FLOORS, REPLAYS

_SLACK: Final = 0.02


def floors_of(replay: str) -> list[Floor]:
    """The floors of one replay."""
    held = tomllib.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    return [Floor(figure, bound) for figure, bound in held.get(replay, {}).items()]


def raised(floors: list[Floor], score: Score) -> list[Floor]:
    """The floors, or what was reached less the slack where that is more."""
    old = {floor.figure: floor for floor in floors}
    new = [_under(figure, value) for figure, value in _headlines(score.figures()).items()]
    return [
        floor if _is_stricter(floor, old.get(floor.figure)) else old[floor.figure] for floor in new
    ]


def _headlines(figures: Mapping[Layer, Mapping[str, float | None]]) -> dict[str, float]:
    flat = {f"{layer}.{name}": v for layer, values in figures.items() for name, v in values.items()}
    return {name: value for name in HEADLINES if (value := flat.get(name)) is not None}


def _under(figure: str, value: float) -> Floor:
    if figure in LOWER_IS_BETTER:
        return Floor(figure, round(value + _SLACK, 3))
    return Floor(figure, round(max(0.0, value - _SLACK), 3))


def _is_stricter(new: Floor, old: Floor | None) -> bool:
    return old is None or (new.bound < old.bound if new.at_most else new.bound > old.bound)


def main() -> None:
    """Replay, and write the floors anew."""
    parts = []
    for name, replay in REPLAYS.items():
        floors = raised(floors_of(name), score_set(*replay()))
        lines = [f'"{floor.figure}" = {floor.bound}' for floor in floors]
        parts.append("\n".join([f"[{name}]", *lines]) + "\n")
    FLOORS.write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
