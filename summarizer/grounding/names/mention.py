"""A name where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Shape = Literal["words", "acronym", "country", "organization", "capital", "people", "work"]
"""How a name is written or listed: "work" stands alone in quotation marks, "country",
"organization", "people" and "capital" are in the tables."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name where it stands: `article.text[start:end] == text`, without its title."""

    text: str
    start: int
    end: int
    sentence: int
    shape: Shape
