"""Who did it and to whom, from the places of a verb or of an event noun."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from summarizer.grounding.happenings.english.arguments import Argument, ObjectReader
from summarizer.grounding.happenings.english.parties import PartyReader
from summarizer.grounding.happenings.english.subjects import SubjectReader
from summarizer.grounding.happenings.english.syntax import Phrase, Syntax
from summarizer.grounding.happenings.english.verb_group import VerbGroup
from summarizer.grounding.happenings.model import Party, distinct, without
from summarizer.grounding.happenings.triggers import TriggerTable
from summarizer.grounding.words import stem
from summarizer.ontology import EventType

_NEAR = frozenset({"on", "at", "upon", "from", "to"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The two sides of a happening."""

    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()

    def joined(self, other: Cast) -> Cast:
        """Both casts as one; nobody is on both sides."""
        actors = distinct((*self.actors, *other.actors))
        return Cast(actors, without(distinct((*self.recipients, *other.recipients)), actors))


class RoleReader:
    """Gives the parties of one sentence their roles."""

    def __init__(
        self,
        syntax: Syntax,
        subjects: SubjectReader,
        objects: ObjectReader,
        parties: PartyReader,
        triggers: TriggerTable,
    ) -> None:
        self.syntax = syntax
        self.subjects = subjects
        self.objects = objects
        self.parties = parties
        self.triggers = triggers

    def of_verb(
        self, group: VerbGroup, kind: EventType, stop: int, *, passive: bool, undergoing: bool
    ) -> Cast:
        """The parties of a verb whose clause ends at token `stop`."""
        subject = self.subjects.subject(group)
        if passive:
            done_to = self._undergoers(subject, kind)
            doers = self._all(self.objects.agent(group), agentive=True, but=done_to)
        else:
            doers = self._doers(group, subject, kind)
            direct = self.objects.object(group)
            done_to = self._all(
                direct, someone=self._takes_someone(kind), but=doers
            ) or self._owners(direct, own=not doers)
            if undergoing and direct is None:
                doers, done_to = (), doers
            elif not doers:
                doers = self._possessors(subject)
        mutual = self.is_reciprocal(kind) or group.stem in self.triggers.stems("mutual")
        by_preposition = self._oblique(kind, group, stop, doers, mutual=mutual)
        if mutual:
            return Cast(distinct((*doers, *done_to, *by_preposition)))
        if not done_to or kind in ("ASSAULT", "THREATEN"):
            done_to = distinct((*done_to, *by_preposition))
        return Cast(doers, without(done_to, doers))

    def _doers(
        self, group: VerbGroup, subject: Argument | None, kind: EventType
    ) -> tuple[Party, ...]:
        """Who does it; of "used gas to disperse", the one who used it."""
        agentive = self._wants_someone(group, kind)
        found = self._all(subject, agentive=agentive)
        before = self.subjects.governor(group) if group.kind == "infinitive" else None
        if found or before is None:
            return found
        return self._all(self.subjects.subject(before), agentive=agentive)

    def _wants_someone(self, group: VerbGroup, kind: EventType) -> bool:
        """Whether only someone who acts can be the subject of a verb of a type."""
        return kind != "OTHER" or group.stem in self.triggers.stems("contests")

    def _undergoers(self, subject: Argument | None, kind: EventType) -> tuple[Party, ...]:
        """Who stands before a passive; "it" there is seldom an actor."""
        if subject is not None and self.syntax.word(subject.phrases[0].first) == "it":
            return ()
        return self._all(subject, agentive=kind != "OTHER") or self._owners(subject)

    def _possessors(self, subject: Argument | None) -> tuple[Party, ...]:
        """Whose shares fell, whose plan failed."""
        if subject is None:
            return ()
        owners = (self.parties.owner(self.syntax, phrase) for phrase in subject.phrases)
        return distinct(owner for owner in owners if owner is not None)

    def of_content(self, group: VerbGroup, cast: Cast) -> Cast:
        """Whom a threat, a promise or a demand is about: "threatened to fine the union"."""
        direct = self.objects.object(group)
        own = not cast.actors
        return Cast(recipients=self._all(direct, but=cast.actors) or self._owners(direct, own=own))

    def asked(self, group: VerbGroup, stop: int, cast: Cast) -> Cast:
        """Who is to do it: "demanded that Rowe step down"."""
        for index in range(group.last, stop):
            if self.syntax.tag(index) == "sub" and self.syntax.word(index) == "that":
                phrase = self.syntax.by_first.get(index + 1)
                if phrase is not None:
                    found = self._all(self.objects.listed(phrase), agentive=True, but=cast.actors)
                    return Cast(recipients=without(found, cast.actors))
        return Cast()

    def of_noun(self, phrase: Phrase, kind: EventType, stop: int) -> Cast:
        """The parties of an event noun: "an FMLN attack on the army", "the arrest of Holt"."""
        owner = self.parties.owner(self.syntax, phrase)
        doers = [owner] if owner is not None else []
        done_to: list[Party] = []
        mutual = self.is_reciprocal(kind) or self._is_mutual(phrase)
        leading = self.triggers.prepositions.get(kind, frozenset())
        for oblique in self.objects.obliques(phrase.last, stop):
            sided = mutual and oblique.preposition in {"with", "between"}
            doer = sided or oblique.preposition in {"by", "between"}
            someone = self._takes_someone(kind) and oblique.preposition in leading
            found = self._all(self.objects.listed(oblique.phrase), agentive=doer, someone=someone)
            if sided or oblique.preposition in {"by", "between"}:
                doers += found
            elif oblique.preposition == "of" and oblique.at == phrase.last:
                done_to += found
            elif oblique.preposition in leading:
                done_to += found or self._owners(self.objects.listed(oblique.phrase))
        if mutual:
            return Cast(distinct((*doers, *done_to)))
        return Cast(distinct(doers), without(distinct(done_to), doers))

    def _is_mutual(self, phrase: Phrase) -> bool:
        return stem(self.syntax.scene.word(phrase.head)) in self.triggers.stems("mutual")

    def is_reciprocal(self, kind: EventType) -> bool:
        """Whether all parties of a type are doers."""
        return kind in self.triggers.stems("reciprocal")

    def _oblique(
        self,
        kind: EventType,
        group: VerbGroup,
        stop: int,
        but: Collection[Party],
        *,
        mutual: bool,
    ) -> tuple[Party, ...]:
        """Parties after the prepositions of a type; "on" and "at" only right after the object."""
        leading = self.triggers.prepositions.get(kind, frozenset())
        someone = self._takes_someone(kind)
        ends = set(self._ends(group))
        found: list[Party] = []
        for oblique in self.objects.obliques(group.last, stop):
            near = oblique.at in ends or oblique.preposition not in _NEAR
            together = mutual and oblique.preposition in {"with", "between"}
            if together or (oblique.preposition in leading and near):
                listed = self.objects.listed(oblique.phrase)
                found += self._all(listed, someone=someone, but=but)
        return distinct(found)

    def _ends(self, group: VerbGroup) -> Iterator[int]:
        """Where a verb ends, and where its object does: "sent 40 tonnes of food to"."""
        yield group.last
        direct = self.objects.object(group)
        end = direct.phrases[-1].last if direct is not None else group.last
        yield end
        if self.syntax.word(end) == "of" and end + 1 in self.syntax.by_first:
            yield self.syntax.by_first[end + 1].last

    def _takes_someone(self, kind: EventType) -> bool:
        """Whether an event of a type is done to someone, never to a mere thing."""
        return kind in self.triggers.stems("to_someone")

    def _all(
        self,
        argument: Argument | None,
        *,
        agentive: bool = False,
        someone: bool = False,
        but: Collection[Party] = (),
    ) -> tuple[Party, ...]:
        return self.parties.parties(
            self.syntax, argument, agentive=agentive, someone=someone, but=but
        )

    def _owners(self, argument: Argument | None, *, own: bool = True) -> tuple[Party, ...]:
        """Whose things an argument names: "Austin's request", "a plan by the council".

        Without `own`, "its" is the doer's and names nobody else.
        """
        if argument is None:
            return ()
        return distinct(self._owner_of(argument.phrases, own=own))

    def _owner_of(self, phrases: Iterable[Phrase], *, own: bool) -> Iterator[Party]:
        for phrase in phrases:
            mine = self.syntax.word(phrase.first) in {"its", "his", "her", "their"}
            owner = self.parties.owner(self.syntax, phrase) if own or not mine else None
            if owner is not None:
                yield owner
            for oblique in self.objects.obliques(phrase.last):
                if oblique.preposition in {"by", "from", "of"} and owner is None:
                    party = self.parties.party(self.syntax, oblique.phrase)
                    if party is not None:
                        yield party
