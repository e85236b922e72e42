"""The happenings of an English article, sentence by sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from summarizer.grounding.happenings.english.draft import Draft
from summarizer.grounding.happenings.english.frame import Frame
from summarizer.grounding.happenings.english.parties import PartyReader
from summarizer.grounding.happenings.english.sentence import read_sentence
from summarizer.grounding.happenings.english.syntax import Syntax, parse
from summarizer.grounding.happenings.english.verbs import VerbReader
from summarizer.grounding.happenings.model import Happening, Party, Span, weakened
from summarizer.grounding.happenings.retelling import Telling
from summarizer.grounding.happenings.triggers import load_triggers
from summarizer.grounding.reading import Reading
from summarizer.grounding.statements import FoundStatement
from summarizer.grounding.statements.quotations import find_quotations
from summarizer.grounding.statements.scene import Scene, scenes_of
from summarizer.grounding.times import FoundTime

_FROM_EVENT = re.compile(r"(?<=\w)\s+(?:after|before|since|until|following|from)\b")
_FIRST_PERSON = frozenset({"i", "we", "you"})
_IN_SPEECH = 0.5
"""What an event counts that someone tells of in the first person or in quotation marks."""


class EnglishReader:
    """Reads one article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.article = reading.article
        self.triggers = load_triggers("en")
        self.verbs = VerbReader(self.triggers)
        self.parties = PartyReader(reading.directory)
        self.statements: dict[int, list[FoundStatement]] = defaultdict(list)
        for statement in reading.statements:
            for number in statement.sentences:
                self.statements[number].append(statement)

    def read(self) -> Iterator[tuple[Happening, Telling]]:
        """Every happening as often as it is told; headlines only for want of a text."""
        scenes = scenes_of(self.reading.directory, find_quotations(self.article.text))
        titles = self.article.title_sentences
        body = [scene for scene in scenes if scene.line.number not in titles]
        for scene in body or scenes:
            for draft in self._drafts(scene):
                if draft.kind != "OTHER" or not self._spoken(scene, draft):
                    yield self._happening(scene, draft), _telling(draft)

    def syntax(self, scene: Scene) -> Syntax:
        """A sentence as phrases and verb groups."""
        times = [_own_words(t) for t in self.reading.times.get(scene.line.number, ())]
        return parse(scene, self.verbs.read(scene, self.article.text), times)

    def _drafts(self, scene: Scene) -> list[Draft]:
        syntax = self.syntax(scene)
        self.parties.memory.turn()
        headline = scene.line.number in self.article.title_sentences
        frame = Frame(syntax, self.triggers, self.parties, self.article.text, headline)
        drafts = read_sentence(frame)
        self.parties.note(self._speakers(scene.line.number))
        return drafts

    def _spoken(self, scene: Scene, draft: Draft) -> bool:
        """Whether someone tells it in quotation marks or in the first person."""
        spoken = scene.word(draft.clause[0]).casefold() in _FIRST_PERSON
        return spoken or scene.quoted[draft.trigger[0]]

    def _speakers(self, number: int) -> Iterator[Party]:
        for statement in self.statements.get(number, ()):
            if statement.speaker is not None and statement.speaker_span is not None:
                start, end = statement.speaker_span
                yield Party(self.article.text[start:end], (start, end), statement.speaker)

    def _happening(self, scene: Scene, draft: Draft) -> Happening:
        trigger = scene.span(*draft.trigger)
        spoken = self._spoken(scene, draft)
        return Happening(
            sentence=scene.line.number,
            trigger=trigger,
            types=weakened(draft.candidates, _IN_SPEECH) if spoken else draft.candidates,
            clause=scene.span(*draft.clause),
            actors=draft.cast.actors,
            recipients=draft.cast.recipients,
            passive=draft.passive,
            report=not draft.denied and self._is_reported(scene.line.number, draft, trigger),
            salience=0.0,
        )

    def _is_reported(self, number: int, draft: Draft, trigger: Span) -> bool:
        """Whether it is told on somebody's word; a speaker's own vow or demand is not."""
        acts = self.triggers.stems("speech_acts")
        speaks = draft.group is not None and draft.group.stem in acts
        doers = [party.entity for party in draft.cast.actors if party.entity is not None]
        return any(
            start <= trigger[0] < end and not (speaks and statement.speaker in doers)
            for statement in self.statements.get(number, ())
            for start, end in statement.spans
        )


def _telling(draft: Draft) -> Telling:
    if draft.group is not None and draft.group.negated:
        return "new"
    if not draft.known:
        return "plain"
    return "back" if draft.group is not None else "mention"


def _own_words(time: FoundTime) -> tuple[int, int]:
    """A time phrase without the event it is counted from: "a day" of "a day after the vote"."""
    counted = _FROM_EVENT.search(time.text)
    return time.start, time.start + counted.start() if counted else time.end
