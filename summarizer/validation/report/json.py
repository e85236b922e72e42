"""The report as JSON, as `summarizer.schema.ValidationReport` reads it."""

from __future__ import annotations

import json

from summarizer.validation.finding import FileResult
from summarizer.validation.report.base import Counts, Write


class JsonReport:
    """`{"findings": […], "summary": {…}}`, written as the findings come."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._separator = '{"findings": [\n'

    def add(self, result: FileResult) -> None:
        """Write the findings of a file."""
        for found in result.found:
            # Escaped: a file name may hold bytes that are no text, which only an escape can carry.
            self._write(f"{self._separator}{json.dumps(found.as_dict())}")
            self._separator = ",\n"

    def finish(self, counts: Counts) -> None:
        """Write the totals."""
        opening = self._separator if self._separator.startswith("{") else ""
        totals = {"files": counts.files, "errors": counts.errors, "warnings": counts.warnings}
        self._write(f'{opening}\n], "summary": {json.dumps(totals)}}}\n')
