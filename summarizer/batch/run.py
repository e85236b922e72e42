"""The run: articles in as there is room for them, results out as they are done."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, Protocol

from summarizer.article import Article
from summarizer.batch.failed import FailedArticle
from summarizer.batch.identity import Identity
from summarizer.batch.ledger import Ledger
from summarizer.batch.tally import Tally
from summarizer.errors import OutputError, SummarizerError
from summarizer.llm import Pace
from summarizer.pipeline import Summarizer, open_summarizer
from summarizer.progress import Event, Listener, silent
from summarizer.render.textless import without_text
from summarizer.schema import Usage
from summarizer.settings import Settings, without_keys
from summarizer.sources import FailedSource, Loaded, RepeatedSource

INTERNAL: Final = 70
"""The exit code of an error that is no SummarizerError."""
_TICK: Final = 0.5
"""Seconds."""


class Watcher(Protocol):
    """Told how a run goes."""

    def tick(self, tally: Tally) -> None:
        """How it stands, about twice a second."""

    def failed(self, failed: FailedArticle, hint: str | None) -> None:
        """An article or a source failed."""

    def repeated(self, repeated: RepeatedSource) -> None:
        """An article was met again, and left out."""


@dataclass(frozen=True)
class Options:
    """How to run."""

    concurrency: int = 16
    """Articles under way at a time."""
    retry_failed: bool = False
    """Take up again what failed in an earlier run."""
    no_text: bool = False
    """Leave the articles' text out of the results."""


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
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)

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
            while (article := await self._next(identity)) is not None:
                self.tally.under_way += 1
                try:
                    await self._do(article, identity.fingerprint(article.sha256), summarizer)
                finally:
                    self.tally.under_way -= 1
        except OutputError as error:
            self.stopped = self.stopped or error

    async def _next(self, identity: Identity) -> Article | None:
        """The next article to do; None at the end, or where the run must stop."""
        async with self._reading:
            while self.stopped is None:
                # Reading may fetch from the network, and cutting into sentences takes a while.
                loaded = await asyncio.to_thread(next, self.articles, None)
                if loaded is None or (
                    isinstance(loaded, Article) and self._is_open(loaded, identity)
                ):
                    return loaded
                if isinstance(loaded, FailedSource):
                    await self._unread(loaded)
                elif isinstance(loaded, RepeatedSource):
                    self.tally.repeated += 1
                    self.watcher.repeated(loaded)
        return None

    def _is_open(self, article: Article, identity: Identity) -> bool:
        state = self.ledger.state(article.id, identity.fingerprint(article.sha256))
        if state == "done":
            self.tally.kept += 1
        elif state == "failed" and not self.options.retry_failed:
            self.tally.passed_over += 1
        else:
            return True
        return False

    async def _do(self, article: Article, fingerprint: str, summarizer: Summarizer) -> None:
        try:
            summary = await summarizer.summarize(article)
        except SummarizerError as error:
            if error.stops_run:
                self.stopped = self.stopped or error
                self.tally.spent_on(article.id)
                return
            await self._failed(article, fingerprint, error.message, error.exit_code, error.hint)
            return
        except Exception as error:  # noqa: BLE001  a bug that one article meets costs that article only
            said = without_keys(f"internal error: {type(error).__name__}: {error}")
            await self._failed(article, fingerprint, said, INTERNAL, None)
            return
        kept = without_text(summary) if self.options.no_text else summary
        await self.ledger.add(kept, fingerprint)
        self.tally.done += 1
        self.warned = self.warned or bool(summary.warnings)

    async def _failed(
        self, article: Article, fingerprint: str, said: str, code: int, hint: str | None
    ) -> None:
        failed = FailedArticle(
            id=article.id,
            source=article.metadata.source or article.id,
            error=_one_line(said),
            exit_code=code,
            attempts=self.ledger.attempts(article.id) + 1,
            usage=self.tally.spent_on(article.id),
            fingerprint=fingerprint,
        )
        await self._listed(failed, hint)

    async def _unread(self, source: FailedSource) -> None:
        error = source.error
        failed = FailedArticle(
            id=None,
            source=source.source,
            error=_one_line(error.message),
            exit_code=error.exit_code,
            attempts=1,
            usage=Usage(),
        )
        await self._listed(failed, error.hint)

    async def _listed(self, failed: FailedArticle, hint: str | None) -> None:
        await self.ledger.fail(failed)
        self.tally.failed += 1
        self.watcher.failed(failed, hint)

    def _hear(self, event: Event) -> None:
        self.tally.hear(event)
        self.listener(event)

    async def _tick(self, pace: Pace) -> None:
        while True:
            self.tally.refusals = pace.refusals
            self.watcher.tick(self.tally)
            await asyncio.sleep(_TICK)


def _one_line(text: str) -> str:
    return " ".join(text.split())
