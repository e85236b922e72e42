"""`summarizer report OUT.jsonl`: what came of a batch."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from summarizer.cli.options import or_stdout
from summarizer.errors import ConfigurationError

_FORMATS: Final = ("markdown", "html")
_SUFFIXES: Final = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}


def report_command(
    batch: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="What a batch wrote.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            callback=or_stdout,
            help=".md or .html; else Markdown to stdout.",
        ),
    ] = None,
    output_format: Annotated[str | None, typer.Option("--format", help="markdown or html.")] = None,
) -> None:
    """Report on a batch, running or done: failures by cause, tokens, cost, warnings by code."""
    from summarizer.batch import failures_in, report_on, summaries_in, to_html, to_markdown
    from summarizer.cli.delivery import held_output

    shown_as = to_html if _format_of(output, output_format) == "html" else to_markdown
    with held_output(output) as place:
        text = shown_as(report_on(summaries_in(batch), failures_in(batch)), batch.name)
        if place is None:
            typer.echo(text, nl=False)
        else:
            place.write(text)


def _format_of(output: Path | None, wanted: str | None) -> str:
    if wanted is not None:
        if wanted not in _FORMATS:
            raise ConfigurationError(
                f"unknown format {wanted!r}", hint=f"known: {', '.join(_FORMATS)}"
            )
        return wanted
    if output is None:
        return "markdown"
    known = _SUFFIXES.get(output.suffix.lower())
    if known is None:
        raise ConfigurationError(
            f"a report on a batch is not written as {output.suffix or 'a file without suffix'}",
            hint=f"use one of {' '.join(_SUFFIXES)}, or --format",
        )
    return known
