"""The table of reports."""

from __future__ import annotations

from typing import Final

from summarizer.validation.report.base import Reporter, Write
from summarizer.validation.report.text import TextReport

FORMATS: Final = ("text", "json", "junit", "sarif", "github")


def make_reporter(name: str, write: Write, *, colour: bool = False) -> Reporter:
    """Make the report of that name; only the one that is asked for is imported."""
    match name:
        case "json":
            from summarizer.validation.report.json import JsonReport

            return JsonReport(write)
        case "junit":
            from summarizer.validation.report.junit import JunitReport

            return JunitReport(write)
        case "sarif":
            from summarizer.validation.report.sarif import SarifReport

            return SarifReport(write)
        case "github":
            from summarizer.validation.report.github import GithubReport

            return GithubReport(write)
        case _:
            return TextReport(write, colour=colour)
