"""One small question about what of a draft did not hold, before it is dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Final

from pydantic import Field

from summarizer.draft import Draft, DraftModel, DraftSentence, Sentences
from summarizer.errors import AnswerError, BudgetError
from summarizer.grounding import Failing, Grounded, Reading, amended, ground
from summarizer.llm import Model
from summarizer.progress import Listener, Step
from summarizer.prompts import Doubt, PromptSet, repair_messages
from summarizer.schema import Caveat

_MOST: Final = 12
"""Items in the request; what fails beyond them is dropped at once."""
_SHOWN: Final = 100
_WHAT: Final = {"gist": "sentence", "events": "event"}


class _Second(DraftModel):
    """One item, written again."""

    item: Annotated[int, Field(description="number of the item")]
    text: Annotated[str, Field(max_length=300)]
    sentences: Sentences


class _Seconds(DraftModel):
    """The form about the items that did not hold."""

    items: Annotated[list[_Second], Field(max_length=_MOST)]


@dataclass(frozen=True)
class Repairer:
    """Asks one model about the failing items of one draft, once."""

    model: Model
    prompt: PromptSet
    reading: Reading
    listener: Listener

    async def repaired(self, draft: Draft, grounded: Grounded) -> Grounded:
        """The draft grounded anew with the second answers; what fails again is dropped for good.

        An answer that cannot be used, or a budget that is used up, costs the repair alone.
        """
        failing = grounded.failing[:_MOST]
        if not failing:
            return grounded
        self.listener(Step("asking again for what did not hold"))
        try:
            filled = await self.model.fill(self._messages(failing), _Seconds, once=True)
        except (AnswerError, BudgetError) as error:
            return _with(grounded, [_unanswered(error)])
        answers = {
            failing[second.item - 1]: self._answer(failing[second.item - 1], second)
            for second in filled.items
            if 0 < second.item <= len(failing)
        }
        again = ground(amended(draft, answers), self.reading)
        told = {(one.path, one.message): one for one in map(_repaired, answers, answers.values())}
        return _with(again, list(told.values()))

    def _messages(self, failing: tuple[Failing, ...]) -> list[dict[str, str]]:
        return repair_messages(
            self.prompt,
            [
                Doubt(_WHAT[one.part], one.text, one.why, tuple(self._sentences(one.candidates)))
                for one in failing
            ],
        )

    def _sentences(self, numbers: tuple[int, ...]) -> list[tuple[int, str]]:
        return [(number, self.reading.article.sentences[number - 1].text) for number in numbers]

    def _answer(self, failing: Failing, second: _Second) -> DraftSentence:
        """The second answer; it may cite what it was shown and nothing else."""
        cited = [number for number in second.sentences if number in failing.candidates]
        numbers = cited or list(failing.candidates)
        return DraftSentence(text=second.text, sentences=numbers)


def _repaired(failing: Failing, answer: DraftSentence) -> Caveat:
    """What was asked again and what came of it; if that failed too, grounding says so."""
    first = f"{_WHAT[failing.part]} {failing.text[:_SHOWN]!r}"
    now = repr(answer.text[:_SHOWN]) if answer.text.strip() else "nothing"
    message = " ".join(f"{first}: {failing.why}; asked again, it is {now}".split())
    return Caveat(code="asked_again", path=f"/{failing.part}", message=message)


def _unanswered(error: AnswerError | BudgetError) -> Caveat:
    message = f"what did not hold was dropped without a second answer: {error}"
    return Caveat(code="repair_unanswered", path="/article", message=message)


def _with(grounded: Grounded, warnings: list[Caveat]) -> Grounded:
    return replace(grounded, warnings=[*grounded.warnings, *warnings])
