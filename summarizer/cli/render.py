"""`summarizer render FILE`: show a summary, a briefing note or an evaluation in another format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.files import Place
    from summarizer.schema import ArticleSummary, BriefingNote


def render_command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A summary, brief or evaluation as JSON, or - for stdin."
        ),
    ],
    output_format: Annotated[
        str | None,
        typer.Option("--format", help="json, jsonl, markdown, text, html or docx."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            callback=options.or_stdout,
            help="File to write; its suffix decides the format.",
        ),
    ] = None,
) -> None:
    """Show a summary, a briefing note or an evaluation in another format."""
    from summarizer.cli.delivery import held_output
    from summarizer.render import document_of, read_body

    with held_output(output) as place:
        body = read_body(_read(file), file)
        if body.get("kind") == "eval":
            _show_evaluation(body, file, output_format, place)
        else:
            show(document_of(body, file), output_format, place)


def show(
    document: ArticleSummary | BriefingNote, output_format: str | None, place: Place | None
) -> None:
    """Write to a place, else to stdout: rich text on a terminal, Markdown in a pipe."""
    from summarizer.render import format_for, render, render_terminal

    if place is not None:
        place.write(render(document, output_format or format_for(place.path.suffix)))
    elif output_format is None and sys.stdout.isatty():
        from rich.console import Console

        render_terminal(document, Console())
    else:
        _print(render(document, output_format or "markdown"))


def _show_evaluation(
    body: dict[str, object], name: str, output_format: str | None, place: Place | None
) -> None:
    """Write to a place, else to stdout, in Markdown if nothing else is asked for."""
    from summarizer.evaluation import render_report, report_of
    from summarizer.render import format_for

    report = report_of(body, name)
    if place is not None:
        place.write(render_report(report, output_format or format_for(place.path.suffix)))
    else:
        _print(render_report(report, output_format or "markdown"))


def _print(content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _read(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot read {file}: {error.strerror or error}", hint="check its name and permissions"
        ) from error
