"""`summarizer cache`: what is kept of answers that were paid for, and how to be rid of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from summarizer.llm.cache import AnswerCache

cache_app = typer.Typer(
    help="Answers kept on disk, so that nothing unchanged is paid for twice.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@cache_app.command("info")
def info_command() -> None:
    """Where the cache lies and what it holds."""
    from datetime import UTC, datetime

    cache = _cache()
    held = cache.info()
    typer.echo(f"{held.path}")
    answers = "1 answer" if held.entries == 1 else f"{held.entries:,} answers"
    articles = "1 article" if held.articles == 1 else f"{held.articles:,} articles"
    typer.echo(f"{answers} about {articles}, {held.size / 1e6:.1f} MB of {cache.megabytes:g} MB")
    if held.oldest is not None:
        day = datetime.fromtimestamp(held.oldest, UTC).date()
        typer.echo(f"the oldest is of {day}; each is kept for {cache.days:g} days")


@cache_app.command("clear")
def clear_command() -> None:
    """Drop all answers. The embedded model and what it has read stay."""
    typer.echo(_dropped(_cache().clear()))


@cache_app.command("purge")
def purge_command(
    article: Annotated[
        str, typer.Option(metavar="ID", help="The article's id or sha256, as in its summary.")
    ],
) -> None:
    """Drop the answers about one article, and what `eval` keeps of it."""
    from summarizer.evaluation import forget
    from summarizer.settings import load_settings

    typer.echo(_dropped(_cache().purge(article)))
    if measured := forget(load_settings().runs_dir, article):
        results = "1 result" if measured == 1 else f"{measured:,} results"
        typer.echo(f"{results} of eval dropped")


def _dropped(count: int) -> str:
    return "1 answer dropped" if count == 1 else f"{count:,} answers dropped"


def _cache() -> AnswerCache:
    from summarizer.llm.connect import cache_of
    from summarizer.settings import load_settings

    return cache_of(load_settings())
