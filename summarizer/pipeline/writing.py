"""The two calls in which a model writes: the draft, section by section, and the gist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

from pydantic import Field

from summarizer.article import Sentence
from summarizer.draft import Draft, DraftModel, DraftSentence
from summarizer.errors import AnswerError, CutOffError
from summarizer.grounding import Reading
from summarizer.llm import Model
from summarizer.llm.providers import LOCAL
from summarizer.pipeline.plans import LOCAL_SECTION_TOKENS, SECTION_TOKENS
from summarizer.pipeline.sections import digest, sections
from summarizer.progress import Listener, Note, Step
from summarizer.prompts import PromptSet, draft_messages, gist_messages
from summarizer.schema import Caveat

_SPLITS: Final = 2
"""Times that a part is halved because its draft is too long for an answer."""


_Failed: TypeAlias = tuple[tuple[Sentence, ...], AnswerError]


class _Gist(DraftModel):
    """The form of the call that asks for the gist alone."""

    gist: Annotated[list[DraftSentence], Field(max_length=3)]


@dataclass(frozen=True)
class Writer:
    """Has one model write about one article."""

    model: Model
    prompt: PromptSet
    listener: Listener

    async def draft(self, reading: Reading) -> tuple[Draft, list[Caveat]]:
        """What the model drafts of each section; one that fails costs its section alone.

        Raises:
            AnswerError: the model gave no usable draft of any section.
        """
        parts = list(sections(reading.article, self._most_tokens)) or [()]
        drafts: list[Draft] = []
        failed: list[_Failed] = []
        for number, part in enumerate(parts, start=1):
            told = f" part {number} of {len(parts)}" if len(parts) > 1 else ""
            self.listener(Step(f"drafting{told}"))
            drafts += await self._drafts(reading, part, _SPLITS, failed)
        if not drafts:
            raise failed[0][1]
        warnings = [_undrafted(part, error) for part, error in failed]
        if len(parts) == len(drafts) == 1:
            return drafts[0], warnings
        gist, unwritten = await self.gist(reading)
        return _joined(drafts, gist), warnings + unwritten

    async def gist(self, reading: Reading) -> tuple[list[DraftSentence], list[Caveat]]:
        """The drafted gist; an answer that cannot be used costs the gist, not the article."""
        if not reading.article.content:
            return [], []
        self.listener(Step("writing the gist"))
        shown = digest(reading, self._most_tokens)
        try:
            filled = await self.model.fill(
                gist_messages(self.prompt, reading.article, shown), _Gist
            )
        except AnswerError as error:
            message = f"the first sentences stand for it: {error}"
            return [], [Caveat(code="gist_unwritten", path="/gist", message=message)]
        return filled.gist, []

    async def _drafts(
        self, reading: Reading, part: tuple[Sentence, ...], splits: int, failed: list[_Failed]
    ) -> list[Draft]:
        """The drafts of a part: one, or one of each half if the model never came to its end."""
        messages = draft_messages(self.prompt, reading.article, part)
        try:
            return [await self.model.fill(messages, Draft, salvaged=False)]
        except CutOffError as error:
            # A small model writes on for ever, about half of the part as about all of it.
            if splits and len(part) > 1 and self.model.name.provider.room:
                self.listener(Note("the answer was cut off; drafting the part in halves"))
                middle = len(part) // 2
                first = await self._drafts(reading, part[:middle], splits - 1, failed)
                return first + await self._drafts(reading, part[middle:], splits - 1, failed)
            failed.append((part, error))
            return [error.saved] if isinstance(error.saved, Draft) else []
        except AnswerError as error:
            failed.append((part, error))
            return []

    @property
    def _most_tokens(self) -> int:
        return LOCAL_SECTION_TOKENS if self.model.name.provider is LOCAL else SECTION_TOKENS


def _undrafted(part: tuple[Sentence, ...], error: AnswerError) -> Caveat:
    cut = isinstance(error, CutOffError) and error.saved is not None
    code = "part_cut_off" if cut else "part_undrafted"
    where = f"sentences {part[0].number} to {part[-1].number}: " if part else ""
    return Caveat(code=code, path="/article", message=f"{where}{error}")


def _joined(drafts: list[Draft], gist: list[DraftSentence]) -> Draft:
    """All items of the sections' drafts; grounding makes one of those that mean the same."""
    return Draft.model_construct(
        actors=[actor for draft in drafts for actor in draft.actors],
        events=[event for draft in drafts for event in draft.events],
        stances=[stance for draft in drafts for stance in draft.stances],
        gist=gist,
    )
