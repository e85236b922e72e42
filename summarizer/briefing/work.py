"""The steps of one note: summarize what is not summarized, write by rule, let the model write."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from summarizer.article import Article
from summarizer.briefing.forms import NoteForm, SentenceForm
from summarizer.briefing.inputs import Given
from summarizer.briefing.note import Written, finished, write_note
from summarizer.briefing.options import Options
from summarizer.briefing.writing import Writer
from summarizer.errors import InputError, SummarizerError
from summarizer.pipeline import Summarizer, open_summarizer
from summarizer.progress import Listener, Note, Step, silent
from summarizer.schema import ArticleSummary, BriefingNote, Caveat, PromptRecord, Run
from summarizer.settings import Settings

_LISTED: Final = 5
"""Articles named of those that were not summarized."""


@dataclass
class BriefWork:
    """Makes one note; what could not be summarized or written stands in `failed`, with a name."""

    options: Options
    previous: BriefingNote | None = None
    write: bool = True
    listener: Listener = silent
    failed: list[tuple[str, SummarizerError]] = field(default_factory=list)

    async def run(
        self, given: Sequence[Given], settings: Settings, warnings: Sequence[Caveat] = ()
    ) -> Written:
        """The note over summaries and articles; the model is opened only if it is needed.

        `warnings` are those of reading the inputs.

        Raises:
            SummarizerError: nothing could be summarized, or the model cannot be opened.
        """
        started = time.monotonic()
        summaries = [one for one in given if isinstance(one, ArticleSummary)]
        articles = self._left(given, summaries)
        if not self.write:
            self._refuse(articles)
            return self._by_rule(summaries, warnings)
        async with open_summarizer(settings, listener=self.listener) as summarizer:
            summaries += await self._summarized(articles, summarizer)
            written = self._by_rule(summaries, warnings)
            if not written.sections.timeline and not written.sections.positions:
                return written
            return await self._written(written, summarizer, started)

    def _left(self, given: Sequence[Given], summaries: Sequence[ArticleSummary]) -> list[Article]:
        """The articles whose summaries are not among the inputs, each once."""
        known = {summary.article.sha256 for summary in summaries}
        left: dict[str, Article] = {}
        for one in given:
            if isinstance(one, Article) and one.sha256 in known:
                self.listener(Note(f"{_name(one)}: its summary is given, too, and is used"))
            elif isinstance(one, Article):
                left.setdefault(one.sha256, one)
        return list(left.values())

    def _refuse(self, articles: Sequence[Article]) -> None:
        """Articles in a note that no model may help with."""
        if articles:
            hint = "leave --no-model out, or run `summarizer summarize` first"
            self._failed(articles, InputError("only a model can summarize an article", hint=hint))

    def _by_rule(self, summaries: Sequence[ArticleSummary], warnings: Sequence[Caveat]) -> Written:
        """The note by rule, which says what it is not over.

        Raises:
            SummarizerError: all inputs failed.
        """
        if self.failed and not summaries:
            name, error = self.failed.pop()
            raise error.of(name)
        told = [
            Caveat(code="not_summarized", path="/sources", message=f"{name}: {error.message}")
            for name, error in self.failed
        ]
        return write_note(
            summaries, self.options, previous=self.previous, warnings=[*warnings, *told]
        )

    async def _summarized(
        self, articles: Sequence[Article], summarizer: Summarizer
    ) -> list[ArticleSummary]:
        """The summaries that can be made; an error that all would meet ends it."""
        made = []
        for at, article in enumerate(articles):
            try:
                made.append(await summarizer.summarize(article))
            except SummarizerError as error:
                self._failed(articles[at:] if error.stops_run else [article], error)
                if error.stops_run:
                    break
        return made

    async def _written(self, written: Written, summarizer: Summarizer, started: float) -> Written:
        """The note with what the model writes, else as it is."""
        self.listener(Step("writing the note"))
        model, note = summarizer.model, written.note
        writer = Writer(model, summarizer.prompt, self.listener, summarizer.plan.drafted)
        digest = hashlib.sha256(note.model_dump_json(exclude={"run"}).encode()).hexdigest()
        try:
            async with model.account(note.title, digest):
                note = await writer.write(written, self.options.limits)
            note.run = _run(note.run, summarizer)
        except SummarizerError as error:
            self.failed.append(("the note was written by rule", error))
        spent = {
            "usage": model.usage,
            "cost": model.cost,
            "seconds": round(time.monotonic() - started, 2),
        }
        note.run = note.run.model_copy(update=spent)
        return Written(finished(note, written.sections, self.previous), written.sections)

    def _failed(self, articles: Sequence[Article], error: SummarizerError) -> None:
        names = ", ".join(map(_name, articles[:_LISTED]))
        more = f" and {len(articles) - _LISTED} more" if len(articles) > _LISTED else ""
        self.failed.append((f"{names}{more}", error))


def _name(article: Article) -> str:
    return article.metadata.source or article.id


def _run(ruled: Run, summarizer: Summarizer) -> Run:
    """Who wrote the note, and how it was asked."""
    model, prompt = summarizer.model, summarizer.prompt
    at_once = summarizer.plan.drafted
    form = NoteForm if at_once else SentenceForm
    schema = json.dumps(form.model_json_schema(), sort_keys=True).encode()
    return ruled.model_copy(
        update={
            "model": str(model.name),
            "weights": model.weights,
            "engine": model.engine,
            "plan": "write" if at_once else "write apart",
            "prompt": PromptRecord(name=prompt.name, fingerprint=prompt.fingerprint),
            "schema_fingerprint": f"sha256:{hashlib.sha256(schema).hexdigest()}",
            "sampling": model.sampling,
        }
    )
