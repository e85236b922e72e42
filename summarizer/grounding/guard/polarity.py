"""A text as the checks of denial see it: content words, clauses, verbs, and what is denied."""

from __future__ import annotations

from typing import NamedTuple

from summarizer.grounding.guard.content import Word
from summarizer.grounding.words import Clause, Predicate


class Negator(NamedTuple):
    """One denial: "not", "no", "denied" … and what it covers."""

    start: int
    end: int
    text: str
    kind: str
    """Either "hard" or the group of its verb: "deny", "reject" …"""
    scope: tuple[Word, ...]
    clause: tuple[Word, ...]
    """All content words of its clause."""
    verb: str
    """Key of its own verb; empty for "not" and "no"."""
    presupposes: bool = False
    """Whether what it turns down exists all the same: "rejected the request"."""

    @property
    def both(self) -> bool:
        """Whether it is one half of "neither … nor"."""
        return self.text.casefold() in ("neither", "nor")

    @property
    def focus(self) -> str:
        """Key of the first word it covers; empty if none."""
        return self.scope[0].key if self.scope else ""


class Polarity(NamedTuple):
    """A text with its content words, clauses, predicates and denials."""

    text: str
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    predicates: tuple[Predicate, ...]
    negators: tuple[Negator, ...]

    def keys_between(self, start: int, end: int) -> frozenset[str]:
        """Keys of the content words from one position to another."""
        return frozenset(w.key for w in self.words if start <= w.start < end)

    def clause_keys(self, position: int) -> frozenset[str]:
        """Keys of the content words of the clause that holds a position."""
        for clause in self.clauses:
            if clause.start <= position < clause.end:
                return self.keys_between(clause.start, clause.end)
        return frozenset()

    def opener_at(self, position: int) -> str:
        """The word that opens the clause there, folded; empty if none does."""
        openers = (c.opener for c in self.clauses if c.start <= position < c.end)
        return next(openers, "")

    def supposes(self, position: int) -> bool:
        """Whether the clause there is only supposed: "if …", "whether …"."""
        return self.opener_at(position) in ("if", "unless", "whether")

    def denials_of(self, start: int) -> int:
        """How many denials cover the word at a position."""
        denying = (n for n in self.negators if not n.presupposes)
        return sum(any(w.start == start for w in n.scope) for n in denying)
