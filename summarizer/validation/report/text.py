"""The report for people: a line for each finding, a count at the end."""

from __future__ import annotations

from typing import Final

from summarizer.validation.finding import FileResult, Found, plain
from summarizer.validation.report.base import Counts, Write

_COLOURS: Final = {
    "error": "\x1b[1;31m",
    "warning": "\x1b[33m",
    "hint": "\x1b[2m",
    "ok": "\x1b[32m",
}
_RESET: Final = "\x1b[0m"


class TextReport:
    """`FILE:LINE: severity: message [code] path`; the hint follows a code's first finding."""

    def __init__(self, write: Write, *, colour: bool = False) -> None:
        self._write = write
        self._colour = colour
        self._hinted: set[str] = set()

    def add(self, result: FileResult) -> None:
        """Write the findings of a file."""
        for found in result.found:
            self._write(f"{self._line(found)}\n")
            if found.hint and found.code not in self._hinted:
                self._hinted.add(found.code)
                self._write(f"    {self._in('hint', f'hint: {found.hint}')}\n")

    def finish(self, counts: Counts) -> None:
        """Write the count."""
        grave = "error" if counts.errors else "warning" if counts.warnings else "ok"
        self._write(f"{self._in(grave, summary_line(counts))}\n")

    def _line(self, found: Found) -> str:
        place = f"{plain(found.file)}:{found.line}"
        severity = self._in(found.severity, found.severity)
        path = f" {plain(found.path)}" if found.path else ""
        return f"{place}: {severity}: {found.message} [{found.code}]{path}"

    def _in(self, colour: str, text: str) -> str:
        return f"{_COLOURS[colour]}{text}{_RESET}" if self._colour else text


def summary_line(counts: Counts) -> str:
    """Say the totals in words."""
    files = _number(counts.files, "file")
    if not counts.errors and not counts.warnings:
        return f"{files} checked, no findings"
    errors, warnings = _number(counts.errors, "error"), _number(counts.warnings, "warning")
    return f"{files} checked, {errors}, {warnings}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
