"""What a speaker is for or against: asked of each statement, in words copied from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from summarizer.draft import DraftModel, DraftStance
from summarizer.errors import AnswerError
from summarizer.grounding import Reading
from summarizer.llm import Model
from summarizer.progress import Asked, Listener
from summarizer.prompts import PromptSet, load_form
from summarizer.schema import Caveat

_MOST: Final = 24
"""Statements of an article that are asked about."""
_BEFORE: Final = 200
_SENTENCE: Final = 400
"""Characters shown of a sentence; what is longer is mostly a list."""


class TargetForm(DraftModel):
    """The form about one statement."""

    position: Literal["favor", "against", "neutral"]
    target: Annotated[str, Field(max_length=60, description="copied from the sentence")]


@dataclass(frozen=True)
class Elicitor:
    """Asks one model about the statements of one article."""

    model: Model
    prompt: PromptSet
    reading: Reading
    listener: Listener

    async def stances(self) -> tuple[list[DraftStance], list[Caveat]]:
        """A drafted stance for each statement that takes a side, and what was not answered.

        Raises:
            AnswerError: the model gave no usable answer about any statement.
        """
        form = load_form(self.prompt, "stance", TargetForm)
        asked = list(self._said())[:_MOST]
        drafted: list[DraftStance] = []
        unanswered: list[AnswerError] = []
        for done, (holder, number) in enumerate(asked):
            self.listener(Asked(done, len(asked)))
            before, sentence = self._before(number), self.reading.body(number)
            values = {"before": before, "sentence": sentence[:_SENTENCE], "holder": holder}
            try:
                answer = await self.model.fill(form.messages(values), TargetForm)
            except AnswerError as error:
                unanswered.append(error)
                continue
            stance = self._stance(answer, holder, number)
            if stance is not None:
                drafted.append(stance)
        if asked and len(unanswered) == len(asked):
            raise unanswered[0]
        return drafted, [_unanswered(error) for error in unanswered]

    def _stance(self, answer: TargetForm, holder: str, number: int) -> DraftStance | None:
        target = answer.target.strip()
        if answer.position == "neutral" or not target:
            return None
        nearer = target.casefold() in self.reading.body(number).casefold()
        if not nearer and self._is_of_another(number - 1, holder):
            return None
        return DraftStance(
            holder=holder[:80],
            target=target,
            position=answer.position,
            sentences=[number] if nearer or not self._before(number) else [number - 1, number],
        )

    def _said(self) -> Iterator[tuple[str, int]]:
        """Speakers and sentences, each pair once, in text order."""
        seen: set[tuple[str, int]] = set()
        for found in self.reading.statements:
            holder = self.reading.speaker_of(found)
            for number in found.sentences:
                if holder is not None and (holder, number) not in seen:
                    seen.add((holder, number))
                    yield holder, number

    def _is_of_another(self, number: int, holder: str) -> bool:
        """Whether somebody else speaks in a sentence: their target is not this one's."""
        speakers = (
            self.reading.speaker_of(found)
            for found in self.reading.statements
            if number in found.sentences
        )
        return any(speaker != holder for speaker in speakers)

    def _before(self, number: int) -> str:
        """The end of the sentence before, if it is the article's own."""
        earlier = self.reading.article.sentence(number - 1)
        if earlier is None or earlier.boilerplate is not None:
            return ""
        return self.reading.body(earlier.number)[-_BEFORE:]


def _unanswered(error: AnswerError) -> Caveat:
    return Caveat(code="stance_unanswered", path="/stances", message=str(error))
