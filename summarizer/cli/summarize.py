"""`summarizer summarize SOURCE…`: one article in, one cited structured summary out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import options

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
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            callback=options.or_stdout,
            help="File, .jsonl, or folder for several.",
        ),
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option("--format", help="json, jsonl, markdown, text, html or docx."),
    ] = None,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    model_path: options.ModelPath = None,
    plan: options.PlanName = None,
    verify: options.Verify = False,
    prompt: options.Prompt = None,
    title: Annotated[str | None, typer.Option(help="The article's headline.")] = None,
    published: options.Published = None,
    publisher: options.Publisher = None,
    url: Annotated[str | None, typer.Option(help="Where it is published.")] = None,
    language: options.Language = None,
    article_language: options.ArticleLanguage = None,
    encoding: options.Encoding = None,
    mapping: options.Mapping = None,
    allow_private: options.AllowPrivate = False,
    timeout: options.Timeout = None,
    deadline: options.Deadline = None,
    answer_tokens: options.AnswerTokens = None,
    max_calls: options.MaxCalls = None,
    max_tokens: options.MaxTokens = None,
    max_cost: options.MaxCost = None,
    price: options.Price = None,
    no_cache: options.NoCache = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print prompts, tokens and cost; ask nobody.")
    ] = False,
    no_text: options.NoText = False,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    log: options.Log = None,
) -> None:
    """Summarize news articles, every statement pinned to the exact words that support it."""
    import asyncio  # which loads ssl; the help does without

    from summarizer.article import Metadata
    from summarizer.cli.delivery import planned_delivery
    from summarizer.cli.job import Job, Sources, rehearse_all, with_engine_log
    from summarizer.cli.journal import journal
    from summarizer.cli.watching import watch
    from summarizer.settings import load_settings
    from summarizer.sources import Options, read_mapping

    reading = Options(encoding, read_mapping(mapping or ()), allow_private)
    settings = load_settings(
        model=model,
        base_url=base_url,
        weights_path=model_path,
        plan=plan,
        verify=True if verify else None,
        prompt=prompt,
        language=language,
        timeout=timeout,
        deadline=deadline,
        answer_tokens=answer_tokens,
        max_calls=max_calls,
        max_tokens=max_tokens,
        max_cost=max_cost,
        price=price,
        cache=False if no_cache else None,
    )
    day = options.day(published)
    given = Metadata(
        title=title, published=day, publisher=publisher, url=url, language=article_language
    )
    if dry_run:
        raise typer.Exit(asyncio.run(rehearse_all(Sources(sources, given, reading), settings)))
    with planned_delivery(output, output_format, no_text=no_text) as delivery:
        if _several(sources):
            delivery.expect_several()
        job = Job(Sources(sources, given, reading), delivery)
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
