"""The run: articles in as there is room for them, results out as they are done."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Final

from summarizer.article import Article
from summarizer.batch.failed import FailedArticle
from summarizer.batch.identity import Identity
from summarizer.batch.intake import Intake, Options, Watcher, one_line
from summarizer.batch.ledger import Ledger
from summarizer.batch.tally import Tally
from summarizer.errors import AnswerError, OutputError, SummarizerError
from summarizer.llm import Pace
from summarizer.pipeline import Summarizer, open_summarizer
from summarizer.progress import Event, Listener, silent
from summarizer.render.textless import without_text
from summarizer.settings import Settings
from summarizer.sources import Loaded

INTERNAL: Final = 70
"""The exit code of an error that is no SummarizerError."""
UNFIT: Final = 20
"""Articles whose answers did not fit, with none done, after which the model is given up."""
_TICK: Final = 0.5
"""Seconds."""


@dataclass
class Batch:
    """One run over many articles, into one ledger."""

    articles: Iterator[Loaded]
    ledger: Ledger
    options: Options
    tally: Tally
    watcher: Watcher
    listener: Listener = silent
    stopped: SummarizerError | None = None
    """Why it ended before all articles were met."""
    warned: bool = False
    """Whether any summary of this run carries a warning."""
    _unfit: int = 0

    def __post_init__(self) -> None:
        """All of its workers read from one place."""
        options = self.options
        self._intake = Intake(
            self.articles,
            self.ledger,
            self.tally,
            self.watcher,
            options.retry_failed,
            ahead=options.concurrency,
        )

    async def run(self, settings: Settings) -> None:
        """Do all articles that are not done yet.

        What would fail every other article too, and what stops the output from being written, ends
        the run early: see `stopped`. Articles under way are ended first, as they may be paid for.

        Raises:
            ConfigurationError: the model cannot be opened.
            OutputError: the results, all of them written, could not be put in order.
        """
        pace = Pace()
        async with open_summarizer(settings, listener=self._hear, pace=pace) as summarizer:
            _leave_alone_what_is_loaded()
            ticking = asyncio.create_task(self._tick(pace))
            try:
                async with asyncio.TaskGroup() as group:
                    for _ in range(self.options.concurrency):
                        group.create_task(self._work(summarizer))
            finally:
                ticking.cancel()
                with suppress(asyncio.CancelledError):
                    await ticking
        self.tally.refusals = pace.refusals
        self.watcher.tick(self.tally)
        if not isinstance(self.stopped, OutputError):
            self.ledger.settle()

    async def _work(self, summarizer: Summarizer) -> None:
        """One of several that take article after article."""
        identity = Identity.of(summarizer)
        try:
            while (article := await self._intake.next(identity)) is not None:
                self.tally.under_way += 1
                try:
                    await self._do(article, identity.fingerprint(article.sha256), summarizer)
                finally:
                    self.tally.under_way -= 1
        except OutputError as error:
            self._stop(error)

    def _stop(self, error: SummarizerError) -> None:
        self.stopped = self.stopped or error
        self._intake.close()

    async def _do(self, article: Article, fingerprint: str, summarizer: Summarizer) -> None:
        try:
            summary = await summarizer.summarize(article)
        except SummarizerError as error:
            if error.stops_run:
                self._stop(error)
                self.tally.spent_on(article.id)
                return
            await self._failed(article, fingerprint, error.message, error.exit_code, error.hint)
            if isinstance(error, AnswerError):
                self._count_unfit(error)
            return
        except Exception as error:  # noqa: BLE001  a bug that one article meets costs that article only
            said = f"internal error: {type(error).__name__}: {error}"
            await self._failed(article, fingerprint, said, INTERNAL, None)
            return
        kept = without_text(summary) if self.options.no_text else summary
        await self.ledger.add(kept, fingerprint)
        self.tally.done += 1
        self.warned = self.warned or bool(summary.warnings)

    def _count_unfit(self, error: AnswerError) -> None:
        """A model that never answers well would be paid for all articles in vain."""
        self._unfit += 1
        proven = self.tally.done or self.tally.kept or self.options.retry_failed
        if self._unfit >= UNFIT and not proven:
            said = f"{error.message}; so with each of the first {self._unfit} articles"
            self._stop(AnswerError(said, hint="try one with --verbose, or another model"))

    async def _failed(
        self, article: Article, fingerprint: str, said: str, code: int, hint: str | None
    ) -> None:
        failed = FailedArticle(
            id=article.id,
            source=article.metadata.source or article.id,
            error=one_line(said),
            exit_code=code,
            attempts=self.ledger.attempts(article.id) + 1,
            usage=self.tally.spent_on(article.id),
            fingerprint=fingerprint,
        )
        await self._intake.failed(failed, hint)

    def _hear(self, event: Event) -> None:
        self.tally.hear(event)
        self.listener(event)

    async def _tick(self, pace: Pace) -> None:
        while True:
            self.tally.refusals = pace.refusals
            self.watcher.tick(self.tally)
            await asyncio.sleep(_TICK)


@cache
def _leave_alone_what_is_loaded() -> None:
    """Modules and tables stay; looking through them for garbage is a tenth of the work."""
    gc.collect()
    gc.freeze()
