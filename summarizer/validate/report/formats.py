"""The table of reports."""

from __future__ import annotations

from typing import Final

from summarizer.validate.report.base import Reporter, Write
from summarizer.validate.report.text import TextReport

FORMATS: Final = ("text", "json", "junit", "sarif", "github")


def make_reporter(name: str, write: Write, *, colour: bool = False) -> Reporter:
    """Make the report of that name; only the one that is asked for is imported."""
    match name:
        case "json":
            from summarizer.validate.report.json import JsonReport

            return JsonReport(write)
        case "junit":
            from summarizer.validate.report.junit import JunitReport

            return JunitReport(write)
        case "sarif":
            from summarizer.validate.report.sarif import SarifReport

            return SarifReport(write)
        case "github":
            from summarizer.validate.report.github import GithubReport

            return GithubReport(write)
        case _:
            return TextReport(write, colour=colour)
