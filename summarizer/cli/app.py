"""All commands, registered by name.

Command modules import at their head only what `--help` needs: typer and the errors.
"""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.batch import batch_command
from summarizer.cli.brief import brief_command
from summarizer.cli.cache import cache_app
from summarizer.cli.eval import eval_command
from summarizer.cli.failing import run_app
from summarizer.cli.model import model_app
from summarizer.cli.prompts import prompts_command
from summarizer.cli.render import render_command
from summarizer.cli.report import report_command
from summarizer.cli.review import review_app
from summarizer.cli.schema import schema_command
from summarizer.cli.summarize import summarize_command
from summarizer.cli.validate import validate_command

# Without rich's markup the help starts as fast as typer itself.
app = typer.Typer(
    name="summarizer",
    help="News article in, structured summary out; every statement pinned to the article's words.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("summarize")(summarize_command)
app.command("batch")(batch_command)
app.command("brief")(brief_command)
app.command("validate")(validate_command)
app.command("render")(render_command)
app.command("report")(report_command)
app.command("eval")(eval_command)
app.command("schema")(schema_command)
app.command("prompts")(prompts_command)
app.add_typer(review_app, name="review")
app.add_typer(model_app, name="model")
app.add_typer(cache_app, name="cache")


def _show_version(wanted: bool) -> None:
    if wanted:
        from summarizer._version import __version__

        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """News article in, structured summary out; each statement pinned to the article's words."""


def main() -> None:
    """Run the command line and exit with its code."""
    run_app(app)
