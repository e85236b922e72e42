"""Verbs that report an event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarizer.grounding.happenings.draft import Draft
from summarizer.grounding.happenings.frame import Frame
from summarizer.grounding.happenings.model import Candidate
from summarizer.grounding.happenings.triggers import Trigger, longest
from summarizer.grounding.happenings.verbs import VerbGroup

_GENERIC: Final = (Candidate("OTHER", None, 0.3),)
_GAP = 3
_CONTENT = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE", "CONCEDE", "SUPPORT"})
_ABSORBED = 0.5
"""What an event that is only asked for, denied or threatened counts beside the asking."""


class VerbEvents:
    """Reads the verbs of one sentence."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def read(self) -> Iterator[Draft]:
        """The drafts of verbs, in order."""
        for at, group in enumerate(self.frame.syntax.verbs):
            if group.kind == "copula" or group.first in self.frame.used:
                continue
            trigger = self._verb_trigger(group)
            chain = self._infinitive_of(at)
            if chain is not None and (trigger is None or not self._is_content(trigger)):
                continue  # the infinitive is the event
            if trigger is not None:
                yield self._verb_draft(group, trigger, chain)
            elif self._may_be_generic(group):
                yield self._generic(group)

    def _verb_trigger(self, group: VerbGroup) -> Trigger | None:
        found = self.frame.triggers.verbs.get(group.stem)
        if not found:
            return None
        return longest(found, self.frame.following(group.last), _GAP)

    def _is_content(self, trigger: Trigger) -> bool:
        return trigger.candidates[0].type in _CONTENT

    def _infinitive_of(self, at: int) -> VerbGroup | None:
        """The infinitive that a verb lends its subject to: "planned to march"."""
        group = self.frame.syntax.verbs[at]
        following = (
            self.frame.syntax.verbs[at + 1] if at + 1 < len(self.frame.syntax.verbs) else None
        )
        if following is None or following.kind != "infinitive":
            return None
        if group.stem not in self.frame.triggers.stems("control"):
            trigger = self._verb_trigger(group)
            if trigger is None or not self._is_content(trigger):
                return None
        between = range(group.last, following.first)
        if any(self.frame.syntax.tag(i) in ("sub", "conj") for i in between):
            return None
        return following

    def _verb_draft(self, group: VerbGroup, trigger: Trigger, chain: VerbGroup | None) -> Draft:
        content = self._is_content(trigger)
        subject, first = self.frame.begin(group)
        clause = self.frame.extents.clause(group, subject, first=first, content=content)
        candidates = self.frame.triggers.decided(trigger, self.frame.text(clause))
        kind = candidates[0].type
        if chain is not None:
            candidates = self._with_content(candidates, chain, clause)
        passive = group.passive or self._is_reduced(group)
        cast = self.frame.roles.of_verb(
            group,
            kind,
            clause[1],
            passive=passive,
            undergoing=trigger.words[0] in self.frame.triggers.stems("undergoing")
            or "_".join(trigger.words) in self.frame.triggers.stems("undergoing"),
        )
        last = max(group.last, group.head + 1)
        return Draft((group.head, last), candidates, clause, cast, passive, group)

    def _with_content(
        self, candidates: tuple[Candidate, ...], chain: VerbGroup, clause: tuple[int, int]
    ) -> tuple[Candidate, ...]:
        """With the types of what is threatened, asked or agreed."""
        self.frame.used.add(chain.first)
        trigger = self._verb_trigger(chain)
        if trigger is None:
            return candidates
        known = {(c.type, c.mode) for c in candidates}
        further = [
            c._replace(weight=round(c.weight * _ABSORBED, 3))
            for c in self.frame.triggers.decided(trigger, self.frame.text(clause))
            if (c.type, c.mode) not in known
        ]
        return tuple(sorted([*candidates, *further], key=lambda c: -c.weight))

    def _is_reduced(self, group: VerbGroup) -> bool:
        """Whether a bare past form is passive: "killed in the blast", "arrested by police"."""
        if not group.bare or group.kind != "finite" or not self._is_past_form(group):
            return False
        after = self.frame.syntax.word(group.last)
        if after == "by":
            return True
        transitive = group.stem in self.frame.triggers.stems("transitive")
        return transitive and self.frame.objects.object(group) is None

    def _is_past_form(self, group: VerbGroup) -> bool:
        word = self.frame.syntax.word(group.head)
        return not word.endswith(("s", "ing"))

    def _may_be_generic(self, group: VerbGroup) -> bool:
        """Whether a verb without a type of its own can be news."""
        if group.kind not in ("finite", "infinitive"):
            return False
        if group.kind == "infinitive":
            before = self.frame.subjects.governor(group)
            if before is None or before.stem not in self.frame.triggers.stems("control"):
                return False
        lists = ("speech", "stative", "light", "carriers")
        return not any(group.stem in self.frame.triggers.stems(name) for name in lists)

    def _generic(self, group: VerbGroup) -> Draft:
        subject, first = self.frame.begin(group)
        clause = self.frame.extents.clause(group, subject, first=first, content=False)
        passive = group.passive or self._is_reduced(group)
        cast = self.frame.roles.of_verb(
            group, "OTHER", clause[1], passive=passive, undergoing=False
        )
        trigger = (group.head, group.head + 1)
        return Draft(trigger, _GENERIC, clause, cast, passive, group, generic=True)
