"""The two calls in which a model writes: the draft, section by section, and the gist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final, TypeAlias

from pydantic import Field

from summarizer.article import Article, Sentence
from summarizer.draft import Draft, DraftModel, DraftSentence
from summarizer.errors import AnswerError, CutOffError, TooLongError
from summarizer.grounding import Reading
from summarizer.llm import Model
from summarizer.pipeline.sections import Sizes, digest, sections, who_is_who
from summarizer.progress import Listener, Note, Step
from summarizer.prompts import PromptSet, draft_messages, gist_messages, numbered
from summarizer.schema import Caveat

_SPLITS: Final = 2
"""Times that a part is halved because its draft is too long for an answer."""
_FEWEST_TOKENS: Final = 200
"""A model that cannot read so much of an article with the instructions cannot be used."""


_Failed: TypeAlias = tuple[Sequence[Sentence], AnswerError]


class _Gist(DraftModel):
    """The form of the call that asks for the gist alone."""

    gist: Annotated[list[DraftSentence], Field(max_length=3)]


@dataclass(frozen=True)
class Writer:
    """Has one model write about one article."""

    model: Model
    prompt: PromptSet
    listener: Listener
    most_tokens: int
    """Of the article in one call."""

    async def draft(self, reading: Reading) -> tuple[Draft, list[Caveat]]:
        """What the model drafts of each section; one that fails costs its section alone.

        Raises:
            AnswerError: the model gave no usable draft of any section.
            TooLongError: it cannot read even a short one.
        """
        left: Sequence[Sentence] = reading.article.content
        sizes, tokens = await self._sizes(reading.article), self.most_tokens
        drafts: list[Draft] = []
        failed: list[_Failed] = []
        done = 0
        while left or not done:
            parts = list(sections(left, tokens, sizes)) or [()]
            self._tell(done, len(parts))
            try:
                drafts += await self._drafts(reading, parts[0], _SPLITS, failed)
            except TooLongError as error:
                tokens = self._shorter(tokens, error)
                continue
            left, done = left[len(parts[0]) :], done + 1
        if not drafts:
            raise failed[0][1]
        warnings = [_undrafted(part, error) for part, error in failed]
        if done == len(drafts) == 1:
            return drafts[0], warnings
        gist, unwritten = await self.gist(reading)
        return _joined(drafts, gist), warnings + unwritten

    async def gist(self, reading: Reading) -> tuple[list[DraftSentence], list[Caveat]]:
        """The drafted gist; an answer that cannot be used costs the gist, not the article."""
        if not reading.article.content:
            return [], []
        self.listener(Step("writing the gist"))
        sizes = await self._sizes(reading.article)
        try:
            return await self._gist(reading, self.most_tokens, sizes), []
        except AnswerError as error:
            message = f"the first sentences stand for it: {error}"
            return [], [Caveat(code="gist_unwritten", path="/gist", message=message)]

    async def _gist(self, reading: Reading, tokens: int, sizes: Sizes) -> list[DraftSentence]:
        messages = gist_messages(self.prompt, reading.article, digest(reading, tokens, sizes))
        try:
            return (await self.model.fill(messages, _Gist)).gist
        except TooLongError as error:
            return await self._gist(reading, self._shorter(tokens, error), sizes)

    async def _drafts(
        self, reading: Reading, part: Sequence[Sentence], splits: int, failed: list[_Failed]
    ) -> list[Draft]:
        """The drafts of a part: one, or one of each half if the model never came to its end."""
        known = who_is_who(reading, part)
        messages = draft_messages(self.prompt, reading.article, part, known)
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

    async def _sizes(self, article: Article) -> Sizes:
        """Nothing is counted of what is short enough in any case."""
        content = article.content
        if Sizes().total(content) <= self.most_tokens:
            return Sizes()
        counts = await self.model.count([numbered(article, [sentence]) for sentence in content])
        return Sizes({s.number: n for s, n in zip(content, counts or (), strict=False)})

    def _shorter(self, tokens: int, error: TooLongError) -> int:
        """Half as many, if that is worth another call."""
        if tokens // 2 < _FEWEST_TOKENS:
            raise error
        self.listener(Note("the model cannot read so much at once; giving it half"))
        return tokens // 2

    def _tell(self, done: int, left: int) -> None:
        told = f" part {done + 1} of {done + left}" if done + left > 1 else ""
        self.listener(Step(f"drafting{told}"))


def _undrafted(part: Sequence[Sentence], error: AnswerError) -> Caveat:
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
