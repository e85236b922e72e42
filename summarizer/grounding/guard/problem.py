"""What the guard is told of the article, and what it finds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from summarizer.ontology import Status

ProblemCode = Literal[
    "unsupported_number",
    "unsupported_date",
    "unsupported_money",
    "unsupported_name",
    "unsupported_negation",
    "missing_negation",
    "reversal",
    "swapped_parties",
]

_POLARITY: Final = frozenset({"missing_negation", "reversal"})
_TAKEN_PLACE: Final = (None, "occurred", "ongoing")


class Problem(NamedTuple):
    """One token of a generated text that its evidence does not bear out."""

    code: ProblemCode
    token: str
    """The words concerned: of the generated text, or of the evidence where they are missing."""
    message: str


class GuardContext(NamedTuple):
    """What, besides the evidence, may bear out a name, and how dates and words are read."""

    names: Sequence[Collection[str]] = ()
    """For each actor of the article, the forms that mean the same (name and aliases)."""
    actors: Sequence[Collection[str]] = ()
    """The same for the item's own actors: any of their forms is borne out."""
    neighbours: Sequence[str] = ()
    """The sentences around the evidence; names and titles may come from them, nothing else."""
    title: str | None = None
    dateline: str | None = None
    anchor: date | None = None
    """The day that relative dates are counted from."""
    language: str | None = "en"


def unless_said(problems: Sequence[Problem], status: Status | None) -> list[Problem]:
    """The problems of a description, but not a lost negation that the event's status says.

    "Oleria cut the flow", cut from a sentence that denies it, is right with the status denied.
    """
    if status in _TAKEN_PLACE:
        return list(problems)
    return [problem for problem in problems if problem.code not in _POLARITY]


def of_a_name(problems: Sequence[Problem]) -> list[Problem]:
    """The problems of a role: a name for somebody denies nothing, whatever its sentence does."""
    return [problem for problem in problems if problem.code not in _POLARITY]
