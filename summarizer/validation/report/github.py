"""The report as workflow commands, which GitHub shows at the lines of a pull request."""

from __future__ import annotations

from summarizer.validation.finding import FileResult, plain
from summarizer.validation.report.base import Counts, Write
from summarizer.validation.report.text import summary_line


class GithubReport:
    """`::error file=…,line=…,title=…::message`."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def add(self, result: FileResult) -> None:
        """Write the findings of a file."""
        for found in result.found:
            file = _property(plain(found.file))
            properties = f"file={file},line={found.line or 1},title={found.code}"
            hint = f" ({found.hint})" if found.hint else ""
            path = f" at {plain(found.path)}" if found.path else ""
            message = _data(f"{found.message}{path}{hint}")
            self._write(f"::{found.severity} {properties}::{message}\n")

    def finish(self, counts: Counts) -> None:
        """Write the count as a plain line of the log."""
        self._write(f"{summary_line(counts)}\n")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
