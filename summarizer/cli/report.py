"""`summarizer report OUT.jsonl`: what came of a batch."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.options import or_stdout


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
) -> None:
    """Report on a batch, running or done: failures by cause, tokens, cost, warnings by code."""
    from summarizer.batch import failures_in, report_on, summaries_in, to_html, to_markdown
    from summarizer.render import write_output

    as_page = output is not None and output.suffix.lower() in (".html", ".htm")
    report = report_on(summaries_in(batch), failures_in(batch))
    text = (to_html if as_page else to_markdown)(report, batch.name)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_output(output, text)
