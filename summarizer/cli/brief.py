"""`summarizer brief INPUT…`: many articles, one note that can be checked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.failing import tell
from summarizer.errors import ConfigurationError, InputError, SummarizerError

if TYPE_CHECKING:
    from datetime import date

    from summarizer.briefing import Options, Written
    from summarizer.briefing.inputs import Given
    from summarizer.schema import BriefingNote

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
        typer.Option("--output", "-o", help="File to write; its suffix decides the format."),
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
    model: Annotated[
        str | None, typer.Option(help="local, openai/NAME, ollama/NAME, or NAME with --base-url.")
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Any OpenAI-compatible server.")
    ] = None,
    model_path: Annotated[
        Path | None, typer.Option(metavar="GGUF", help="Another model for the embedded engine.")
    ] = None,
    prompt: Annotated[
        str | None, typer.Option(help="Name of a prompt, or a folder that holds one.")
    ] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds for one call.")] = None,
    max_calls: Annotated[int | None, typer.Option(help="Stop the run after so many calls.")] = None,
    max_tokens: Annotated[
        int | None, typer.Option(help="Stop the run after so many tokens, read and written.")
    ] = None,
    max_cost: Annotated[float | None, typer.Option(help="Stop the run at so many dollars.")] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Ask anew; keep no answer on disk.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 if anything was dropped or left out.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on stderr.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Retries and fallbacks on stderr, too.")
    ] = False,
) -> None:
    """Write one briefing note over many articles, every sentence with its citations."""
    import asyncio  # which loads ssl; the help does without

    from summarizer.briefing import BriefWork
    from summarizer.cli.render import show
    from summarizer.cli.watching import watch
    from summarizer.settings import load_settings

    options = _options(topic, since, length)
    _check_output(output, output_format)
    earlier = _previous(previous)
    settings = load_settings(
        model=model,
        base_url=base_url,
        weights_path=model_path,
        prompt=prompt,
        timeout=timeout,
        max_calls=max_calls,
        max_tokens=max_tokens,
        max_cost=max_cost,
        cache=False if no_cache else None,
    )
    given, code = _read(inputs)
    with watch(quiet=quiet, verbose=verbose) as listener:
        work = BriefWork(options, earlier, write=not no_model, listener=listener)
        written = asyncio.run(work.run(given, settings))
    for name, error in work.failed:
        tell(error, about=name)
        code = max(code, error.exit_code)
    if explain:
        _explain(written)
    show(written.note, output_format, output)
    raise typer.Exit(code or (FINDINGS if strict and written.note.warnings else 0))


def _read(inputs: list[str]) -> tuple[list[Given], int]:
    """What can be used; the rest is told, and the highest code kept.

    Raises:
        InputError: nothing can be used.
    """
    from summarizer.briefing import Refused, read_inputs

    stdin = sys.stdin.buffer if sys.stdin is not None else None
    given: list[Given] = []
    refused: list[SummarizerError] = []
    for one in read_inputs(inputs, stdin):
        if isinstance(one, Refused):
            refused.append(one.error)
        else:
            given.append(one)
    if refused and not given:
        for error in refused[:-1]:
            tell(error)
        raise refused[-1]
    for error in refused:
        tell(error)
    return given, max((error.exit_code for error in refused), default=0)


def _options(topic: str | None, since: str | None, length: str) -> Options:
    from summarizer.briefing import LENGTHS, Options

    if length not in LENGTHS:
        raise ConfigurationError(
            f"there is no length {length}", hint=f"known: {', '.join(LENGTHS)}"
        )
    return Options(topic=topic, since=_day(since), length=length)  # type: ignore[arg-type]  # checked above


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ConfigurationError(
            f"--since {text} is no date", hint="write it as 2026-03-04"
        ) from error


def _previous(path: Path | None) -> BriefingNote | None:
    if path is None:
        return None
    from summarizer.render import load
    from summarizer.schema import BriefingNote

    document = load(path)
    if not isinstance(document, BriefingNote):
        raise InputError(f"{path}: not a briefing note but a summary", hint="give an earlier note")
    return document


def _check_output(output: Path | None, output_format: str | None) -> None:
    """Find out before the work whether the note can be written."""
    from summarizer.render import check_format, format_for

    if output_format is not None or output is not None:
        check_format(output_format or format_for(output.suffix if output else ""))
    if output is not None and not output.parent.is_dir():
        raise ConfigurationError(
            f"cannot write {output}: there is no folder {output.parent}", hint="create it first"
        )


def _explain(written: Written) -> None:
    for merge in written.merged.merges:
        line = f"{merge.kind}: {merge.one} = {merge.other} ({merge.reason})"
        print("".join(c if c.isprintable() else " " for c in line), file=sys.stderr)
