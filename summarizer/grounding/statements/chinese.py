"""Attributions in Chinese, by the characters before an attributing word."""

from __future__ import annotations

import re
from functools import cached_property

from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.statements.attribution import Attribution
from summarizer.grounding.statements.cues import Cues
from summarizer.grounding.statements.nouns import Subject
from summarizer.grounding.statements.scene import Name, Scene

_NEAR = 14
_BREAKS = frozenset("。；：“”「」！？")


class ChineseReader:
    """Finds the attributions of a scene."""

    def __init__(self, text: str, lexicon: Lexicon, cues: Cues) -> None:
        self.text = text
        self.lexicon = lexicon
        self.cues = cues

    def read(self, scene: Scene) -> list[Attribution]:
        """All attributions outside quotation marks; one for each speaker."""
        start, end = scene.span(0, len(scene.tokens))
        found: list[Attribution] = []
        for match in self._verbs.finditer(self.text, start, end):
            first = scene.line.index_at(match.start())
            if scene.quoted[first] or self._is_inside(match.start(), match.end()):
                continue
            subject = self._subject(scene, first)
            if subject is None or any(subject == other.subject for other in found):
                continue
            last = scene.line.index_at(match.end())
            classes = self.cues.verb(match.group())
            found.append(Attribution(subject, first, last, match.group(), classes, False))
        return found

    def signature(self, scene: Scene, index: int) -> Attribution | None:
        """Read the source after a quotation: "…" ——费尔德."""
        name = scene.starts.get(index + 2) or scene.starts.get(index + 1)
        if scene.word(index) != "—" or name is None or (index > 0 and not scene.quoted[index - 1]):
            return None
        subject = Subject(name.first, name.last, "name", name.entity, "")
        return Attribution(subject, index, index + 1, "—", frozenset({"say"}), True)

    def _is_inside(self, start: int, end: int) -> bool:
        """Whether the characters belong to another word: 小说 is a novel, not speech."""
        around = self.text[max(0, start - 2) : end + 2]
        return any(word in around for word in self.cues.lists.get("not_cues", ()))

    def _subject(self, scene: Scene, verb: int) -> Subject | None:
        low = self._clause_start(scene, verb)
        names = [n for n in scene.names if low <= n.first and n.last <= verb]
        if names:
            return _named(names[-1])
        for kind in ("they", "he", "she"):
            place = self._word_before(scene, low, verb, frozenset(self.cues.lists.get(kind, ())))
            if place is not None:
                return Subject(*place, "pronoun", None, kind)
        nouns = self.lexicon.words("groups") | self.lexicon.words("titles")
        nouns |= self.lexicon.words("collectives")
        place = self._word_before(scene, low, verb, nouns)
        if place is None:
            return None
        start, end = scene.span(*place)
        return Subject(*place, "described", None, self.text[start:end])

    def _clause_start(self, scene: Scene, verb: int) -> int:
        index = verb
        while index > 0 and verb - index < _NEAR:
            if scene.word(index - 1) in _BREAKS or scene.quoted[index - 1]:
                break
            index -= 1
        return index

    def _word_before(
        self, scene: Scene, low: int, verb: int, words: frozenset[str]
    ) -> tuple[int, int] | None:
        """The last of some words between two tokens, the longest where several end together."""
        if low >= verb:
            return None
        start, end = scene.span(low, verb)
        places = [
            (self.text.rfind(word, start, end) + len(word), len(word))
            for word in words
            if word in self.text[start:end]
        ]
        if not places:
            return None
        last, size = max(places)
        return scene.line.index_at(last - size), scene.line.index_at(last)

    @cached_property
    def _verbs(self) -> re.Pattern[str]:
        return re.compile("|".join(sorted(self.cues.verbs, key=len, reverse=True)))


def _named(name: Name) -> Subject:
    return Subject(name.first, name.last, "name", name.entity, "")
