"""`summarizer validate FILE…`: check summaries and briefing notes, offline."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.validation.finding import FileResult
    from summarizer.validation.report import Counts
    from summarizer.validation.run import Options


def validate_command(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE…", help="Summaries, briefs, JSONL of either; folders, patterns, or -."
        ),
    ] = None,
    source: Annotated[
        list[Path] | None,
        typer.Option("--source", help="Article, or folder of articles, to check against."),
    ] = None,
    report: Annotated[
        str, typer.Option("--report", help="text, json, junit, sarif or github.")
    ] = "text",
    strict: Annotated[bool, typer.Option("--strict", help="Report warnings as errors.")] = False,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODES", help="Report only these codes or levels."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="CODES", help="Do not report these codes or levels."),
    ] = None,
    max_warnings: Annotated[
        int | None, typer.Option("--max-warnings", min=0, help="Fail if there are more warnings.")
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Write positions of quotes that are found, and what follows."),
    ] = False,
    require_reviewed: Annotated[
        bool, typer.Option("--require-reviewed", help="Fail unless a person accepted every item.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain", metavar="CODE", help="Say what a code means; all: the whole table."
        ),
    ] = None,
) -> None:
    """Check summaries and briefing notes: shape, references, quotes, claims, dates, events.

    Needs no model, no key and no network. Ends in 1 if there are errors.
    """
    from summarizer.validation.run import Options

    if explain is not None:
        _explain(explain)
        return
    if not files:
        raise typer.BadParameter("no FILE given", param_hint="FILE…")
    if fix and "-" in files:
        raise typer.BadParameter("standard input cannot be mended in place", param_hint="--fix")
    selected = _codes(select, "--select")
    options = Options(
        sources=tuple(source or ()),
        strict=strict,
        select=selected or None,
        ignore=_codes(ignore, "--ignore"),
        fix=fix,
        require_reviewed=require_reviewed,
    )
    counts = _run(files, options, report)
    code = _exit_code(counts, max_warnings)
    if code:
        raise typer.Exit(code)


def _explain(name: str) -> None:
    from summarizer.validation.codes import as_markdown, find_code

    try:
        typer.echo(as_markdown() if name == "all" else find_code(name).explain(), nl=False)
    except SummarizerError as error:
        raise typer.BadParameter(f"{error}; {error.hint}", param_hint="--explain") from error


def _codes(given: list[str] | None, option: str) -> frozenset[str]:
    if not given:
        return frozenset()
    from summarizer.validation.codes import expand

    names = [name.strip() for part in given for name in part.split(",") if name.strip()]
    try:
        return expand(names)
    except SummarizerError as error:
        raise typer.BadParameter(f"{error}; {error.hint}", param_hint=option) from error


def _run(files: list[str], options: Options, report: str) -> Counts:
    from summarizer.validation.report import FORMATS, Counts, make_reporter
    from summarizer.validation.run import check_files

    if report not in FORMATS:
        message = f"{report!r} is none of {', '.join(FORMATS)}"
        raise typer.BadParameter(message, param_hint="--report")
    counts = Counts()
    reporter = make_reporter(report, _write, colour=sys.stdout.isatty())
    for result in check_files(files, options, sys.stdin.buffer):
        counts.add(result)
        reporter.add(result)
        _tell_fixed(result)
    reporter.finish(counts)
    sys.stdout.flush()
    return counts


def _write(text: str) -> None:
    """Write UTF-8 whatever the locale: reports say so of themselves."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def _tell_fixed(result: FileResult) -> None:
    from summarizer.validation.finding import plain

    for found in result.fixed:
        path = plain(found.path)
        typer.echo(
            f"{plain(result.file)}:{found.line}: fixed: {found.message} [{found.code}] {path}",
            err=True,
        )


def _exit_code(counts: Counts, max_warnings: int | None) -> int:
    if counts.unusable:
        return 3
    too_many = max_warnings is not None and counts.warnings > max_warnings
    return 1 if counts.errors or too_many else 0
