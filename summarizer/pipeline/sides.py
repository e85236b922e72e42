"""Which side a speaker takes on what: every candidate is asked about, the clear answers stay.

How clear is clear enough was fitted on our own development articles: of the stances that stay there
every second one is in the gold, and one in sixteen on the wrong side; higher bars find fewer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, cast

from summarizer.draft import DraftStance
from summarizer.grounding import Candidate, Reading, Voice, find_voices
from summarizer.llm import Choice
from summarizer.ontology import Position
from summarizer.pipeline.questioner import Questioner
from summarizer.progress import Asked, Listener

_MOST: Final = 24
"""Speakers and sentences that are asked about; in long articles one for two sentences."""
_CLEAR: Final = 0.6
_CLEAR_UNNAMED: Final = 0.7
_CLEAR_CUED: Final = 0.45
_CLEAR_SILENT: Final = 0.75
"""Probabilities of a side from which it is believed: of what the sentence names, of what only the
sentence before names, of the object of a word of attitude, and where nobody is heard."""
_CUE: Final = 0.3
"""What a word of attitude counts when the stances of one voice are ranked."""


@dataclass(frozen=True)
class SideAsker:
    """Asks about the voices of one article."""

    questioner: Questioner
    reading: Reading
    listener: Listener

    async def stances(self) -> list[DraftStance]:
        """A drafted stance for each clear side, the clearest first."""
        most = max(_MOST, len(self.reading.article.content) // 2)
        voices = list(find_voices(self.reading))[:most]
        found: list[tuple[float, DraftStance]] = []
        for done, voice in enumerate(voices):
            self.listener(Asked(done, len(voices)))
            answers = [(c, await self._choice(voice, c)) for c in voice.candidates]
            found += _best(list(_clear(voice, answers)))
        return [stance for _, stance in sorted(found, key=lambda one: -one[0])]

    async def _choice(self, voice: Voice, candidate: Candidate) -> Choice:
        sentences = [self.reading.body(number) for number in candidate.sentences]
        values = {
            "sentence": " ".join(sentences),
            "holder": voice.holder,
            "target": candidate.target,
        }
        return await self.questioner.ask("stance", values)


def _clear(
    voice: Voice, answers: list[tuple[Candidate, Choice]]
) -> Iterator[tuple[float, DraftStance]]:
    """The answers that take a side clearly, with their weight."""
    for candidate, choice in answers:
        if choice.label == "neutral":
            continue
        probability = choice.chance_of(choice.label)
        if probability >= _bar(voice, candidate):
            weight = probability + (_CUE if candidate.cued else 0.0)
            yield (
                weight,
                DraftStance(
                    holder=voice.holder[:80],
                    target=candidate.target[:100],
                    position=cast(Position, choice.label),
                    sentences=list(candidate.sentences),
                ),
            )


def _best(clear: list[tuple[float, DraftStance]]) -> list[tuple[float, DraftStance]]:
    """The clearest stance of a voice, and the clearest of the other side.

    The others of one side mostly stand near its target: "rejected a request for a meeting".
    """
    ranked = sorted(clear, key=lambda one: -one[0])
    first = ranked[:1]
    return first + [one for one in ranked if one[1].position != first[0][1].position][:1]


def _bar(voice: Voice, candidate: Candidate) -> float:
    if not voice.heard:
        return _CLEAR_SILENT
    if candidate.cued:
        return _CLEAR_CUED
    return _CLEAR_UNNAMED if candidate.unnamed else _CLEAR
