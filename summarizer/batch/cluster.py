"""A run over a Dask cluster: shards out to the workers, their files into the ledger as they come.

The unit of work is a shard that its task writes itself, so nothing hangs on Dask's memory: a worker
that is lost costs at most its shard, and a run that is killed finds the finished shards again.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from summarizer.article import Article
from summarizer.batch.identity import Identity
from summarizer.batch.intake import Intake, Options
from summarizer.batch.ledger import Ledger
from summarizer.batch.shard import HALVES, Shard, ShardDone, shared_settings
from summarizer.batch.tally import Tally
from summarizer.batch.workers import Workers, connected
from summarizer.errors import (
    OutputError,
    SummarizerError,
)
from summarizer.settings import Settings

_AHEAD: Final = 2
"""Shards for each thread of the cluster: one under way, one waiting."""
_TICK: Final = 0.5


def shards_of(output: Path) -> Path:
    """Where the workers leave what they did: `OUT.shards` beside `OUT.jsonl`."""
    return output.with_name(f"{output.stem}.shards")


@dataclass
class Cluster:
    """One run over many articles on the workers of a scheduler, into one ledger."""

    intake: Intake
    scheduler: str
    options: Options
    stopped: SummarizerError | None = None
    """Why it ended before all articles were met."""
    warned: bool = False
    """Whether any summary of this run carries a warning."""
    _taking: asyncio.Lock = field(default_factory=asyncio.Lock)

    @property
    def ledger(self) -> Ledger:
        """Where the results go."""
        return self.intake.ledger

    @property
    def tally(self) -> Tally:
        """How it stands."""
        return self.intake.tally

    async def run(self, settings: Settings) -> None:
        """Do all articles that are not done yet; what ends it early is in `stopped`.

        Raises:
            ConfigurationError: the cluster, the model or the settings do not serve.
            ProviderError: the scheduler does not answer.
            OutputError: the results, all of them written, could not be put in order.
        """
        shared, identity = shared_settings(settings), Identity.expected(settings)
        folder = _made(shards_of(self.ledger.output).resolve())
        for left in sorted(folder.glob("*.jsonl")):
            await self._absorb(left)
        async with connected(self.scheduler) as workers:
            ticking = asyncio.create_task(self._tick())
            try:
                async with asyncio.TaskGroup() as group:
                    for _ in range(_AHEAD * workers.threads):
                        group.create_task(self._work(workers, shared, identity, str(folder)))
            finally:
                ticking.cancel()
                with suppress(asyncio.CancelledError):
                    await ticking
        _tidied(folder)
        self.intake.watcher.tick(self.tally)
        if not isinstance(self.stopped, OutputError):
            self.ledger.settle()

    async def _work(
        self, workers: Workers, shared: dict[str, Any], identity: Identity, folder: str
    ) -> None:
        """One of several that hand out shard after shard."""
        try:
            while articles := await self._taken(identity):
                shard = Shard(tuple(articles), identity, shared, self.options, folder)
                await self._do(workers, shard)
        except SummarizerError as error:
            self._stop(error)

    async def _taken(self, identity: Identity) -> list[Article]:
        """The articles of the next shard; none at the end."""
        async with self._taking:
            articles: list[Article] = []
            while len(articles) < self.options.shard:
                article = await self.intake.next(identity)
                if article is None:
                    break
                articles.append(article)
            return [] if self.stopped is not None else articles

    async def _do(self, workers: Workers, shard: Shard) -> None:
        self.tally.under_way += len(shard.articles)
        try:
            self._count(await workers.do(shard))
            if shard.path.exists():
                await self._absorb(shard.path)
        finally:
            self.tally.under_way -= len(shard.articles)

    def _count(self, done: ShardDone) -> None:
        usage, total = done.usage, self.tally.usage
        total.input += usage.input
        total.output += usage.output
        total.calls += usage.calls
        self.tally.cost = _sum(self.tally.cost, done.cost)
        self.tally.refusals += done.refusals
        self.warned = self.warned or done.warned
        if done.stop is not None:
            self._stop(done.stop.error())

    async def _absorb(self, path: Path) -> None:
        """Take over what a worker wrote; its file goes once it is kept."""
        try:
            lines = path.read_bytes().splitlines(keepends=True)
        except OSError as error:
            raise OutputError(
                f"cannot read {path}: {error.strerror or error}", hint="run it again to go on"
            ) from error
        kept = await self.ledger.absorb(lines)
        self.tally.done += kept.done
        for failed in kept.failed:
            attempts = self.ledger.attempts(failed.id) + 1 if failed.id is not None else 1
            await self.intake.failed(failed.model_copy(update={"attempts": attempts}), None)
        path.unlink(missing_ok=True)

    def _stop(self, error: SummarizerError) -> None:
        self.stopped = self.stopped or error
        self.intake.close()

    async def _tick(self) -> None:
        while True:
            self.intake.watcher.tick(self.tally)
            await asyncio.sleep(_TICK)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"cannot make the folder {folder}: {error.strerror or error}",
            hint="the workers leave what they did in it: choose another place with -o",
        ) from error
    return folder


def _tidied(folder: Path) -> None:
    """Without what lost workers left half written, and gone if nothing is in it."""
    with suppress(OSError):
        for half in folder.glob(HALVES):
            half.unlink()
        folder.rmdir()


def _sum(total: float | None, more: float | None) -> float | None:
    return more if total is None else total if more is None else total + more
