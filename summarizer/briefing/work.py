"""The steps of one note: summarize what is not summarized, write by rule, let the model write."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from summarizer.article import Article
from summarizer.briefing.inputs import Given
from summarizer.briefing.note import Written, finished, write_note
from summarizer.briefing.options import Options
from summarizer.briefing.writing import Writer
from summarizer.errors import InputError, SummarizerError
from summarizer.pipeline import Summarizer, open_summarizer
from summarizer.progress import Listener, Step, silent
from summarizer.schema import ArticleSummary, BriefingNote
from summarizer.settings import Settings


@dataclass
class BriefWork:
    """Makes one note; what could not be summarized stands in `failed`."""

    options: Options
    previous: BriefingNote | None = None
    write: bool = True
    listener: Listener = silent
    failed: list[tuple[str, SummarizerError]] = field(default_factory=list)

    async def run(self, given: Sequence[Given], settings: Settings) -> Written:
        """The note over summaries and articles; the model is opened only if it is needed."""
        articles = any(isinstance(one, Article) for one in given)
        if articles and not self.write:
            named = next(one for one in given if isinstance(one, Article))
            raise InputError(
                f"{named.metadata.source or named.id}: only a model can summarize an article",
                hint="leave --no-model out, or run `summarizer summarize` first",
            )
        async with AsyncExitStack() as stack:
            summarizer = None
            if articles or self.write:
                opened = open_summarizer(settings, listener=self.listener)
                summarizer = await stack.enter_async_context(opened)
            summaries = [
                summary
                for one in given
                if (summary := await self._summary(one, summarizer)) is not None
            ]
            written = write_note(summaries, self.options, previous=self.previous)
            if summarizer is None or not self.write or not written.sections.timeline:
                return written
            self.listener(Step("writing the note"))
            writer = Writer(summarizer.model, summarizer.prompt, self.listener)
            try:
                note = await writer.write(written, self.options)
            except SummarizerError as error:
                self.failed.append(("the note was written by rule", error))
                return written
            return Written(finished(note, written.sections, self.previous), written.sections)

    async def _summary(self, given: Given, summarizer: Summarizer | None) -> ArticleSummary | None:
        if isinstance(given, ArticleSummary):
            return given
        if summarizer is None:
            raise TypeError("an article and no model")
        try:
            return await summarizer.summarize(given)
        except SummarizerError as error:
            self.failed.append((given.metadata.source or given.id, error))
            return None
