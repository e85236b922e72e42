"""`summarizer report OUT.jsonl`: what came of a batch."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def report_command(
    batch: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="What a batch wrote.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.md", help="Else stdout.")
    ] = None,
) -> None:
    """Report on a batch, running or done: failures by cause, tokens, cost, warnings by code."""
    from summarizer.batch import failures_in, report_on, summaries_in, to_markdown
    from summarizer.render import write_output

    text = to_markdown(report_on(summaries_in(batch), failures_in(batch)), batch.name)
    if output is None:
        typer.echo(text, nl=False)
    else:
        write_output(output, text)
