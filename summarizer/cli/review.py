"""`summarizer review export|apply`: let a person accept or reject every item in a spreadsheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli.options import or_stdout

review_app = typer.Typer(
    help="Review items in a spreadsheet and bring the decisions back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@review_app.command("export")
def review_export(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Summaries, or JSONL of them.")
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", callback=or_stdout, help="CSV to write; default: standard output."
        ),
    ] = None,
) -> None:
    """Write a CSV with a row for each item and a column to approve it."""
    from summarizer.validation.reviewing import export_sheet

    text = export_sheet(files)
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    else:
        _write(output, text)


@review_app.command("apply")
def review_apply(
    sheet: Annotated[Path, typer.Argument(metavar="CSV", help="The sheet, filled in.")],
    by: Annotated[str, typer.Option("--by", help="Who decided.")],
) -> None:
    """Put the decisions of a sheet into the summaries that it was made from."""
    from summarizer.validation.reviewing import apply_sheet

    applied = apply_sheet(sheet, by=by)
    for refused in applied.refused:
        typer.echo(refused, err=True)
    decisions = "1 decision" if applied.count == 1 else f"{applied.count} decisions"
    typer.echo(f"{decisions} taken over", err=True)
    if applied.refused:
        raise typer.Exit(1)


def _write(output: Path, text: str) -> None:
    from summarizer.render import write_output

    # The mark at the beginning tells spreadsheets that this is UTF-8.
    write_output(output, text.encode("utf-8-sig"))
