"""Verbs that report an event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarizer.grounding.happenings.english.draft import ABSORBED, Draft, joined
from summarizer.grounding.happenings.english.frame import Frame
from summarizer.grounding.happenings.english.verb_group import VerbGroup
from summarizer.grounding.happenings.model import Candidate, weakened
from summarizer.grounding.happenings.triggers import Trigger, longest

_GENERIC: Final = (Candidate("OTHER", None, 0.3),)
_CONTENT = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE", "CONCEDE", "SUPPORT"})
_BURIED = 0.5
"""What a verb counts that says what something is for, what might be, or what is not."""
_HABITUAL = 0.6
"""What a verb in the simple present counts: few events are told so outside headlines."""


class VerbEvents:
    """Reads the verbs of one sentence."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def read(self) -> Iterator[Draft]:
        """The drafts of verbs, in order."""
        for at, group in enumerate(self.frame.syntax.verbs):
            trigger = self._verb_trigger(group)
            idle = group.kind == "copula" and (trigger is None or len(trigger.words) == 1)
            if idle or group.first in self.frame.used:
                continue
            chain = self._content_of(at)
            if chain is not None and (trigger is None or not self._is_content(trigger)):
                continue  # the infinitive is the event
            if trigger is not None and not self._is_speech(group):
                yield self._verb_draft(group, trigger, chain)
            elif self._may_be_generic(group):
                yield self._generic(group)

    def _verb_trigger(self, group: VerbGroup) -> Trigger | None:
        found = self.frame.triggers.verbs.get(group.stem)
        if not found:
            return None
        return longest(found, self.frame.following(group.last))

    def _is_speech(self, group: VerbGroup) -> bool:
        """Whether a verb of speech opens a clause: "recalled that", "noted:"."""
        index = group.last
        opens = self.frame.syntax.tag(index) == "quote" or self.frame.syntax.word(index) == "that"
        return opens and self._listed(group, "speech")

    def _is_content(self, trigger: Trigger) -> bool:
        """Whether a verb takes what is asked, denied, promised or voted as its content."""
        absorbing = trigger.words[0] in self.frame.triggers.stems("absorbing")
        return absorbing or trigger.candidates[0].type in _CONTENT

    def _content_of(self, at: int) -> VerbGroup | None:
        """The verb that another lends its subject to: "planned to march", "denies taking"."""
        syntax = self.frame.syntax
        group = syntax.verbs[at]
        following = syntax.verbs[at + 1] if at + 1 < len(syntax.verbs) else None
        if following is None or following.kind not in ("infinitive", "gerund"):
            return None
        between = range(group.last, following.first)
        if following.kind == "gerund":
            near = all(syntax.tag(i) == "adv" for i in between)
            lends = self._listed(group, "before_gerunds") and not self._listed(group, "denials")
            return following if near and lends else None
        if not self._listed(group, "control"):
            trigger = self._verb_trigger(group)
            if trigger is None or not self._is_content(trigger):
                return None
        return None if any(syntax.tag(i) in ("sub", "conj") for i in between) else following

    def _listed(self, group: VerbGroup, name: str) -> bool:
        return group.stem in self.frame.triggers.stems(name)

    def _verb_draft(self, group: VerbGroup, trigger: Trigger, chain: VerbGroup | None) -> Draft:
        content = self._is_content(trigger)
        subject, first = self.frame.begin(group)
        clause = self.frame.extents.clause(group, subject, first=first, content=content)
        candidates = self._candidates(group, trigger, chain, clause)
        kind = candidates[0].type
        passive = group.passive or self._is_reduced(group)
        names = {trigger.words[0], "_".join(trigger.words)}
        undergoing = not names.isdisjoint(self.frame.triggers.stems("undergoing"))
        roles = self.frame.roles
        cast = roles.of_verb(group, kind, clause[1], passive=passive, undergoing=undergoing)
        if chain is not None and not cast.recipients:
            cast = cast.joined(roles.of_content(chain, cast))
        elif kind == "REQUEST" and not cast.recipients:
            cast = cast.joined(roles.asked(group, clause[1], cast))
        if self._is_purpose(group) or self._is_denied(group) or self._is_unreal(group):
            candidates = weakened(candidates, _BURIED)
        elif self._is_habit(group):
            candidates = weakened(candidates, _HABITUAL)
        last = max(group.last, group.head + 1)
        return Draft((group.head, last), candidates, clause, cast, passive, group)

    def _is_purpose(self, group: VerbGroup) -> bool:
        """Whether an infinitive only says what for: "to adopt measures", "to be agreed on"."""
        if group.kind != "infinitive":
            return False
        before = self.frame.subjects.governor(group)
        return before is None or not self._listed(before, "control")

    def _is_habit(self, group: VerbGroup) -> bool:
        """Whether a simple present says how things are: "supports it", "sells electricity"."""
        word = self.frame.syntax.word(group.head)
        present = group.first == group.head and group.kind == "finite" and word.endswith("s")
        return present and not self.frame.headline

    def _is_unreal(self, group: VerbGroup) -> bool:
        """Whether it only could or would be; "said it would" tells of what is to come."""
        if group.tone != "would":
            return group.tone == "modal"
        spoken = self.frame.subjects.speaking
        return not any(v.stem in spoken and v.last <= group.first for v in self.frame.syntax.verbs)

    def _candidates(
        self, group: VerbGroup, trigger: Trigger, chain: VerbGroup | None, clause: tuple[int, int]
    ) -> tuple[Candidate, ...]:
        found = self.frame.decided(trigger, clause)
        if chain is None:
            return found
        self.frame.used.add(chain.first)
        self.frame.absorbed[group.first] = chain
        content = self._verb_trigger(chain)
        if content is None:
            return found
        return joined(found, weakened(self.frame.decided(content, clause), ABSORBED))

    def _is_reduced(self, group: VerbGroup) -> bool:
        """Whether a bare past form is passive: "killed in the blast", "arrested by police"."""
        if not group.bare or group.kind != "finite" or not self._is_past_form(group):
            return False
        if self.frame.syntax.tag(group.last) == "sub":
            return False
        if self._listed(group, "transitive"):
            return self.frame.objects.object(group) is None
        if self.frame.syntax.word(group.last) != "by":
            return False
        agent = self.frame.objects.agent(group)
        return bool(self.frame.parties.parties(self.frame.syntax, agent, agentive=True))

    def _is_past_form(self, group: VerbGroup) -> bool:
        word = self.frame.syntax.word(group.head)
        return not word.endswith(("s", "ing"))

    def _may_be_generic(self, group: VerbGroup) -> bool:
        """Whether a verb without a type of its own can be news."""
        if self._is_what_is_denied(group):
            return True
        if self._listed(group, "speech") or not (group.kind == "finite" or self._is_lent(group)):
            return False
        if group.tone in ("modal", "would") or self._is_denied(group):
            return False
        empty = self._listed(group, "stative") or self._listed(group, "light")
        return not empty or group.tone == "ahead" or self._has_particle(group)

    def _is_lent(self, group: VerbGroup) -> bool:
        """Whether another verb makes an infinitive an event: "tried to leave"."""
        before = self.frame.subjects.governor(group)
        lends = before is not None and self._listed(before, "control")
        return lends and group.kind == "infinitive"

    def _is_what_is_denied(self, group: VerbGroup) -> bool:
        """Whether a denial is about it: "denied taking money", "denies that it was told"."""
        before = self.frame.subjects.governor(group)
        if before is None or group.kind == "copula" or not self._listed(before, "denials"):
            return False
        between = range(before.last, group.first)
        return len(between) == 0 or self.frame.syntax.word(before.last) == "that"

    def _is_denied(self, group: VerbGroup) -> bool:
        """Whether it says what did not take place: "did not", "made no offer"."""
        syntax = self.frame.syntax
        direct = self.frame.objects.object(group)
        none = direct is not None and syntax.word(direct.first) in {"no", "nothing", "nobody"}
        return group.negated or none or syntax.word(group.first - 1) == "not"

    def _has_particle(self, group: VerbGroup) -> bool:
        """Whether a small word makes it another verb: "took the camp down"."""
        after = self.frame.syntax.word(group.last), self.frame.syntax.word(group.last + 1)
        particles = self.frame.extents.grammar.particles - {"in", "on", "over"}
        return after[0] in particles or (after[0] in {"it", "them"} and after[1] in particles)

    def _generic(self, group: VerbGroup) -> Draft:
        subject, first = self.frame.begin(group)
        clause = self.frame.extents.clause(group, subject, first=first, content=False)
        passive = group.passive or self._is_reduced(group)
        cast = self.frame.roles.of_verb(
            group, "OTHER", clause[1], passive=passive, undergoing=False
        )
        trigger = (group.head, group.head + 1)
        return Draft(trigger, _GENERIC, clause, cast, passive, group, generic=True)
