"""Attributions in a sentence: an attributing word, whom it makes speak, and how surely."""

from __future__ import annotations

from dataclasses import dataclass, replace

from summarizer.grounding.statements.cues import Cues, VerbClass
from summarizer.grounding.statements.nouns import Subject
from summarizer.grounding.statements.phrases import PhraseReader
from summarizer.grounding.statements.scene import Scene
from summarizer.grounding.statements.verbs import VerbRules

_DASHES = frozenset({"—", "–", "-", "―"})


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
        self.verbs = VerbRules(cues, phrases)

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
            if one is not None and self._closes(scene, one):
                found = [other for other in found if other.inverted]
            if one is not None and not self._is_nested(scene, one, found):
                found.append(one)
                partner = self.phrases.partner(scene, one.subject)
                if partner is not None:
                    found.append(replace(one, subject=partner))
        label = self._label(scene)
        return [label, *found] if label and not found else found

    def _is_nested(self, scene: Scene, one: Attribution, found: list[Attribution]) -> bool:
        """Whether it stands in the clause of another: "Feld said the city had threatened …"."""
        if self._quotes(scene, one):
            return False
        for other in found:
            if other.inverted or not other.classes & {"say", "tell", "think"}:
                continue
            if other.last <= one.subject.first and other.subject != one.subject:
                return not self._parts(scene, other.last, one.subject.first)
        return False

    def _closes(self, scene: Scene, one: Attribution) -> bool:
        """Whether it closes its sentence and takes in all before it: "…, Feld said."."""
        ends = all(scene.word(at) in {".", "”", '"'} for at in range(one.last, len(scene.tokens)))
        start = self.phrases.phrase_start(scene, one.subject.first)
        return ends and not one.inverted and scene.word(start - 1) == ","

    def _quotes(self, scene: Scene, one: Attribution) -> bool:
        """Whether a quotation follows at once: "a threat Feld called “an insult”"."""
        return one.last < len(scene.tokens) and scene.quoted[one.last]

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
        first = scene.word(index).casefold()
        for phrase in self.cues.according:
            if phrase[0] != first:
                continue
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
        if not classes or self.verbs.is_blocked(scene, index):
            return None
        needed = self.cues.needs.get(word)
        quoted = index + 1 < len(scene.tokens) and scene.quoted[index + 1]
        if needed is not None and not quoted and scene.word(index + 1) not in needed:
            return None
        subject = self.phrases.before(scene, index)
        inverted = False
        inverts = "say" in classes or self.cues.free_order
        if subject is None and inverts and self.verbs.may_invert(scene, index):
            subject = self._inverted(scene, index)
            inverted = subject is not None
        if subject is None:
            subject = self._shared(scene, index, found) or self._dropped(scene, index)
        if subject is None and self.cues.has(word, "plain_speech"):
            subject = self.phrases.anyone(scene, index)
        if subject is None or not self.verbs.agrees(scene, subject, index):
            return None
        if self.verbs.is_conditional(scene, subject, index):
            return None
        return Attribution(subject, index, index + 1, word, classes, inverted)

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
        titled = scene.line.number in self.titles
        joined = self.cues.has(before, *joins) or (
            before == "," and (titled or word.endswith("ing"))
        )
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
