"""Who said what: quotations and reported speech, each with its speaker and its sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.article.model import Article
from summarizer.grounding.names.directory import Directory, Entity
from summarizer.grounding.statements.attribution import Attribution, AttributionReader
from summarizer.grounding.statements.chinese import ChineseReader
from summarizer.grounding.statements.cues import Cues, load_cues
from summarizer.grounding.statements.interviews import find_interview
from summarizer.grounding.statements.phrases import PhraseReader
from summarizer.grounding.statements.quotations import (
    Quotation,
    find_quotations,
    is_title,
    word_count,
)
from summarizer.grounding.statements.scene import Scene, scenes_of
from summarizer.grounding.statements.speakers import Discourse, Speaker
from summarizer.ontology import StatementKind

Span = tuple[int, int]
_SCARE_WORDS = 2
_EDGES = frozenset({",", ".", ":", ";", "—", "–", "，", "。", "：", "；", "،", "؛"})


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """Something said, by whom, and where. `sentences` are its evidence."""

    speaker: Entity | None
    speaker_span: Span | None
    """Where the speaker is named, described or meant by a pronoun."""
    description: Span | None
    """The words that describe a speaker without a name."""
    kind: StatementKind
    cue: str
    spans: tuple[Span, ...]
    """What was said: inside the quotation marks, or the reported clause."""
    sentences: tuple[int, ...]
    confidence: float
    """From 0 to 1, by the kind of evidence; rough."""


@dataclass
class _Draft:
    speaker: Speaker
    cue: str
    kind: StatementKind
    spans: list[Span]
    sentences: list[int]
    confidence: float

    def done(self) -> FoundStatement:
        return FoundStatement(
            speaker=self.speaker.entity,
            speaker_span=self.speaker.span,
            description=self.speaker.described,
            kind=self.kind,
            cue=self.cue,
            spans=tuple(sorted(dict.fromkeys(self.spans))),
            sentences=tuple(sorted(set(self.sentences))),
            confidence=self.confidence,
        )


def find_statements(article: Article, directory: Directory) -> list[FoundStatement]:
    """All statements whose speaker the text tells, in order of their first sentence."""
    return _Finder(article, directory).run()


def _reader(
    article: Article, directory: Directory, cues: Cues
) -> AttributionReader | ChineseReader:
    if cues.language == "zh":
        return ChineseReader(article.text, directory.lexicon, cues)
    phrases = PhraseReader(directory.lexicon, cues)
    return AttributionReader(cues, phrases, article.title_sentences)


class _Finder:
    def __init__(self, article: Article, directory: Directory) -> None:
        self.article = article
        cues = load_cues(directory.lexicon.language)
        self.cues = cues
        self.reader = _reader(article, directory, cues)
        self.scenes = scenes_of(directory, find_quotations(article.text))
        interview = find_interview(directory, self.scenes, cues)
        self.discourse = Discourse(directory, self.scenes, interview)
        self.drafts: list[_Draft] = []
        self.done: set[int] = set()
        """Starts of the quotations that have a speaker."""

    def run(self) -> list[FoundStatement]:
        """Read scene by scene."""
        for number, scene in enumerate(self.scenes):
            attributions = list(self._resolved(number, scene))
            fresh = [q for q in scene.quotations if q.start not in self.done]
            for attribution, speaker in attributions:
                others = [one for one, _ in attributions if one is not attribution]
                free = [q for q in fresh if not any(self._beside(scene, o, q) for o in others)]
                self._attributed(scene, attribution, speaker, free)
            left = [q for q in fresh if q.start not in self.done and self._is_speech(q)]
            if left and not self._signed(number, scene, left):
                for quotation in left:
                    self._carried(number, scene, quotation)
        return [draft.done() for draft in self.drafts]

    def _resolved(self, number: int, scene: Scene) -> Iterator[tuple[Attribution, Speaker]]:
        for attribution in self.reader.read(scene):
            speaker = self.discourse.speaker(attribution.subject, number)
            if speaker is not None:
                yield attribution, speaker

    def _signed(self, number: int, scene: Scene, quotations: list[Quotation]) -> bool:
        """Whether the next line signs the quotations: "— Otto Feld"; they are then his."""
        if number + 1 >= len(self.scenes):
            return False
        attribution = self.reader.signature(self.scenes[number + 1], 0)
        if attribution is None:
            return False
        speaker = self.discourse.speaker(attribution.subject, number + 1)
        if speaker is not None:
            self._attributed(scene, attribution, speaker, quotations)
        return speaker is not None

    def _is_speech(self, quotation: Quotation) -> bool:
        inner = self.article.text[slice(*quotation.inner)]
        return word_count(inner) > _SCARE_WORDS and not is_title(inner)

    def _attributed(
        self,
        scene: Scene,
        attribution: Attribution,
        speaker: Speaker,
        quotations: list[Quotation],
    ) -> None:
        """A statement from an attribution, with the quotations that belong to it."""
        own = [
            q
            for q in quotations
            if q.start not in self.done and self._belongs(scene, attribution, q)
        ]
        number = scene.line.number
        before = self.drafts[-1] if self.drafts else None
        if before and number in before.sentences and before.speaker.same(speaker):
            self._extend(before, scene, own)
            return
        if own:
            spans = [self._shown(q) for q in own]
            self.done.update(q.start for q in own)
            sentences = [n for q in own for n in self._sentences(q)] + [number]
            self._add(speaker, attribution.cue, "quoted", spans, sentences, attribution)
        else:
            clause = self._clause(scene, attribution)
            if clause is not None:
                self._add(speaker, attribution.cue, "reported", [clause], [number], attribution)
        self.discourse.note(speaker)

    def _add(
        self,
        speaker: Speaker,
        cue: str,
        kind: StatementKind,
        spans: list[Span],
        sentences: list[int],
        attribution: Attribution,
    ) -> None:
        confidence = {"name": 0.95, "described": 0.85, "pronoun": 0.7}[attribution.subject.kind]
        if not attribution.classes & {"say", "tell"}:
            confidence -= 0.15
        self.drafts.append(_Draft(speaker, cue, kind, spans, sentences, round(confidence, 2)))

    def _extend(self, draft: _Draft, scene: Scene, quotations: list[Quotation]) -> None:
        for quotation in quotations:
            self.done.add(quotation.start)
            if draft.kind == "reported":
                draft.kind, draft.spans = "quoted", []
            draft.spans.append(self._shown(quotation))
            draft.sentences += [scene.line.number, *self._sentences(quotation)]

    def _belongs(self, scene: Scene, attribution: Attribution, quotation: Quotation) -> bool:
        """Whether a quotation is what the attribution says: a real one, or one beside it."""
        return self._is_speech(quotation) or self._beside(scene, attribution, quotation)

    def _beside(self, scene: Scene, attribution: Attribution, quotation: Quotation) -> bool:
        """Whether nothing but a comma or a colon stands between them."""
        first = min(attribution.first, attribution.subject.first)
        last = max(attribution.last, attribution.subject.last)
        start, end = scene.span(first, last)
        text = self.article.text
        between = (
            text[quotation.end : start] if quotation.end <= start else text[end : quotation.start]
        )
        return not between.strip(" ,:—–-，：،")

    def _shown(self, quotation: Quotation) -> Span:
        start, end = quotation.inner
        text = self.article.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end

    def _sentences(self, quotation: Quotation) -> list[int]:
        start, end = self._shown(quotation)
        first, last = self.article.sentence_at(start), self.article.sentence_at(max(start, end - 1))
        if first is None or last is None:
            return []
        return list(range(first.number, last.number + 1))

    def _clause(self, scene: Scene, attribution: Attribution) -> Span | None:
        """The reported words: after the cue, or before it where the speaker comes last."""
        last = len(scene.tokens)
        if attribution.inverted:
            first, stop = 0, min(attribution.first, attribution.subject.first)
            if self.cues.free_order and stop < last - attribution.subject.last:
                first, stop = attribution.subject.last, last
        else:
            first, stop = max(attribution.last, attribution.subject.last), last
            if first >= last - 1:
                first, stop = 0, min(attribution.first, attribution.subject.first)
        while stop > first and scene.word(stop - 1) in _EDGES:
            stop -= 1
        while first < stop and scene.word(first) in _EDGES:
            first += 1
        return scene.span(first, stop) if first < stop else None

    def _carried(self, number: int, scene: Scene, quotation: Quotation) -> None:
        """A quotation without words of attribution goes to the one who spoke just before."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or not self._follows(number, before, quotation):
            return
        if before.kind == "reported":
            self._extend(before, scene, [quotation])
            return
        self.done.add(quotation.start)
        speaker = before.speaker
        draft = _Draft(
            speaker,
            before.cue,
            "quoted",
            [self._shown(quotation)],
            self._sentences(quotation) or [scene.line.number],
            round(before.confidence - 0.2, 2),
        )
        self.drafts.append(draft)

    def _follows(self, number: int, before: _Draft, quotation: Quotation) -> bool:
        if quotation.continues:
            return True
        if number == 0:
            return False
        scene, previous = self.scenes[number], self.scenes[number - 1]
        if previous.line.number not in before.sentences:
            return False
        if previous.word(len(previous.tokens) - 1) == ":":
            return True
        whole = all(scene.quoted) or scene.quoted[0]
        return whole and (scene.paragraph == previous.paragraph or before.kind == "quoted")
