"""The forms that summaries are handed over in; a new one is one line here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

from summarizer.errors import ConfigurationError
from summarizer.export.csv_tables import csv_tables
from summarizer.export.parquet_tables import parquet_tables
from summarizer.export.plover import plover_file
from summarizer.export.sqlite_file import sqlite_file
from summarizer.schema import ArticleSummary


class Taker(Protocol):
    """Something open that summaries are written to."""

    def take(self, summary: ArticleSummary) -> None:
        """Write one; ids in it must be in order (`check_summary`)."""


FORMATS: Final[dict[str, Callable[[Path], AbstractContextManager[Taker]]]] = {
    "csv": csv_tables,
    "sqlite": sqlite_file,
    "parquet": parquet_tables,
    "plover": plover_file,
}
SUFFIXES: Final = {
    "": "csv",
    ".csv": "csv",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".parquet": "parquet",
    ".jsonl": "plover",
}


def format_of(path: Path, wanted: str | None = None) -> str:
    """The form that is wanted, else that of a file's or folder's suffix; a folder gets CSV.

    Raises:
        ConfigurationError: there is no such form, or it cannot go to standard output.
    """
    if path == Path("-"):
        raise ConfigurationError(
            "tables do not go to standard output", hint="name a file or a folder with -o"
        )
    if wanted is not None:
        if wanted not in FORMATS:
            raise ConfigurationError(
                f"there is no form {wanted}", hint=f"choose one of {', '.join(FORMATS)}"
            )
        return wanted
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES and path.is_dir():
        suffix = ""
    if suffix not in SUFFIXES:
        known = " ".join(filter(None, SUFFIXES))
        raise ConfigurationError(
            f"no form is known for the suffix {suffix}", hint=f"use one of {known}, or --to"
        )
    return SUFFIXES[suffix]


def opened(path: Path, form: str) -> AbstractContextManager[Taker]:
    """A place to write summaries to; it is complete when its context is left without an error.

    Raises:
        MissingExtraError: the form needs a package that is not installed.
        OutputError: it cannot be written; what was there before still is.
    """
    return FORMATS[form](path)
