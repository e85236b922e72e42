"""Attributions in a sentence: an attributing word, whom it makes speak, and how surely."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.grounding.statements.cues import Cues, VerbClass
from summarizer.grounding.statements.nouns import Subject
from summarizer.grounding.statements.phrases import PhraseReader
from summarizer.grounding.statements.scene import Scene

_DASHES = frozenset({"—", "–", "-", "―"})
_MARKS = frozenset("\"”“»«'’」„")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Someone says something: the cue at tokens `first` to `last` (exclusive)."""

    subject: Subject
    first: int
    last: int
    cue: str
    classes: frozenset[VerbClass]
    inverted: bool
    """Whether the speaker stands after the cue, so that the words come before it."""


class AttributionReader:
    """Finds the attributions of a scene. English word order."""

    def __init__(self, cues: Cues, phrases: PhraseReader, titles: frozenset[int]) -> None:
        self.cues = cues
        self.titles = titles
        """Numbers of the headline's sentences, in which a colon names no speaker."""
        self.phrases = phrases

    def read(self, scene: Scene) -> list[Attribution]:
        """All attributions outside quotation marks, from left to right."""
        found: list[Attribution] = []
        for index in range(len(scene.tokens)):
            if scene.quoted[index]:
                continue
            one = (
                self._according(scene, index)
                or self.signature(scene, index)
                or self._verb(scene, index, found)
            )
            if one is not None and not self._is_nested(scene, one, found):
                found.append(one)
                partner = self.phrases.partner(scene, one.subject)
                if partner is not None:
                    found.append(replace(one, subject=partner))
        label = self._label(scene)
        return [label, *found] if label and not found else found

    def _is_nested(self, scene: Scene, one: Attribution, found: list[Attribution]) -> bool:
        """Whether it stands in the clause of another: "Feld said the city had threatened …"."""
        for other in found:
            if other.inverted or not other.classes & {"say", "tell", "think"}:
                continue
            if other.last <= one.subject.first and other.subject != one.subject:
                return not self._parts(scene, other.last, one.subject.first)
        return False

    def _parts(self, scene: Scene, first: int, last: int) -> bool:
        """Whether a new main clause begins between two tokens."""
        for index in range(first, last):
            word, after = scene.word(index), scene.word(index + 1)
            if word == ";" or (word in {",", "—", "–"} and self.cues.has(after, "contrast")):
                return True
        return False

    def _according(self, scene: Scene, index: int) -> Attribution | None:
        size = self._phrase_size(scene, index)
        subject = self.phrases.after(scene, index + size) if size else None
        if subject is None:
            return None
        cue = " ".join(scene.word(at) for at in range(index, index + size))
        leads = index == 0 or self.cues.has(scene.word(index - 1), "opening")
        return Attribution(subject, index, index + size, cue, frozenset({"say"}), not leads)

    def _phrase_size(self, scene: Scene, index: int) -> int:
        """How many tokens a phrase such as "according to" takes; 0 if none begins here."""
        for phrase in self.cues.according:
            here = tuple(scene.word(index + step).casefold() for step in range(len(phrase)))
            if here == phrase:
                return len(phrase)
        return 0

    def signature(self, scene: Scene, index: int) -> Attribution | None:
        """Read the source after a quotation: "…" — Otto Feld, also on a line of its own."""
        if scene.word(index) not in _DASHES or (index > 0 and not scene.quoted[index - 1]):
            return None
        first = index + 1
        while self.cues.has(scene.word(first), "articles") or scene.word(first) in _DASHES:
            first += 1
        name = scene.starts.get(first)
        if name is None or (
            name.last < len(scene.tokens) and self.phrases.is_finite(scene, name.last)
        ):
            return None
        subject = Subject(name.first, name.last, "name", name.entity, "")
        return Attribution(subject, index, index + 1, "—", frozenset({"say"}), True)

    def _label(self, scene: Scene) -> Attribution | None:
        """Read a speaker's label: "Feld: We will not go"."""
        for name in scene.names:
            if (
                scene.line.number not in self.titles
                and scene.word(name.last) == ":"
                and name.first <= 3
                and name.last + 1 < len(scene.tokens)
            ):
                subject = Subject(name.first, name.last, "name", name.entity, "")
                return Attribution(
                    subject, name.last, name.last + 1, ":", frozenset({"say"}), False
                )
        return None

    def _verb(self, scene: Scene, index: int, found: list[Attribution]) -> Attribution | None:
        word = scene.word(index)
        classes = self.cues.verb(word if index and not self.cues.free_order else word.casefold())
        if not classes or self._is_blocked(scene, index):
            return None
        needed = self.cues.needs.get(word)
        if needed is not None and scene.word(index + 1) not in needed:
            return None
        subject = self.phrases.before(scene, index)
        inverted = False
        inverts = "say" in classes or self.cues.free_order
        if subject is None and inverts and self._may_invert(scene, index):
            subject = self._inverted(scene, index)
            inverted = subject is not None
        if subject is None:
            subject = self._shared(scene, index, found) or self._dropped(scene, index)
        if subject is None or (word in self.cues.bases and not self._is_plural(scene, subject)):
            return None
        return Attribution(subject, index, index + 1, word, classes, inverted)

    def _is_plural(self, scene: Scene, subject: Subject) -> bool:
        if subject.kind == "name":
            partner = self.phrases.partner(scene, subject) is not None
            return partner or (subject.entity is not None and subject.entity.kind_guess == "group")
        if subject.kind == "pronoun":
            return subject.head in {"they", "first_person", "self", "relative"}
        return self.phrases.is_plural(subject.head)

    def _is_blocked(self, scene: Scene, index: int) -> bool:
        """Passive, negated, only possible, or no verb at all."""
        before = scene.word(index - 1).casefold()
        step = index - 1
        while step > 0 and (
            self.phrases.is_adverb(scene.word(step)) or self.cues.has(scene.word(step), "adverbs")
        ):
            step -= 1
        if self.cues.has(scene.word(step), "modal"):
            return True
        word = scene.word(index)
        participle = word.endswith(("ed", "aid", "old", "ten", "own"))
        finite = participle or word in self.cues.bases
        if finite and self.cues.has(scene.word(step), "passive"):
            return True
        if self.cues.has(before, "prepositions", "determiners") or self.cues.has(
            before, "articles"
        ):
            return True
        negated = {"not", "n't", "never"} & {scene.word(i) for i in (step, step - 1)}
        after = scene.word(index + 1)
        reduced = after == "by" or (after == "of" and "judge" in self.cues.verb(word))
        return bool(negated) or after == "not" or (participle and reduced)

    def _may_invert(self, scene: Scene, index: int) -> bool:
        """Whether the words said stand before: after a closing mark, a comma, a quotation."""
        before = scene.word(index - 1)
        if self.cues.free_order:
            return True
        if scene.word(index).endswith("ing"):
            return False
        return (
            index == 0
            or before in _MARKS
            or before in {",", "?", "!", "…", "—", "–"}
            or before in {"so", "as"}
        )

    def _inverted(self, scene: Scene, index: int) -> Subject | None:
        """The subject after its verb, unless that opens a clause: "said the U.S. wants"."""
        subject = self.phrases.after(scene, index + 1)
        if subject is None or self.phrases.is_finite(scene, subject.last):
            return None
        return subject

    def _shared(self, scene: Scene, index: int, found: list[Attribution]) -> Subject | None:
        """The subject of the verb before, in "praised the vote and denied …" and ", saying …"."""
        before, word = scene.word(index - 1), scene.word(index)
        joins = ("joining", "contrast")
        joined = self.cues.has(before, *joins) or (before == "," and word.endswith("ing"))
        adverb = self.cues.has(before, "adverbs") and self.cues.has(scene.word(index - 2), *joins)
        if not (joined or adverb):
            return None
        return found[-1].subject if found else self._main(scene, index)

    def _dropped(self, scene: Scene, index: int) -> Subject | None:
        """The one who spoke before, where a verb opens a sentence alone: "Dijo que …"."""
        opens = self.cues.free_order and index == 0
        if not opens or not self.cues.has(scene.word(1), "clause"):
            return None
        return Subject(index, index + 1, "pronoun", None, "dropped")

    def _main(self, scene: Scene, limit: int) -> Subject | None:
        """The subject of the first finite verb of the sentence."""
        for index in range(1, limit):
            if not scene.quoted[index] and self.phrases.is_finite(scene, index):
                return self.phrases.before(scene, index)
        return None
