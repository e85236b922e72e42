"""The work of `summarize`: all sources in turn, until they are done or nothing more can be."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

import typer

from summarizer.cli.failing import note, tell
from summarizer.errors import SummarizerError
from summarizer.progress import Note

if TYPE_CHECKING:
    from summarizer.article import Article, Metadata
    from summarizer.cli.delivery import Delivery
    from summarizer.pipeline import DryModel
    from summarizer.progress import Listener
    from summarizer.schema import ArticleSummary
    from summarizer.settings import Settings
    from summarizer.sources import Options

_LISTED: Final = 5
"""Articles named of those that a stopped run leaves undone."""


@dataclass
class Sources:
    """Where articles come from. What cannot be read is told as it is met."""

    names: list[str]
    given: Metadata
    options: Options
    code: int = 0
    """The highest exit code so far."""

    def articles(self) -> Iterator[Article]:
        """All that can be read."""
        from summarizer.sources import FailedSource, OwnOutput, RepeatedSource, load_all

        stdin = sys.stdin.buffer if sys.stdin is not None else None
        for loaded in load_all(self.names, self.given, stdin=stdin, options=self.options):
            if isinstance(loaded, FailedSource):
                self.failed(loaded.error, None)
            elif isinstance(loaded, RepeatedSource | OwnOutput):
                note(str(loaded))
            else:
                yield loaded

    def failed(self, error: SummarizerError, about: str | None) -> None:
        """Tell an error; the rest goes on."""
        tell(error, about=about)
        self.code = max(self.code, error.exit_code)


@dataclass
class Job:
    """Makes the summaries and hands them over one by one."""

    sources: Sources
    delivery: Delivery
    warned: bool = False
    _any_done: bool = False

    def run(self, settings: Settings, listener: Listener) -> None:
        """Do all; an article that fails is told and the rest go on, unless they would fail too."""
        import asyncio

        # Within the loop an import, which takes a second, would not hear Ctrl-C.
        import summarizer.pipeline  # noqa: F401

        asyncio.run(self._run(settings, listener))

    async def _run(self, settings: Settings, listener: Listener) -> None:
        articles = self.sources.articles()
        begun = list(islice(articles, 2))
        if not begun:
            return
        if len(begun) > 1:
            self.delivery.expect_several()
        from summarizer.pipeline import open_summarizer

        everything = chain(begun, articles)
        async with open_summarizer(settings, listener=listener) as summarizer:
            for article in everything:
                try:
                    summary = await summarizer.summarize(article)
                except SummarizerError as error:
                    if error.stops_run:
                        self._stopped(error, [article, *everything])
                        return
                    self.sources.failed(error, _name(article))
                    continue
                self._done(summary)

    def _stopped(self, error: SummarizerError, left: list[Article]) -> None:
        self.sources.failed(error, None)
        if len(left) > 1 or self._any_done:
            names = ", ".join(_name(article) for article in left[:_LISTED])
            more = f" and {len(left) - _LISTED} more" if len(left) > _LISTED else ""
            print(f"summarizer: not done: {names}{more}", file=sys.stderr)

    def _done(self, summary: ArticleSummary) -> None:
        self._any_done = True
        self.warned = self.warned or bool(summary.warnings)
        self.delivery.deliver(summary)


async def rehearse_all(sources: Sources, settings: Settings) -> int:
    """Print what would be asked about every article, and what it would cost; the exit code."""
    from summarizer.pipeline import rehearse

    for article in sources.articles():
        try:
            _show(await rehearse(article, settings), _name(article))
        except SummarizerError as error:
            sources.failed(error, _name(article))
    return sources.code


def with_engine_log(settings: Settings, listener: Listener) -> Settings:
    """The settings with a file for what the embedded engine says, which is told."""
    if settings.engine_log is None:
        path = settings.cache_dir / "engine.log"
        settings = settings.model_copy(update={"engine_log": path})
    listener(Note(f"the embedded engine's own log, if it is started: {settings.engine_log}"))
    return settings


def _show(model: DryModel, name: str) -> None:
    for number, messages in enumerate(model.requests, start=1):
        typer.echo(f"=== {name}: call {number} of {len(model.requests)}")
        for turn in messages:
            typer.echo(f"--- {turn['role']}\n{turn['content']}")
    calls = "1 call" if len(model.requests) == 1 else f"{len(model.requests)} calls"
    least, most = model.cost_of(0), model.cost_of(model.most_written)
    cost = "price not known" if least is None else f"${least:.4f} to ${most:.4f}"
    typer.echo(
        f"=== {name}: {calls}, about {model.read:,} tokens read, "
        f"at most {model.most_written:,} written: {cost}"
    )


def _name(article: Article) -> str:
    return article.metadata.source or article.id
