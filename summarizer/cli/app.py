"""All commands, registered by name.

Each is imported when it is run. Command modules import at their head only what their own help
needs: typer and the errors.
"""

from __future__ import annotations

from typing import Annotated, Any, Final

import typer

from summarizer.cli.lazy import Place, lazy_group

COMMANDS: Final = {
    "summarize": Place("summarizer.cli.summarize", "summarize_command", "Summarize news articles."),
    "batch": Place(
        "summarizer.cli.batch", "batch_command", "Summarize many articles into one file."
    ),
    "brief": Place(
        "summarizer.cli.brief", "brief_command", "Write one briefing note over many articles."
    ),
    "validate": Place(
        "summarizer.cli.validate", "validate_command", "Check summaries and briefing notes."
    ),
    "render": Place(
        "summarizer.cli.render",
        "render_command",
        "Show a summary, a briefing note or an evaluation in another format.",
    ),
    "report": Place(
        "summarizer.cli.report", "report_command", "Report on a batch, running or done."
    ),
    "export": Place(
        "summarizer.cli.export", "export_command", "Hand summaries over as tables or events."
    ),
    "eval": Place(
        "summarizer.cli.eval",
        "eval_command",
        "Measure actors, statements, stances, events and summaries.",
    ),
    "schema": Place(
        "summarizer.cli.schema", "schema_command", "Print a published JSON Schema (draft 2020-12)."
    ),
    "prompts": Place(
        "summarizer.cli.prompts",
        "prompts_command",
        "List the prompts, or one prompt's files and fingerprint.",
    ),
    "review": Place(
        "summarizer.cli.review",
        "review_app",
        "Review items in a spreadsheet and bring the decisions back.",
    ),
    "model": Place("summarizer.cli.model", "model_app", "The embedded model and the providers."),
    "cache": Place("summarizer.cli.cache", "cache_app", "Answers kept on disk."),
}

# Without rich's markup the help starts as fast as typer itself.
SETTINGS: Final[dict[str, Any]] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}

app = typer.Typer(
    name="summarizer",
    cls=lazy_group(COMMANDS, SETTINGS),
    help="News article in, structured summary out; every statement pinned to the article's words.",
    no_args_is_help=True,
    **SETTINGS,
)


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
