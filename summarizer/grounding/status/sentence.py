"""An English sentence cut into verb groups and clauses, for the reading of status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from summarizer.grounding.words import Clause, Predicate, clauses_of, predicates_of
from summarizer.ontology import Status

Answer = tuple[Status | None, str]
"""A status and the words that show it."""
OPEN: Answer = (None, "")
_AHEAD = 90  # characters after a verb that are looked at for its phrase


@dataclass(frozen=True)
class Sentence:
    """Its words, with the verb groups and clauses in them."""

    text: str
    predicates: Sequence[Predicate]
    clauses: Sequence[Clause]

    @classmethod
    def of(cls, text: str) -> Self:
        """Cut a sentence."""
        return cls(text, predicates_of(text), clauses_of(text))

    def words(self, predicate: Predicate) -> str:
        """The predicate as written."""
        return self.text[predicate.start : predicate.end]

    def after(self, predicate: Predicate) -> str:
        """What follows the predicate, folded."""
        return self.text[predicate.end : predicate.end + _AHEAD].casefold().lstrip()

    def clause_at(self, position: int) -> int:
        """Index of the clause that holds a position."""
        held = [i for i, c in enumerate(self.clauses) if c.start <= position]
        return held[-1] if held else 0

    def has_condition(self, predicate: Predicate) -> bool:
        """Whether it comes only if somebody does not yield: "will sue unless …"."""
        here = self.clause_at(predicate.start)
        return any(clause.opener == "unless" for clause in self.clauses[here + 1 : here + 2])
