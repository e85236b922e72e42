"""`summarizer brief INPUT…`: many articles, one note that can be checked."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.cli.failing import tell
from summarizer.errors import ConfigurationError, InputError, SummarizerError

if TYPE_CHECKING:
    from datetime import date

    from summarizer.briefing import BriefWork, Options, Written
    from summarizer.briefing.inputs import Given
    from summarizer.schema import BriefingNote
    from summarizer.settings import Settings
    from summarizer.sources import Options as Reading

FINDINGS = 1


def brief_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...", help="Summaries or articles: files, folders, globs, or -."
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            callback=options.or_stdout,
            help="File to write; its suffix decides the format.",
        ),
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option("--format", help="json, jsonl, markdown, text, html or docx."),
    ] = None,
    topic: Annotated[str | None, typer.Option(help="Only articles that speak of it.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Only articles from that day on.")
    ] = None,
    previous: Annotated[
        Path | None, typer.Option(metavar="BRIEF.json", help="Say what changed since that note.")
    ] = None,
    length: Annotated[
        str, typer.Option(help="short, standard (about a page) or full.")
    ] = "standard",
    no_model: Annotated[
        bool, typer.Option("--no-model", help="Bottom line and judgements by rule.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Each merge and its reason, on stderr.")
    ] = False,
    model: options.Model = None,
    base_url: options.BaseUrl = None,
    model_path: options.ModelPath = None,
    plan: options.PlanName = None,
    prompt: options.Prompt = None,
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
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    log: options.Log = None,
) -> None:
    """Write one briefing note over many articles, every sentence with its citations."""
    from summarizer.cli.delivery import held_output
    from summarizer.cli.job import with_engine_log
    from summarizer.cli.journal import journal
    from summarizer.cli.render import show
    from summarizer.cli.watching import watch
    from summarizer.settings import load_settings
    from summarizer.sources import Options as Reading
    from summarizer.sources import read_mapping

    wanted = _options(topic, since, length)
    _check_format(output, output_format)
    earlier = _previous(previous)
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
    given, refused = _read(inputs, Reading(encoding, read_mapping(mapping or ()), allow_private))
    code = max((error.exit_code for error in refused), default=0)
    from summarizer.briefing import BriefWork

    with held_output(output) as place:
        with watch(quiet=quiet, verbose=verbose) as shown, journal(log, shown) as listener:
            if verbose:
                settings = with_engine_log(settings, listener)
            work = BriefWork(wanted, earlier, write=not no_model, listener=listener)
            written = _made(work, given, settings, refused)
        if explain:
            _explain(written)
        show(written.note, output_format, place)
    code = max((code, *(error.exit_code for _, error in work.failed)))
    raise typer.Exit(code or (FINDINGS if strict and written.note.warnings else 0))


def _read(inputs: list[str], reading: Reading) -> tuple[list[Given], list[SummarizerError]]:
    """What can be used, and why the rest cannot, which is told.

    Raises:
        SummarizerError: nothing can be used.
    """
    from summarizer.briefing import Refused, read_inputs

    stdin = sys.stdin.buffer if sys.stdin is not None else None
    found = list(read_inputs(inputs, stdin, reading))
    given = [one for one in found if not isinstance(one, Refused)]
    refused = [one.error for one in found if isinstance(one, Refused)]
    for error in refused if given else refused[:-1]:
        tell(error)
    if refused and not given:
        raise refused[-1]
    return given, refused


def _made(
    work: BriefWork, given: list[Given], settings: Settings, refused: list[SummarizerError]
) -> Written:
    """The note; what failed on the way is told."""
    import asyncio  # which loads ssl; the help does without

    from summarizer.schema import Caveat

    warnings = [
        Caveat(code="not_summarized", path="/sources", message=error.message) for error in refused
    ]
    try:
        return asyncio.run(work.run(given, settings, warnings))
    finally:
        for name, error in work.failed:
            tell(error, about=name)


def _options(topic: str | None, since: str | None, length: str) -> Options:
    from summarizer.briefing import LENGTHS, Options

    if length not in LENGTHS:
        raise ConfigurationError(
            f"there is no length {length}", hint=f"known: {', '.join(LENGTHS)}"
        )
    return Options(topic=topic, since=_first_day(since), length=length)  # type: ignore[arg-type]  # checked above


def _first_day(since: str | None) -> date | None:
    moment = options.day(since, "--since")
    return moment.date() if isinstance(moment, datetime) else moment


def _previous(path: Path | None) -> BriefingNote | None:
    if path is None:
        return None
    from summarizer.render import load
    from summarizer.schema import BriefingNote

    document = load(path)
    if not isinstance(document, BriefingNote):
        raise InputError(f"{path}: not a briefing note but a summary", hint="give an earlier note")
    return document


def _check_format(output: Path | None, output_format: str | None) -> None:
    """Find out before the work whether the note can be written so."""
    from summarizer.render import check_format, format_for

    if output_format is not None or output is not None:
        check_format(output_format or format_for(output.suffix if output else ""))


def _explain(written: Written) -> None:
    for merge in written.merged.merges:
        line = f"{merge.kind}: {merge.one} = {merge.other} ({merge.reason})"
        print("".join(c if c.isprintable() else " " for c in line), file=sys.stderr)
