"""`summarizer summarize SOURCE…`: one article in, one cited structured summary out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failing import tell
from summarizer.errors import ConfigurationError, SummarizerError

if TYPE_CHECKING:
    from datetime import date, datetime

    from summarizer.article import Article, Metadata
    from summarizer.cli.delivery import Delivery
    from summarizer.progress import Listener
    from summarizer.schema import ArticleSummary
    from summarizer.settings import Settings

FINDINGS = 1


def summarize_command(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, globs, or - for stdin."),
    ],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="PATH", help="File, .jsonl, or folder for several."),
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option("--format", help="json, jsonl, markdown, text, html or docx."),
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="local, openai/NAME, ollama/NAME, or NAME with --base-url.")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Any OpenAI-compatible server.")
    ] = None,
    model_path: Annotated[
        Path | None, typer.Option(metavar="GGUF", help="Another model for the embedded engine.")
    ] = None,
    plan: Annotated[
        str | None,
        typer.Option(help="draft, draft+verify or ask; by default what suits the model."),
    ] = None,
    prompt: Annotated[
        str | None, typer.Option(help="Name of a prompt, or a folder that holds one.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="The article's headline.")] = None,
    published: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="When it was published.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it is published.")] = None,
    language: Annotated[
        str | None, typer.Option(metavar="TAG", help="Of the article, such as es.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="Of the file, if not UTF-8.")] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds for one call.")] = None,
    max_tokens: Annotated[int | None, typer.Option(help="Tokens one call may write.")] = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the article's text out of the result.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 if anything was dropped or repaired.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Retries and fallbacks on stderr, too.")
    ] = False,
) -> None:
    """Summarize news articles, every statement pinned to the exact words that support it."""
    import asyncio  # which loads ssl; the help does without

    from summarizer.article import Metadata
    from summarizer.cli.delivery import plan_delivery
    from summarizer.cli.watching import watch
    from summarizer.settings import load_settings

    settings = load_settings(
        model=model,
        base_url=base_url,
        weights_path=model_path,
        plan=plan,
        prompt=prompt,
        timeout=timeout,
        max_tokens=max_tokens,
    )
    given = Metadata(
        title=title, published=_day(published), publisher=publisher, url=url, language=language
    )
    delivery = plan_delivery(output, output_format, no_text=no_text)
    if _several(sources):
        delivery.expect_several()
    job = _Job(sources, given, encoding, delivery)
    with watch(quiet=quiet, verbose=verbose) as listener:
        asyncio.run(job.run(settings, listener))
    delivery.close()
    if job.code == 0 and strict and job.warned:
        job.code = FINDINGS
    raise typer.Exit(job.code)


@dataclass
class _Job:
    """All sources in turn; one that fails is told and the rest go on, the highest code wins."""

    sources: list[str]
    given: Metadata
    encoding: str | None
    delivery: Delivery
    code: int = 0
    warned: bool = False

    async def run(self, settings: Settings, listener: Listener) -> None:
        articles = self._articles()
        begun = list(islice(articles, 2))
        if not begun:
            return
        if len(begun) > 1:
            self.delivery.expect_several()
        from summarizer.pipeline import open_summarizer

        async with open_summarizer(settings, listener=listener) as summarizer:
            for article in chain(begun, articles):
                try:
                    summary = await summarizer.summarize(article)
                except SummarizerError as error:
                    self._failed(error, article.metadata.source or article.id)
                    continue
                self._done(summary)

    def _articles(self) -> Iterator[Article]:
        """The articles of all sources; what cannot be read is told as it is met."""
        from summarizer.sources import FailedSource, load_all

        stdin = sys.stdin.buffer if sys.stdin is not None else None
        for loaded in load_all(self.sources, self.given, stdin=stdin, encoding=self.encoding):
            if isinstance(loaded, FailedSource):
                self._failed(loaded.error, None)
            else:
                yield loaded

    def _failed(self, error: SummarizerError, about: str | None) -> None:
        tell(error, about=about)
        self.code = max(self.code, error.exit_code)

    def _done(self, summary: ArticleSummary) -> None:
        self.warned = self.warned or bool(summary.warnings)
        self.delivery.deliver(summary)


def _several(sources: list[str]) -> bool:
    """Whether more than one article may come, as far as the command line tells."""
    only = Path(sources[0])
    try:
        many = only.is_dir() or (not only.exists() and any(mark in sources[0] for mark in "*?["))
    except OSError:
        many = False  # reading it will tell why
    return many or len(sources) > 1 or only.suffix == ".jsonl"


def _day(text: str | None) -> date | datetime | None:
    if text is None:
        return None
    from datetime import date, datetime

    try:
        return datetime.fromisoformat(text) if ":" in text else date.fromisoformat(text)
    except ValueError as error:
        raise ConfigurationError(
            f"--date {text} is no date", hint="write it as 2026-03-04"
        ) from error
