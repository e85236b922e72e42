"""What a text denies: each denial with the words it covers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.grounding.guard.content import Word, content_key
from summarizer.grounding.guard.denial_tables import denial_table
from summarizer.grounding.guard.polarity import Negator
from summarizer.grounding.words import Clause, Predicate


@dataclass
class DenialReader(ABC):
    """Finds the denials of one text; how, depends on the language."""

    text: str
    words: Sequence[Word]
    clauses: Sequence[Clause]
    predicates: Sequence[Predicate]
    language: str

    @abstractmethod
    def read(self) -> list[Negator]:
        """The denials in order."""

    def clause_at(self, position: int) -> int:
        """Index of the clause that holds a position."""
        index = bisect_left([c.start for c in self.clauses], position + 1) - 1
        return max(index, 0)

    def within(self, start: int, end: int) -> tuple[Word, ...]:
        """The content words from one position to another."""
        return tuple(w for w in self.words if start <= w.start < end)

    def clause_words(self, position: int) -> tuple[Word, ...]:
        """The content words of the clause that holds a position."""
        if not self.clauses:
            return ()
        clause = self.clauses[self.clause_at(position)]
        return self.within(clause.start, clause.end)

    def clause_end(self, position: int) -> int:
        """Where the clause that holds a position ends."""
        return self.clauses[self.clause_at(position)].end if self.clauses else len(self.text)


class PlainReader(DenialReader):
    """Languages without verb groups: a denial covers what follows it in its clause."""

    def read(self) -> list[Negator]:
        """The denials in order."""
        table = denial_table(self.language)
        found = []
        for group, pattern in table.patterns:
            for match in pattern.finditer(self.text):
                end = self.clause_end(match.start())
                here = self.clause_at(match.start())
                if group == "deny" and here + 1 < len(self.clauses):
                    follows = self.clauses[here + 1]
                    if not self.within(match.end(), end) and follows.opener != ",":
                        end = follows.end
                scope = self.within(match.end(), end)
                found.append(
                    Negator(
                        match.start(),
                        match.end(),
                        match.group(),
                        group,
                        scope,
                        self.clause_words(match.start()),
                        "" if group == "hard" else content_key(match.group(), self.language),
                        presupposes=group == "reject",
                    )
                )
        return sorted(found, key=lambda n: n.start)
