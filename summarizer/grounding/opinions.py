"""Stances: holder, target and position, tied to the statements that express them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizer.draft import DraftStance
from summarizer.grounding.cast import Cast
from summarizer.grounding.caveats import Caveats
from summarizer.grounding.citing import cite
from summarizer.grounding.folding import fold
from summarizer.grounding.quotes import cuts_word
from summarizer.grounding.reading import Reading
from summarizer.ontology import AUTHOR
from summarizer.schema import Evidence, Stance, Statement

_WORD: Final = re.compile(r"\w+")
_ARTICLES: Final = frozenset({"the", "a", "an"})

_DESCRIBED: Final = re.compile(r"\bthe \w+", re.IGNORECASE)
"""How English takes up a name again: "the union"."""


@dataclass
class StanceGrounder:
    """Grounds the stances of one article, in order."""

    reading: Reading
    cast: Cast
    caveats: Caveats
    statements: list[Statement]

    def ground(self, drafts: list[DraftStance]) -> list[Stance]:
        """The stances that the article supports, each once, numbered in text order."""
        found: dict[tuple[str, str], Stance] = {}
        for draft in drafts:
            stance = self._stance(draft)
            if stance is not None:
                found.setdefault(_identity(stance), stance)
        ordered = sorted(found.values(), key=lambda stance: stance.evidence[0].start)
        return [s.model_copy(update={"id": f"s{n}"}) for n, s in enumerate(ordered, start=1)]

    def _stance(self, draft: DraftStance) -> Stance | None:
        evidence = cite(self.reading.article, draft.sentences, "/stances", self.caveats)
        first = evidence[0].sentence if evidence else None
        holder = self._holder(draft.holder, first)
        target = " ".join(draft.target.split())
        target_actor = self.cast.id_of(target, first)
        why = None
        if first is None:
            why = "no sentence of the article is cited for it"
        elif holder is None:
            why = f"the article does not name {draft.holder}"
        elif target_actor is None and not _stands_in(target, evidence):
            why = f"its evidence does not mention {target}"
        elif target_actor == holder:
            why = "holder and target are the same"
        elif self._is_anothers(holder, evidence):
            why = f"its evidence is what others say, and does not name {draft.holder}"
        if why is not None or holder is None or first is None:
            what = f"{draft.holder} → {target}: {draft.position}"
            self.caveats.add("stance_dropped", "/stances", f"{what}: {why}")
            return None
        return Stance(
            id="s1",
            holder=holder,
            target=target,
            target_actor=target_actor,
            position=draft.position,
            claim=self.reading.body(evidence[-1].sentence),  # where the holder speaks
            statements=self._expressed_in(holder, evidence),
            evidence=evidence,
        )

    def _holder(self, name: str, near: int | None) -> str | None:
        if name.strip().lower() == AUTHOR:
            return AUTHOR
        return self.cast.id_of(name, near)

    def _stands_in(self, target: str, evidence: list[Evidence]) -> bool:
        """Whether the evidence has the target's words; a phrase may be put together from them."""
        said = " ".join(fold(e.quote).text.casefold() for e in evidence)
        sought = fold(target).text.casefold()
        words = set(_WORD.findall(sought)) - _ARTICLES
        return sought in said or (bool(words) and words <= set(_WORD.findall(said)))

    def _is_anothers(self, holder: str, evidence: list[Evidence]) -> bool:
        """Whether all of the evidence is said by others and speaks of the holder nowhere."""
        for each in evidence:
            speakers = {s.speaker for s in self.statements if each in s.evidence}
            if not speakers or holder in speakers or self._speaks_of(holder, each):
                return False
        return holder != AUTHOR

    def _speaks_of(self, holder: str, evidence: Evidence) -> bool:
        named = (entity for entity, _ in self.reading.named_in(evidence.sentence))
        if any(self.cast.id_of_entity(entity) == holder for entity in named):
            return True
        described = _DESCRIBED.findall(evidence.quote)
        return any(self.cast.id_of(words, evidence.sentence) == holder for words in described)

    def _expressed_in(self, holder: str, evidence: list[Evidence]) -> list[str]:
        cited = {e.sentence for e in evidence}
        return [
            statement.id
            for statement in self.statements
            if statement.speaker == holder and cited & {e.sentence for e in statement.evidence}
        ]


def _stands_in(target: str, evidence: list[Evidence]) -> bool:
    """Whether the evidence has these words, whole and in whatever case."""
    sought = fold(target).text.casefold()
    if not any(character.isalnum() for character in sought):
        return False
    return any(_has(fold(e.quote).text.casefold(), sought) for e in evidence)


def _has(text: str, sought: str) -> bool:
    start = text.find(sought)
    while start >= 0:
        if not cuts_word(text, start, start + len(sought)):
            return True
        start = text.find(sought, start + 1)
    return False


def _identity(stance: Stance) -> tuple[str, str]:
    """One stance per holder and target; the first that the article gives stands."""
    return stance.holder, stance.target_actor or fold(stance.target).text.casefold()
