"""Who a pronoun or a described speaker is, from what the article has said so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from summarizer.grounding.names.directory import Directory, Entity
from summarizer.grounding.statements.interviews import Interview
from summarizer.grounding.statements.nouns import Subject
from summarizer.grounding.statements.scene import Scene

_WINDOW = 3
_BODIES = frozenset({"organization", "state", "group"})
_FEMALE = frozenset(
    {"ms", "mrs", "miss", "lady", "madam", "queen", "princess", "señora", "doña", "dame"}
)
_MALE = frozenset({"mr", "sir", "lord", "king", "prince", "señor", "don"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: an entity, or words that describe someone without a name."""

    entity: Entity | None
    span: tuple[int, int]
    """Where it is said: the name, the pronoun or the description."""
    described: tuple[int, int] | None
    """Place of the description, if there is no entity."""
    scene: int
    """Number of the scene in which the speaker was introduced."""
    noun: str = ""
    """The noun of a description."""

    def same(self, other: Speaker) -> bool:
        """Whether both are one."""
        if self.entity is not None or other.entity is not None:
            return self.entity is other.entity
        return self.described == other.described


@dataclass
class Discourse:
    """What is known while reading: the last speakers and the people named in each sentence."""

    directory: Directory
    scenes: list[Scene]
    interview: Interview | None = None
    last: Speaker | None = None
    genders: dict[int, str] = field(default_factory=dict)

    def speaker(self, subject: Subject, number: int) -> Speaker | None:
        """The speaker that a subject in scene `number` means; None if it cannot be told."""
        scene = self.scenes[number]
        span = scene.span(subject.first, subject.last)
        if subject.kind == "name":
            return Speaker(subject.entity, span, None, number)
        if subject.kind == "described":
            entity = self.directory.nominal(scene.line, subject.first, subject.last)
            return Speaker(entity, span, None if entity else span, number, subject.head)
        return self._pronoun(subject, number, span)

    def note(self, speaker: Speaker) -> None:
        """Remember who spoke last."""
        self.last = speaker

    def _pronoun(self, subject: Subject, number: int, span: tuple[int, int]) -> Speaker | None:
        if subject.head == "relative":
            return self._antecedent(subject, number, span)
        if subject.head in {"he", "she"}:
            found = self._person(subject, number)
            if found is not None and found.entity is not None:
                self.genders[id(found.entity)] = subject.head
        elif subject.head == "dropped":
            found = self.last if self.last and number - self.last.scene <= _WINDOW else None
        elif subject.head in {"they", "it"}:
            found = self._collective(subject, number)
        else:
            found = self._interviewee(subject, number, span)
        return replace(found, span=span) if found else None

    def _interviewee(self, subject: Subject, number: int, span: tuple[int, int]) -> Speaker | None:
        """The one who answers, for "I" in an answer of an interview."""
        known = self.interview
        if known is None or subject.head != "self" or number not in known.answers:
            return None
        return Speaker(known.person, span, None, number)

    def _antecedent(self, subject: Subject, number: int, span: tuple[int, int]) -> Speaker | None:
        """The name right before "who said"."""
        scene = self.scenes[number]
        for end in (subject.first, subject.first - 1):
            name = scene.ends.get(end)
            if name is not None:
                return Speaker(name.entity, span, None, number)
        return None

    def _person(self, subject: Subject, number: int) -> Speaker | None:
        """The nearest person before "he" or "she": the last speaker, else the last subject."""
        scene = self.scenes[number]
        inside = self._last_person(number, subject, scene.tokens[subject.first].start)
        if inside is not None and subject.first > 2:
            return inside
        last = self.last
        if last is not None and number - last.scene <= _WINDOW and self._fits(last, subject.head):
            return last
        for back in range(1, _WINDOW + 1):
            if number - back < 0:
                break
            found = self._first_person(number - back, subject)
            if found is not None:
                return found
        return None

    def _fits(self, speaker: Speaker, pronoun: str) -> bool:
        if speaker.entity is None:
            return self.directory.lexicon.exactly(speaker.noun, "people", "titles")
        return self.is_person(speaker.entity) and self._gender(speaker.entity) in {None, pronoun}

    def _gender(self, entity: Entity) -> str | None:
        return self.genders.get(id(entity))

    def is_person(self, entity: Entity) -> bool:
        """Whether an entity can be "he" or "she"."""
        if entity.kind_guess is not None:
            return entity.kind_guess == "person"
        return entity.likely_actor and not entity.name.isupper()

    def _last_person(self, number: int, subject: Subject, before: int) -> Speaker | None:
        """The first person named earlier in the same sentence."""
        scene = self.scenes[number]
        for name in scene.names:
            start, _ = scene.span(name.first, name.last)
            fits = self.is_person(name.entity) and self._gender(name.entity) in {None, subject.head}
            if start < before and fits and scene.word(name.last) not in {"'s", "’s"}:
                return Speaker(name.entity, scene.span(name.first, name.last), None, number)
        return None

    def _first_person(self, number: int, subject: Subject) -> Speaker | None:
        scene = self.scenes[number]
        for name in scene.names:
            if self.is_person(name.entity) and self._gender(name.entity) in {None, subject.head}:
                return Speaker(name.entity, scene.span(name.first, name.last), None, number)
        return None

    def _collective(self, subject: Subject, number: int) -> Speaker | None:
        """The last speaker that is no person, for "it" and "they"."""
        inside = self._body_before(number, subject)
        if inside is not None:
            return inside
        last = self.last
        if last is None or number - last.scene > 2:
            return self._first_collective(number)
        if last.entity is None:
            return last if subject.head == "they" or self._is_body(last.noun) else None
        if last.entity.kind_guess == "person":
            return None
        return last

    def _body_before(self, number: int, subject: Subject) -> Speaker | None:
        """The first organisation, state or group named earlier in the same sentence."""
        scene = self.scenes[number]
        for name in scene.names:
            kind, likely = name.entity.kind_guess, name.entity.likely_actor
            if name.last <= subject.first and (kind in _BODIES or (kind is None and likely)):
                return Speaker(name.entity, scene.span(name.first, name.last), None, number)
        return None

    def _is_body(self, noun: str) -> bool:
        return self.directory.lexicon.exactly(noun, "collectives")

    def _first_collective(self, number: int) -> Speaker | None:
        for back in (1, 2):
            if number - back < 0:
                return None
            scene = self.scenes[number - back]
            for name in scene.names:
                if name.entity.kind_guess in _BODIES and name.first <= 2:
                    return Speaker(name.entity, scene.span(name.first, name.last), None, number)
        return None
