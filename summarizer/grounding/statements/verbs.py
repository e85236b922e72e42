"""Whether a verb attributes where it stands: not passive, negated, only possible or conditional."""

from __future__ import annotations

from summarizer.grounding.statements.cues import Cues
from summarizer.grounding.statements.nouns import Subject
from summarizer.grounding.statements.phrases import PhraseReader
from summarizer.grounding.statements.scene import Scene

_MARKS = frozenset("\"”“»«'’」„,?!…—–")
_NEGATIONS = frozenset({"not", "n't", "never"})
_PARTICIPLES = ("ed", "aid", "old", "ten", "own")


class VerbRules:
    """Judges verbs of a scene, for one language. The endings are English."""

    def __init__(self, cues: Cues, phrases: PhraseReader) -> None:
        self.cues = cues
        self.phrases = phrases

    def is_blocked(self, scene: Scene, index: int) -> bool:
        """Whether a verb is passive, negated or only possible, or no verb at all."""
        step = self._over_adverbs(scene, index - 1)
        if self.cues.has(scene.word(step), "modal"):
            return True
        word, after = scene.word(index), scene.word(index + 1)
        participle = word.endswith(_PARTICIPLES)
        finite = participle or word in self.cues.bases
        if finite and self.cues.has(scene.word(step), "passive"):
            return True
        if self.cues.has(scene.word(index - 1), "prepositions", "determiners", "articles"):
            return True
        if after == "not" or not _NEGATIONS.isdisjoint({scene.word(step), scene.word(step - 1)}):
            return True
        reduced = after == "by" or (after == "of" and "judge" in self.cues.verb(word))
        return participle and reduced

    def _over_adverbs(self, scene: Scene, step: int) -> int:
        while step > 0 and (
            self.phrases.is_adverb(scene.word(step)) or self.cues.has(scene.word(step), "adverbs")
        ):
            step -= 1
        return step

    def is_conditional(self, scene: Scene, subject: Subject, index: int) -> bool:
        """Whether the clause only sets a condition or gives a reason: "if they say no"."""
        before = scene.word(self.phrases.phrase_start(scene, subject.first) - 1)
        if self.cues.has(before, "conditions"):
            return True
        speech = bool(self.cues.verb(scene.word(index)) & {"say", "tell"})
        return not speech and self.cues.has(before, "reasons")

    def agrees(self, scene: Scene, subject: Subject, index: int) -> bool:
        """Whether a form such as "say" has a plural subject."""
        if scene.word(index) not in self.cues.bases:
            return True
        if subject.kind == "name":
            partner = self.phrases.partner(scene, subject) is not None
            return partner or (subject.entity is not None and subject.entity.kind_guess == "group")
        if subject.kind == "pronoun":
            return subject.head in {"they", "first_person", "self", "relative"}
        return self.phrases.is_plural(subject.head)

    def may_invert(self, scene: Scene, index: int) -> bool:
        """Whether the words said can stand before: after a closing mark, a comma, a quotation."""
        if self.cues.free_order:
            return True
        if scene.word(index).endswith("ing"):
            return False
        before = scene.word(index - 1)
        return index == 0 or before in _MARKS or before in {"so", "as"}
