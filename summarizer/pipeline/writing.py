"""The two calls in which a model writes: the draft, section by section, and the gist."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from summarizer.draft import Draft, DraftModel, DraftSentence
from summarizer.errors import AnswerError
from summarizer.grounding import Reading
from summarizer.llm import Model
from summarizer.llm.providers import LOCAL
from summarizer.pipeline.plans import LOCAL_SECTION_TOKENS, SECTION_TOKENS
from summarizer.pipeline.sections import digest, sections
from summarizer.progress import Listener, Step
from summarizer.prompts import PromptSet, draft_messages, gist_messages
from summarizer.schema import Caveat


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
        failed: list[AnswerError] = []
        for number, part in enumerate(parts, start=1):
            told = f" part {number} of {len(parts)}" if len(parts) > 1 else ""
            self.listener(Step(f"drafting{told}"))
            messages = draft_messages(self.prompt, reading.article, part)
            try:
                drafts.append(await self.model.fill(messages, Draft))
            except AnswerError as error:
                failed.append(error)
        if not drafts:
            raise failed[0]
        warnings = [
            Caveat(code="part_undrafted", path="/article", message=str(error)) for error in failed
        ]
        if len(parts) == 1:
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

    @property
    def _most_tokens(self) -> int:
        return LOCAL_SECTION_TOKENS if self.model.name.provider is LOCAL else SECTION_TOKENS


def _joined(drafts: list[Draft], gist: list[DraftSentence]) -> Draft:
    """All items of the sections' drafts; grounding makes one of those that mean the same."""
    return Draft.model_construct(
        actors=[actor for draft in drafts for actor in draft.actors],
        events=[event for draft in drafts for event in draft.events],
        stances=[stance for draft in drafts for stance in draft.stances],
        gist=gist,
    )
