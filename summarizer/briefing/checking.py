"""A sentence of the model's against the items it cites."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.briefing.contested import one_sided
from summarizer.briefing.items import NoteItem
from summarizer.briefing.sections import Sections
from summarizer.briefing.wording import wording_problem
from summarizer.grounding.guard import GuardContext, check
from summarizer.grounding.guard.content import content_words, keys_of
from summarizer.grounding.words import base_language

_ENDS: Final = re.compile(r"[.!?…。！？؟।]['\"’”»」』)\]]*$")
_LEAST_BORNE_OUT: Final = 0.6
"""Share of a sentence's content words that must stand in what it cites."""


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
        language = base_language(self.context.language)
        told = keys_of(content_words(text, language))
        known = keys_of(content_words("\n".join(proofs), language))
        if not told or len(told & known) < _LEAST_BORNE_OUT * len(told):
            return "hardly a word of it is in what it cites"
        marks = [mark for item in items for mark in item.cites]
        contested = one_sided(text, marks, self.sections)
        if contested is not None:
            return f"it gives one version where reports differ on {contested.about}"
        found = check(text, proofs, context=self.context)
        return found[0].message if found else wording_problem(text)
