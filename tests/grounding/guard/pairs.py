"""Claims that their evidence bears out, from pairs.toml, and how the guard is asked about them."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from summarizer.grounding.guard import GuardContext, Problem, check

PAIRS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8")
)["pair"]


def problems_of(pair: dict[str, Any], claim: str | None = None) -> Sequence[Problem]:
    """What the guard finds in the pair's claim, or in another one in its place."""
    context = GuardContext(
        anchor=date(2031, 6, 9),
        language=pair.get("language", "en"),
        names=pair.get("names", []),
        neighbours=pair.get("neighbours", []),
    )
    return check(claim or pair["claim"], pair["evidence"], context=context)
