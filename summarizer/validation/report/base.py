"""What all reports share: they take results one by one and end with the counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from summarizer.validation.finding import FileResult

Write = Callable[[str], object]
"""Takes pieces of the report as they are ready."""


@dataclass(slots=True)
class Counts:
    """Totals over all files."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    fixed: int = 0
    unusable: int = 0
    """Files that could not be read."""

    def add(self, result: FileResult) -> None:
        """Count a file."""
        self.files += 1
        self.unusable += result.unusable
        self.fixed += len(result.fixed)
        errors = sum(found.severity == "error" for found in result.found)
        self.errors += errors
        self.warnings += len(result.found) - errors


class Reporter(Protocol):
    """A form of report."""

    def add(self, result: FileResult) -> None:
        """Take the result of a file."""

    def finish(self, counts: Counts) -> None:
        """End the report."""
