"""An evaluation report read back from JSON, and shown in the formats there are for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pydantic import ValidationError

from summarizer.errors import ConfigurationError, InputError
from summarizer.evaluation.markdown import to_markdown
from summarizer.evaluation.page import to_html
from summarizer.evaluation.report import EvalReport
from summarizer.render import refuse_newer


def report_of(body: dict[str, object], name: str) -> EvalReport:
    """The report that a JSON object holds; `name` is what errors call it.

    Raises:
        InputError: it is not a report of this version.
    """
    refuse_newer(body, name)
    try:
        return EvalReport.model_validate(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        pointer = "".join(f"/{part}" for part in first["loc"])
        raise InputError(
            f"{name}: {pointer or '/'}: {first['msg']}",
            hint="write it anew: summarizer eval GOLD --report json",
        ) from error


def render_report(report: EvalReport, format: str) -> str:  # noqa: A002  the word users know
    """The report in one of FORMATS; it ends in a line feed."""
    if format not in FORMATS:
        raise ConfigurationError(
            f"an evaluation has no format {format!r}", hint=f"choose one of {', '.join(FORMATS)}"
        )
    return FORMATS[format](report)


def _json(report: EvalReport) -> str:
    return report.model_dump_json(indent=2) + "\n"


def _jsonl(report: EvalReport) -> str:
    return report.model_dump_json() + "\n"


FORMATS: Final[dict[str, Callable[[EvalReport], str]]] = {
    "json": _json,
    "jsonl": _jsonl,
    "markdown": to_markdown,
    "html": to_html,
}
