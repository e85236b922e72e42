"""Nouns that report an event: "the walkout", "a second vote", "an attack by gunmen"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from summarizer.grounding.happenings.english.draft import Draft
from summarizer.grounding.happenings.english.frame import Frame
from summarizer.grounding.happenings.english.roles import Cast
from summarizer.grounding.happenings.english.syntax import Phrase
from summarizer.grounding.happenings.english.verb_group import VerbGroup
from summarizer.grounding.happenings.model import Candidate, weakened
from summarizer.grounding.happenings.triggers import Trigger, longest

_WISHES = frozenset({"REQUEST", "THREATEN", "AGREE", "CONCEDE"})
_CLOSE = 3
"""Tokens from a verb to what it is for."""
_SURE = 0.5
_LEAST = 0.1
"""A trigger below this weight stands for no event: "news conference"."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_INDEFINITE = frozenset({"a", "an", "another", "two", "three", "several", "some"})
_UNLISTED = Trigger((), (Candidate("OTHER", None, 0.3),))
_BURIED = 0.6
"""What an event noun counts that no verb of its own tells of."""


class NounEvents:
    """Reads the nouns of one sentence."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    def read(self, verbs: list[Draft]) -> Iterator[Draft]:
        """The drafts of nouns; `verbs` are those of the sentence's verbs."""
        for phrase in self.frame.syntax.phrases:
            found = self._noun_trigger(phrase)
            if found is None:
                lent = self._lent(phrase, verbs)
                if lent is not None:
                    yield lent
                continue
            first, trigger = found
            if self._is_nothing(phrase, first) or trigger.candidates[0].weight < _LEAST:
                continue
            if self._is_absorbed(phrase, trigger, verbs):
                continue
            carrier = self._carrier(phrase, trigger.candidates[0].type, verbs)
            if carrier is not None:
                yield self._carried(phrase, first, trigger, carrier)
            else:
                own = self._own(phrase, first, trigger)
                if self._says_enough(own, phrase):
                    yield own

    def _is_absorbed(self, phrase: Phrase, trigger: Trigger, verbs: list[Draft]) -> bool:
        """Whether a demand, threat or promise is for it: "called for a strike"."""
        for draft in verbs:
            if draft.group is None or draft.kind not in _WISHES:
                continue
            inner = self.frame.absorbed.get(draft.group.first, draft.group)
            direct = self.frame.objects.object(inner)
            wanted = self.frame.syntax.word(phrase.first - 1) == "for"
            beside = wanted and phrase.first - draft.group.last <= _CLOSE
            if beside or (direct is not None and phrase in direct.phrases):
                found = self.frame.decided(trigger, draft.clause)
                self.frame.added.setdefault(draft.group.first, []).extend(found)
                return True
        return False

    def _is_nothing(self, phrase: Phrase, first: int) -> bool:
        """Whether the noun says that there was none, or is part of "in support of"."""
        word = self.frame.syntax.word
        if word(phrase.first) == "no" and word(phrase.first - 2) == "there":
            return True
        fixed = self.frame.noun_stems[phrase.head] in self.frame.triggers.stems("set_phrases")
        return fixed and first == phrase.first and word(first - 1) == "in"

    def _lent(self, phrase: Phrase, verbs: list[Draft]) -> Draft | None:
        """What a plan or an attempt is for: "a plan to breach the dyke was given up"."""
        syntax = self.frame.syntax
        if self.frame.noun_stems[phrase.head] not in self.frame.triggers.stems("control_nouns"):
            return None
        group = next((g for g in syntax.verbs if g.first >= phrase.last), None)
        if group is None or group.kind != "infinitive" or group.first in self.frame.used:
            return None
        if any(syntax.tag(i) in ("punct", "sub", "conj") for i in range(phrase.last, group.first)):
            return None
        carrier = self._carrier(phrase, "OTHER", [d for d in verbs if _is_sure(d)])
        if carrier is None:
            return None
        found = self.frame.triggers.verbs.get(group.stem, ())
        trigger = longest(found, self.frame.following(group.last))
        draft = self._carried(phrase, group.head, trigger or _UNLISTED, carrier)
        self.frame.used.add(group.first)
        done_to = self.frame.roles.of_content(group, draft.cast)
        return replace(
            draft,
            trigger=(group.head, group.head + 1),
            cast=draft.cast.joined(done_to),
            generic=trigger is None,
        )

    def _noun_trigger(self, phrase: Phrase) -> tuple[int, Trigger] | None:
        """The longest event noun that ends a phrase, and where it begins."""
        head = phrase.head
        if any(name.first <= head < name.last for name in self.frame.syntax.scene.names):
            return None
        for first in range(max(phrase.first, head - 2), head + 1):
            if first in self.frame.syntax.verb_at:
                continue
            for trigger in self.frame.triggers.nouns.get(self.frame.noun_stems[first], ()):
                words = tuple(self.frame.noun_stems[first : head + 1])
                if trigger.words == words:
                    return first, trigger
                beyond = tuple(self.frame.noun_stems[first : first + len(trigger.words)])
                if first + len(trigger.words) > head + 1 and beyond == trigger.words:
                    return first, trigger
        return None

    def _carrier(
        self, phrase: Phrase, kind: str, verbs: list[Draft], *, every: bool = False
    ) -> VerbGroup | None:
        """The verb that only says of an event noun that it takes place, or who holds it.

        With `every`, any verb whose subject the noun is.
        """
        busy = (
            set()
            if every
            else {
                draft.group.first
                for draft in verbs
                if draft.group is not None
                and not draft.generic
                and (kind == "OTHER" or draft.kind != "OTHER")
            }
        )
        told = [
            group
            for group in self.frame.syntax.verbs
            if group.kind in ("finite", "infinitive") and self._carries(group, phrase, busy)
        ]
        self.frame.used.update(group.first for group in told)
        whole = [group for group in told if not group.bare or group is told[-1]]
        return whole[0] if whole else None

    def _carries(self, group: VerbGroup, phrase: Phrase, busy: set[int]) -> bool:
        subject, first = self.frame.begin(group)
        lent = group.kind != "infinitive" or first < group.first
        if lent and subject is not None and phrase in subject.phrases:
            return group.first not in busy or self.frame.listed(group, "carriers")
        direct = self.frame.objects.object(group)
        if direct is None:
            return False
        if phrase in direct.phrases:
            return self.frame.listed(group, "light")
        claimed = self.frame.listed(group, "claims")  # "claimed responsibility for the attack"
        return claimed and self.frame.syntax.by_first.get(direct.phrases[0].last + 1) == phrase

    def _carried(self, phrase: Phrase, first: int, trigger: Trigger, group: VerbGroup) -> Draft:
        subject, begin = self.frame.begin(group)
        clause = self.frame.extents.clause(group, subject, first=begin, content=False)
        clause = (min(clause[0], phrase.first), max(clause[1], phrase.last))
        candidates = self.frame.decided(trigger, clause)
        kind = candidates[0].type
        cast = self.frame.roles.of_noun(phrase, kind, clause[1])
        holds = subject is not None and phrase not in subject.phrases
        if holds:
            holders = self.frame.parties.parties(self.frame.syntax, subject)
            cast = Cast(holders).joined(cast)
        elif group.passive:
            cast = cast.joined(
                Cast(self.frame.parties.parties(self.frame.syntax, self.frame.objects.agent(group)))
            )
        known = self._is_known(phrase)
        return Draft(
            (first, phrase.last), candidates, clause, cast, group.passive, group, known=known
        )

    def _own(self, phrase: Phrase, first: int, trigger: Trigger) -> Draft:
        """An event noun that no verb carries: its phrase and what depends on it."""
        last = self._noun_end(phrase)
        clause = (phrase.first, self.frame.extents.trimmed(phrase.first, last))
        decided = self.frame.decided(trigger, clause)
        candidates = weakened(decided, _BURIED)
        cast = self.frame.roles.of_noun(phrase, candidates[0].type, last)
        known = self._is_known(phrase)
        return Draft((first, phrase.last), candidates, clause, cast, False, None, known=known)

    def _is_known(self, phrase: Phrase) -> bool:
        """Whether "the" or "these" points back, with nothing after the noun that tells which."""
        syntax = self.frame.syntax
        definite = syntax.word(phrase.first) in _DEFINITE and not self._is_ordinal(phrase)
        return definite and syntax.word(phrase.last) not in {"of", "by", "against", "on", "that"}

    def _is_ordinal(self, phrase: Phrase) -> bool:
        """Whether it is one of several, or no single event at all: "the first vote", "the war"."""
        mass = self.frame.noun_stems[phrase.head] in self.frame.triggers.stems("mass")
        second = self.frame.syntax.word(phrase.first + 1)
        return mass or second in {"first", "second", "third", "last", "next", "other", "new"}

    def _says_enough(self, draft: Draft, phrase: Phrase) -> bool:
        """Whether a noun without a verb tells an event: with its parties, a time, or as new."""
        syntax = self.frame.syntax
        if draft.cast.actors or draft.cast.recipients:
            return True
        if any(syntax.tag(i) == "time" for i in range(*draft.clause)):
            return True
        return draft.kind != "OTHER" and syntax.word(phrase.first) in _INDEFINITE | _DEFINITE

    def _noun_end(self, phrase: Phrase) -> int:
        index = phrase.last
        while index < self.frame.syntax.stop():
            tag = self.frame.syntax.tag(index)
            following = self.frame.syntax.by_first.get(index + 1)
            if tag == "time":
                index += 1
            elif tag == "prep" and following is not None:
                index = following.last
            elif tag == "prep" and self.frame.syntax.tag(index + 1) == "time":
                index += 1
            else:
                break
        return index


def _is_sure(draft: Draft) -> bool:
    return draft.kind != "OTHER" and draft.candidates[0].weight > _SURE
