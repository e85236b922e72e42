"""Noun phrases beside an attributing word: whether they name or describe who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.grounding.names.directory import Entity
from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.statements.cues import Cues
from summarizer.grounding.statements.scene import Name, Scene

SubjectKind = Literal["name", "pronoun", "described"]
_MAX_DESCRIPTION = 14
_MAX_LOOSE = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """The one who speaks, at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    kind: SubjectKind
    entity: Entity | None
    head: str
    """The folded noun or pronoun."""


def named(name: Name, scene: Scene) -> Subject:
    """The subject that a name is."""
    return Subject(name.first, name.last, "name", name.entity, fold(scene.word(name.last - 1)))


class NounPhrases:
    """Reads noun phrases of a scene, for one language."""

    def __init__(self, lexicon: Lexicon, cues: Cues) -> None:
        self.lexicon = lexicon
        self.cues = cues

    def phrase(self, scene: Scene, first: int, last: int, *, whole: bool) -> Subject | None:
        """What a noun phrase says of its speaker."""
        if first >= last:
            return None
        head = self._head(scene, first, last)
        name = scene.ends.get(head + 1)
        if name is not None:
            return named(name, scene)
        if self.cues.free_order and not self._is_human(scene.word(head)):
            head = self._first_human(scene, first, last) or head
        word = scene.word(head)
        if self._counts(scene, head):
            return Subject(first, last, "described", None, fold(word))
        if self.cues.has(word, "documents"):
            return self._author(scene, first, last, head)
        if self._is_human(word) and last - first <= _MAX_DESCRIPTION:
            last = last if head < last - 1 or whole else head + 1
            return Subject(first, last, "described", None, fold(word))
        return None

    def loosely(self, scene: Scene, first: int, last: int) -> Subject | None:
        """A description by any noun that no list has, unless it is a thing that cannot speak."""
        if first >= last or last - first > _MAX_LOOSE:
            return None
        head = self._head(scene, first, last)
        word = scene.word(head)
        if self.cues.has(word, "speechless", "documents") or head in scene.ends:
            return None
        return Subject(first, last, "described", None, fold(word))

    def _counts(self, scene: Scene, head: int) -> bool:
        """Whether it is "one of them", "two of the drivers"."""
        return self.cues.has(scene.word(head), "counts") and scene.word(head + 1) == "of"

    def without_opening(self, scene: Scene, first: int, last: int) -> int:
        """Without "On Monday" or "In Velden" before the subject proper."""
        while first < last:
            word = scene.word(first)
            counts = self.cues.has(word, "counts")
            small = self.cues.has(word, "adverbs") and first not in scene.starts and not counts
            if not (small or self.cues.has(word, "opening", "joining", "contrast")):
                break
            first += 1
        if first < last and self.cues.has(scene.word(first), "prepositions"):
            return last
        return first

    def _head(self, scene: Scene, first: int, last: int) -> int:
        """The index of a phrase's noun: its last word before the first preposition."""
        index = first
        while index < last:
            name = scene.starts.get(index)
            if name is not None and name.last <= last:
                index = name.last
            elif index > first and self.cues.has(scene.word(index), "prepositions"):
                break
            else:
                index += 1
        return index - 1

    def _first_human(self, scene: Scene, first: int, last: int) -> int | None:
        """The first noun for people, where a phrase's noun comes first: "sindicato de Velden"."""
        return next((at for at in range(first, last) if self._is_human(scene.word(at))), None)

    def _is_human(self, word: str) -> bool:
        return self.lexicon.has(word, "people", "titles", "collectives") or self.lexicon.exactly(
            word, "groups", "peoples"
        )

    def _author(self, scene: Scene, first: int, last: int, head: int) -> Subject | None:
        """Find the name in "Feld's statement", "a report by the Velden Institute"."""
        inside = [n for n in scene.names if first <= n.first and n.last <= last]
        before = [n for n in inside if n.last <= head]
        after = [n for n in inside if n.first > head and self._is_source(scene, n.first)]
        found = before[-1] if before else after[0] if after else None
        if found is None:
            return None
        return Subject(found.first, found.last, "name", found.entity, fold(scene.word(head)))

    def _is_source(self, scene: Scene, first: int) -> bool:
        index = first - 1
        while index > 0 and not self.cues.has(scene.word(index), "prepositions"):
            index -= 1
        return self.cues.has(scene.word(index), "sources")

    def is_plural(self, noun: str) -> bool:
        """Whether a noun means several people."""
        return self.lexicon.exactly(noun, "groups") or (
            noun.endswith(("s", "men")) and self._is_human(noun)
        )

    def is_adverb(self, word: str) -> bool:
        """Whether a word ends as adverbs do."""
        endings = tuple(self.cues.lists.get("adverb_endings", ()))
        return bool(endings) and word.islower() and word.endswith(endings)

    def is_finite(self, scene: Scene, index: int) -> bool:
        """Whether a token looks like a finite verb."""
        word = scene.word(index)
        inside = any(name.first <= index < name.last for name in scene.names)
        return not inside and (
            self.is_verb(scene, index) or (word.endswith("ed") and word.islower())
        )

    def is_verb(self, scene: Scene, index: int) -> bool:
        word = scene.word(index)
        if index + 1 in scene.ends or not word.islower():
            return False
        return (
            self.cues.has(word, "auxiliaries")
            or self.lexicon.exactly(word, "verbs")
            or (bool(self.cues.verb(word)) and word.endswith(("ed", "aid", "old")))
        )

    def leads_to(self, scene: Scene, first: int, name: int) -> bool:
        """Whether the words up to a name are its title: "union president", "the city's mayor"."""
        for index in range(name - 1, first - 1, -1):
            word = scene.word(index)
            if self.cues.has(word, "prepositions") and not self._office_of(scene, index, name):
                return False
            if word in {"'s", "’s"} and index == name - 1:
                return False
        return name == first or scene.word(name - 1) not in {"'s", "’s"}

    def _office_of(self, scene: Scene, preposition: int, name: int) -> bool:
        """Whether "of …" belongs to an office before the name: "Ambassador to Peru Ada Grey"."""
        office = self.lexicon.has(scene.word(preposition - 1), "titles", "people")
        return (
            office
            and name - preposition > 1
            and not self.cues.has(scene.word(name - 1), "articles")
        )
