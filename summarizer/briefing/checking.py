"""A sentence of the model's against the items it cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.briefing.contested import one_sided
from summarizer.briefing.items import NoteItem
from summarizer.briefing.linking import claim_as_fact, tied_anew, without_source
from summarizer.briefing.sections import Sections
from summarizer.briefing.wording import wording_problem
from summarizer.grounding.guard import GuardContext, check
from summarizer.grounding.guard.content import content_words, keys_of
from summarizer.grounding.words import base_language

_ENDS: Final = re.compile(r"[.!?…。！？؟।]['\"’”»」』)\]]*$")
_LEAST_BORNE_OUT: Final = 0.6
"""Share of a sentence's content words that must stand in what it cites."""
_LEAST_SAID: Final = 0.7
"""Share of the content words of each of two items that their sentence must have."""


@dataclass(frozen=True)
class Checker:
    """Checks sentences of one note."""

    context: GuardContext
    sections: Sections

    @classmethod
    def of(cls, sections: Sections) -> Checker:
        """With the names that mean the same over all articles."""
        sources = sections.merged.sources
        languages = Counter(s.summary.article.language or "en" for s in sources) or Counter(["en"])
        names = [(actor.name, *actor.aliases) for actor in sections.merged.actors]
        publishers = [(p,) for s in sources if (p := s.summary.article.publisher)]
        return cls(
            GuardContext(names=[*names, *publishers], language=languages.most_common(1)[0][0]),
            sections,
        )

    def problem(self, text: str, items: Sequence[NoteItem]) -> str | None:
        """Why a sentence cannot stand, in words; None if it can."""
        if not items:
            return "it cites nothing"
        if not _ENDS.search(text):
            return "it is not finished"
        proofs = [proof for item in items for proof in item.proofs]
        marks = [mark for item in items for mark in item.cites]
        return (
            self._coverage(text, items, proofs)
            or self._contested(text, marks)
            or self._unsupported(text, proofs)
            or self._retold(text, items, proofs)
            or wording_problem(text)
        )

    def _coverage(self, text: str, items: Sequence[NoteItem], proofs: list[str]) -> str | None:
        """Whether its words are those of what it cites, and whether it says each of two items."""
        told = self._words(text)
        if not told or len(told & self._words("\n".join(proofs))) < _LEAST_BORNE_OUT * len(told):
            return "hardly a word of it is in what it cites"
        for item in items if len(items) > 1 else ():
            wanted = self._words(without_source(item.text))
            if len(wanted & told) < _LEAST_SAID * len(wanted):
                return "it leaves out much of what it cites"
        return None

    def _contested(self, text: str, marks: list[str]) -> str | None:
        dispute = one_sided(text, marks, self.sections)
        if dispute is None:
            return None
        return f"it gives one version where reports differ on {dispute.about}"

    def _unsupported(self, text: str, proofs: list[str]) -> str | None:
        found = check(text, proofs, context=self.context)
        return found[0].message if found else None

    def _retold(self, text: str, items: Sequence[NoteItem], proofs: list[str]) -> str | None:
        """Whether it ties what no article ties, or says as a fact what was only said. English."""
        if base_language(self.context.language) != "en":
            return None
        link = tied_anew(text, proofs)
        if link is not None:
            return f'no article says what it says with "{link}"'
        if claim_as_fact(text, (item.text for item in items)):
            return "it says as a fact what somebody said"
        return None

    def _words(self, text: str) -> frozenset[str]:
        language = base_language(self.context.language)
        return keys_of(content_words(text, language))
