"""Interviews printed as questions and answers: who "I" is in the answers."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.grounding.names.directory import Directory, Entity
from summarizer.grounding.statements.cues import Cues
from summarizer.grounding.statements.scene import Scene

_LEAD = 10
_QUESTIONS = 2
_SURELY = frozenset({"person"})
_MAYBE = frozenset({"person", None})


@dataclass(frozen=True, slots=True)
class Interview:
    """The one person who answers, and the numbers of the scenes that are answers."""

    person: Entity
    answers: frozenset[int]


def find_interview(directory: Directory, scenes: list[Scene], cues: Cues) -> Interview | None:
    """The interview that an article is, or None.

    It says so near its head, has at least two paragraphs that end in a question mark, and names
    exactly one person in the headline or, failing that, at its head.
    """
    head = scenes[:_LEAD]
    title = directory.article.metadata.title or ""
    words = {token.text.casefold() for scene in head for token in scene.tokens}
    if not any(cues.has(word, "interview") for word in words | set(title.casefold().split())):
        return None
    asking = _questions(scenes)
    person = _interviewee(directory, head)
    if person is None or len(asking) < _QUESTIONS:
        return None
    first = min(asking)
    answers = frozenset(
        number
        for number, scene in enumerate(scenes)
        if scene.paragraph > first and scene.paragraph not in asking
    )
    return Interview(person, answers)


def _questions(scenes: list[Scene]) -> set[int]:
    """Paragraphs whose last sentence asks."""
    last = {scene.paragraph: scene for scene in scenes}
    return {
        number
        for number, scene in last.items()
        if scene.word(len(scene.tokens) - 1) in {"?", "？", "؟"}
    }


def _interviewee(directory: Directory, head: list[Scene]) -> Entity | None:
    titled = [s for s in head if s.line.number in directory.article.title_sentences]
    for scenes, kinds in ((titled, _MAYBE), (head, _SURELY), (head, _MAYBE)):
        found = {
            name.entity.mentions[0]: name.entity
            for scene in scenes
            for name in scene.names
            if name.entity.likely_actor
            and name.entity.kind_guess in kinds
            and " " in name.entity.name
        }
        if len(found) == 1:
            return next(iter(found.values()))
    return None
