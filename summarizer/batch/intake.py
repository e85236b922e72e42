"""What comes in: the articles that are still to be done; what cannot be read is listed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from summarizer.article import Article
from summarizer.batch.failed import FailedArticle
from summarizer.batch.identity import Identity
from summarizer.batch.ledger import Ledger
from summarizer.batch.tally import Tally
from summarizer.schema import Usage
from summarizer.settings import without_keys
from summarizer.sources import FailedSource, Loaded, OwnOutput, RepeatedSource


class Watcher(Protocol):
    """Told how a run goes."""

    def tick(self, tally: Tally) -> None:
        """How it stands, about twice a second."""

    def failed(self, failed: FailedArticle, hint: str | None) -> None:
        """An article or a source failed."""

    def repeated(self, repeated: RepeatedSource) -> None:
        """An article was met again, and left out."""

    def own_output(self, own: OwnOutput) -> None:
        """A folder holds output of ours, which was left out."""


@dataclass(frozen=True)
class Options:
    """How to run."""

    concurrency: int = 16
    """Articles under way at a time, in one process."""
    retry_failed: bool = False
    """Take up again what failed in an earlier run."""
    no_text: bool = False
    """Leave the articles' text out of the results."""
    shard: int = 200
    """Articles that a worker of a cluster takes at a time."""


@dataclass
class Intake:
    """Reads articles one by one, for several who ask side by side."""

    articles: Iterator[Loaded]
    ledger: Ledger
    tally: Tally
    watcher: Watcher
    retry_failed: bool
    ahead: int = 1
    """How many to read before they are asked for: while answers are waited for, there is time."""
    closed: bool = False
    """Whether it gives no more."""
    _reader: asyncio.Task[None] | None = None

    def __post_init__(self) -> None:
        """Nothing is read yet."""
        self._read: asyncio.Queue[Loaded | Exception | None] = asyncio.Queue(self.ahead)

    async def next(self, identity: Identity) -> Article | None:
        """The next article to do; None at the end.

        Raises:
            OutputError: a source that cannot be read could not be listed.
        """
        self._reader = self._reader or asyncio.create_task(self._read_ahead())
        while not self.closed:
            loaded = await self._read.get()
            if loaded is None:
                self.close()
            elif isinstance(loaded, Exception):
                raise loaded
            elif isinstance(loaded, FailedSource):
                await self._unread(loaded)
            elif isinstance(loaded, RepeatedSource):
                self.tally.repeated += 1
                self.watcher.repeated(loaded)
            elif isinstance(loaded, OwnOutput):
                self.watcher.own_output(loaded)
            elif self._is_open(loaded, identity):
                return loaded
        return None

    def close(self) -> None:
        """Give no more, and read no more; whoever waits is told."""
        self.closed = True
        if self._reader is not None:
            self._reader.cancel()
        while not self._read.empty():
            self._read.get_nowait()
        self._read.put_nowait(None)

    async def _read_ahead(self) -> None:
        loaded: Loaded | Exception | None = None
        while not self.closed:
            try:
                # Reading may fetch from the network, and cutting into sentences takes a while.
                loaded = await asyncio.to_thread(next, self.articles, None)
            except Exception as error:  # noqa: BLE001  raised where it is asked for
                loaded = error
            await self._read.put(loaded)
            if loaded is None or isinstance(loaded, Exception):
                break

    async def failed(self, failed: FailedArticle, hint: str | None) -> None:
        """List a failure, and tell it.

        Raises:
            OutputError: it could not be listed.
        """
        await self.ledger.fail(failed)
        self.tally.failed += 1
        self.watcher.failed(failed, hint)

    def _is_open(self, article: Article, identity: Identity) -> bool:
        state = self.ledger.state(article.id, identity.fingerprint(article.sha256))
        if state == "done":
            self.tally.kept += 1
        elif state == "failed" and not self.retry_failed:
            self.tally.passed_over += 1
        else:
            return True
        return False

    async def _unread(self, source: FailedSource) -> None:
        error = source.error
        failed = FailedArticle(
            id=None,
            source=source.source,
            error=one_line(error.message),
            exit_code=error.exit_code,
            attempts=1,
            usage=Usage(),
        )
        await self.failed(failed, error.hint)


def one_line(text: str) -> str:
    """What went wrong, on one line and without keys."""
    return without_keys(" ".join(text.split()))
