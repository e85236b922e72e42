"""The tables as CSV files in a folder."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

from summarizer.export.folder import made_folder
from summarizer.export.rows import Cell, rows_of
from summarizer.export.tables import TABLES, Table
from summarizer.files import replaced
from summarizer.safe import inert_cell, visible
from summarizer.schema import ArticleSummary

_EXACT: Final = 2**53
"""Up to here whole numbers are written without a point."""


class CsvTables:
    """Takes summaries; cells steer neither a terminal nor a spreadsheet."""

    def __init__(self, writers: dict[str, Any]) -> None:
        self._writers = writers
        self._numbers = count(1)

    def take(self, summary: ArticleSummary) -> None:
        """Write its rows."""
        for name, row in rows_of(summary, next(self._numbers)):
            self._writers[name].writerow(map(_cell, row))


@contextmanager
def csv_tables(folder: Path) -> Iterator[CsvTables]:
    """One file a table: UTF-8, commas, a line of column names, lines ending in CR LF.

    Raises:
        OutputError: the folder or a file in it cannot be written; what was there before still is.
    """
    with made_folder(folder), ExitStack() as stack:
        yield CsvTables({table.name: _writer(stack, folder, table) for table in TABLES})


def _writer(stack: ExitStack, folder: Path, table: Table) -> Any:
    place = stack.enter_context(replaced(folder / f"{table.name}.csv"))
    file = stack.enter_context(place.open("w", encoding="utf-8", newline=""))
    writer = csv.writer(file)
    writer.writerow(column.name for column in table.columns)
    return writer


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return inert_cell(visible(cell))
    whole = isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT
    return int(cell) if whole and cell is not None else cell
