"""`summarizer summarize SOURCE…`: one article in, one cited structured summary out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.errors import ConfigurationError

if TYPE_CHECKING:
    from datetime import date, datetime

FINDINGS = 1


def summarize_command(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...", help="Addresses, files, folders, globs, or - for stdin."
        ),
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
        str | None, typer.Option(help="local, openai/NAME, …; `summarizer model list` knows all.")
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
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="OURS=THEIRS", help="Field of a JSON article: title=headline."
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of private networks, too.")
    ] = False,
    timeout: Annotated[float | None, typer.Option(help="Seconds for one call.")] = None,
    deadline: Annotated[float | None, typer.Option(help="Seconds for one article.")] = None,
    answer_tokens: Annotated[int | None, typer.Option(help="Tokens one call may write.")] = None,
    max_calls: Annotated[int | None, typer.Option(help="Stop the run after so many calls.")] = None,
    max_tokens: Annotated[
        int | None, typer.Option(help="Stop the run after so many tokens, read and written.")
    ] = None,
    max_cost: Annotated[float | None, typer.Option(help="Stop the run at so many dollars.")] = None,
    price: Annotated[
        str | None, typer.Option(metavar="IN/OUT", help="Dollars for a million tokens.")
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Ask anew; keep no answer on disk.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print prompts, tokens and cost; ask nobody.")
    ] = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the article's text out of the result.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 if anything was dropped or repaired.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Calls, retries and fallbacks on stderr, too.")
    ] = False,
    log: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Add JSON lines about each call to a file.")
    ] = None,
) -> None:
    """Summarize news articles, every statement pinned to the exact words that support it."""
    import asyncio  # which loads ssl; the help does without

    from summarizer.article import Metadata
    from summarizer.cli.delivery import plan_delivery
    from summarizer.cli.job import Job, Sources, rehearse_all, with_engine_log
    from summarizer.cli.journal import journal
    from summarizer.cli.watching import watch
    from summarizer.settings import load_settings
    from summarizer.sources import Options, read_mapping

    options = Options(encoding, read_mapping(mapping or ()), allow_private)
    settings = load_settings(
        model=model,
        base_url=base_url,
        weights_path=model_path,
        plan=plan,
        prompt=prompt,
        timeout=timeout,
        deadline=deadline,
        answer_tokens=answer_tokens,
        max_calls=max_calls,
        max_tokens=max_tokens,
        max_cost=max_cost,
        price=price,
        cache=False if no_cache else None,
    )
    given = Metadata(
        title=title, published=_day(published), publisher=publisher, url=url, language=language
    )
    if dry_run:
        raise typer.Exit(asyncio.run(rehearse_all(Sources(sources, given, options), settings)))
    delivery = plan_delivery(output, output_format, no_text=no_text)
    if _several(sources):
        delivery.expect_several()
    job = Job(Sources(sources, given, options), delivery)
    with watch(quiet=quiet, verbose=verbose) as shown, journal(log, shown) as listener:
        if verbose:
            settings = with_engine_log(settings, listener)
        job.run(settings, listener)
    delivery.close()
    if job.sources.code == 0 and strict and job.warned:
        job.sources.code = FINDINGS
    raise typer.Exit(job.sources.code)


def _several(sources: list[str]) -> bool:
    """Whether more than one article may come, as far as the command line tells."""
    only = Path(sources[0])
    if "://" in sources[0]:
        return len(sources) > 1  # whose ? is no pattern
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
