"""Running `summarizer validate` and `summarizer review` in tests, also as `python -m`."""

from __future__ import annotations

import json
from typing import Any

import typer
from typer.testing import CliRunner

from summarizer.cli.review import review_app
from summarizer.cli.validate import validate_command

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
app.command("validate")(validate_command)
app.add_typer(review_app, name="review")


def run(*args: str, stdin: bytes | None = None) -> Any:
    """Run `summarizer validate`; the result has exit_code, stdout and stderr."""
    return CliRunner().invoke(app, ["validate", *args], input=stdin)


def findings(*args: str, stdin: bytes | None = None) -> list[dict[str, Any]]:
    """Run with a JSON report and give its findings."""
    result = run(*args, "--report", "json", stdin=stdin)
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found


if __name__ == "__main__":
    app()
