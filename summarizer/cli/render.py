"""`summarizer render FILE`: show a summary or a briefing note in another format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.schema import ArticleSummary, BriefingNote


def render_command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A summary or brief as JSON, or - for stdin.")
    ],
    output_format: Annotated[
        str | None,
        typer.Option("--format", help="json, jsonl, markdown, text, html or docx."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="File to write; its suffix decides the format."),
    ] = None,
) -> None:
    """Show a summary or a briefing note in another format."""
    from summarizer.render import parse_document

    show(parse_document(_read(file), file), output_format, output)


def show(
    document: ArticleSummary | BriefingNote, output_format: str | None, output: Path | None
) -> None:
    """Write to `output`, else to stdout: rich text on a terminal, Markdown in a pipe."""
    from summarizer.render import format_for, render, render_terminal, write_output

    if output is not None:
        write_output(output, render(document, output_format or format_for(output.suffix)))
    elif output_format is None and sys.stdout.isatty():
        from rich.console import Console

        render_terminal(document, Console())
    else:
        content = render(document, output_format or "markdown")
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
        raise InputError(f"cannot read {file}: {error.strerror or error}") from error
