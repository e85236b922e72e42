"""A verb with its helpers, where it stands in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "ahead", "would", "modal"]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries, at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    head: int
    stem: str
    kind: str
    """"finite", "infinitive", "gerund" or "copula"."""
    bare: bool
    """Whether it has no auxiliary, so that a past form may be a passive participle."""
    negated: bool
    passive: bool
    tone: Tone
    """Whether it is to come ("will vote", "is to vote"), would come, or only could or may."""
