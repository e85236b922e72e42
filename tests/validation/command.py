"""Running `summarizer validate` in tests."""

from __future__ import annotations

import json
from typing import Any

from typer.testing import CliRunner

from summarizer.cli.app import app


def run(*args: str, stdin: bytes | None = None) -> Any:
    """Run `summarizer validate`; the result has exit_code, stdout and stderr."""
    return CliRunner().invoke(app, ["validate", *args], input=stdin)


def findings(*args: str, stdin: bytes | None = None) -> list[dict[str, Any]]:
    """Run with a JSON report and give its findings."""
    result = run(*args, "--report", "json", stdin=stdin)
    found: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return found
