"""A correct sentence as the mutators see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Sentence:
    """A sentence, its evidence, and what else is known of its article."""

    text: str
    evidence: str
    language: str = "en"
    article: str = ""
    """All that the article says; what is invented must not stand there."""
    people: tuple[str, ...] = ()
    """Full names of people."""
    parties: tuple[tuple[str, ...], ...] = ()
    """For each actor the forms of its name."""
    verb: str | None = None
    """The verb that a denial may be put before, where no rule finds it."""

    @property
    def said(self) -> str:
        """Everything that may not be invented anew."""
        return f"{self.evidence}\n{self.article}\n{self.text}"


Mutator = Callable[[Sentence, Random], Iterator[str]]
"""Gives wrong versions of a sentence, each with one critical token changed."""
