"""Any input at all: nothing but a SummarizerError, in every part of the program."""

from __future__ import annotations

import fcntl
import json
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pytest

from tests.fuzz import answering, grounding, keeping, loading, rendering, validating
from tests.fuzz.part import Part, survive

PARTS: Final = (
    *loading.PARTS,
    *answering.PARTS,
    *grounding.PARTS,
    *validating.PARTS,
    *rendering.PARTS,
    *keeping.PARTS,
)
RESULT: Final = Path(__file__).parent / "result.json"
"""What the last long run of each part came to."""
INPUTS: Final = 200_000
FIRST_LONG_SEED: Final = 1
every_part = pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)


@every_part
def test_a_share_of_the_inputs_crashes_nothing(part: Part) -> None:
    assert survive(part, part.share) > 0


@pytest.mark.slow
@every_part
def test_all_inputs_crash_nothing(part: Part) -> None:
    began = time.monotonic()
    done = survive(part, part.whole, first_seed=FIRST_LONG_SEED)
    _note(
        part,
        inputs=done,
        seconds=round(time.monotonic() - began),
        date=datetime.now(UTC).date().isoformat(),
    )


def _note(part: Part, **came_to: Any) -> None:
    """Put what a part came to into the result, which others may be writing, too."""
    with RESULT.open("r+", encoding="utf-8") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        held = {**json.loads(file.read()), part.name: came_to}
        file.seek(0)
        file.truncate()
        file.write(json.dumps(held, indent=1, sort_keys=True) + "\n")


def result() -> dict[str, Any]:
    """The last long run, part by part."""
    held: dict[str, Any] = json.loads(RESULT.read_text(encoding="utf-8"))
    return held


def test_the_last_long_run_was_of_every_part_and_long_enough() -> None:
    held = result()
    assert set(held) == {part.name for part in PARTS}
    assert sum(part["inputs"] for part in held.values()) >= INPUTS
