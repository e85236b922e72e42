"""What a note is asked to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from summarizer.errors import ConfigurationError

Length = Literal["short", "standard", "full"]


@dataclass(frozen=True)
class Limits:
    """Items of each section; None is no limit."""

    bottom_line: int
    judgements: int
    actors: int | None
    positions: int | None
    timeline: int | None
    disagreements: int | None
    gaps: int | None


LENGTHS: Final[dict[str, Limits]] = {
    "short": Limits(1, 2, 4, 4, 5, 2, 2),
    "standard": Limits(2, 4, 6, 6, 8, 4, 3),
    "full": Limits(3, 8, None, None, None, None, None),
}
"""A standard note is about one page."""


@dataclass(frozen=True)
class Options:
    """How a note is made."""

    topic: str | None = None
    since: date | None = None
    length: Length = "standard"

    @property
    def limits(self) -> Limits:
        """How much of each section is kept.

        Raises:
            ConfigurationError: there is no such length.
        """
        if self.length not in LENGTHS:
            raise ConfigurationError(
                f"there is no length {self.length}", hint=f"known: {', '.join(LENGTHS)}"
            )
        return LENGTHS[self.length]
