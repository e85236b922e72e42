"""The critical-token guard: numbers, dates, money, names and negation rest on the evidence."""

from summarizer.grounding.guard.check import check
from summarizer.grounding.guard.cut import is_clause_of
from summarizer.grounding.guard.parties import order_of_parties, parties_are_swapped
from summarizer.grounding.guard.problem import (
    GuardContext,
    Problem,
    ProblemCode,
    of_a_name,
    unless_said,
)
from summarizer.grounding.guard.roles import role_problems

__all__ = [
    "GuardContext",
    "Problem",
    "ProblemCode",
    "check",
    "is_clause_of",
    "of_a_name",
    "order_of_parties",
    "parties_are_swapped",
    "role_problems",
    "unless_said",
]
