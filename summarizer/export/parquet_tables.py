"""The tables as Parquet files in a folder; needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Final

from summarizer.errors import MissingExtraError, OutputError
from summarizer.export.folder import made_folder
from summarizer.export.rows import Row, rows_of
from summarizer.export.tables import TABLES, Table
from summarizer.files import replaced
from summarizer.schema import ArticleSummary

_GROUP: Final = 16_384
"""Rows that are held before they are written as one row group."""
_LONG: Final = 1024
"""Likewise of articles, whose rows hold whole texts."""


class ParquetTables:
    """Takes summaries."""

    def __init__(self, writers: dict[str, Any]) -> None:
        self._writers = writers
        self._waiting: dict[str, list[Row]] = {table.name: [] for table in TABLES}
        self._numbers = count(1)

    def take(self, summary: ArticleSummary) -> None:
        """Write its rows, many at a time."""
        for name, row in rows_of(summary, next(self._numbers)):
            waiting = self._waiting[name]
            waiting.append(row)
            if len(waiting) >= (_LONG if name == "articles" else _GROUP):
                self._write(name)

    def finish(self) -> None:
        """Write the rest."""
        for name, waiting in self._waiting.items():
            if waiting:
                self._write(name)

    def _write(self, name: str) -> None:
        import pyarrow as pa

        writer, rows = self._writers[name], self._waiting[name]
        columns = [
            pa.array(column, type=field.type)
            for column, field in zip(zip(*rows, strict=True), writer.schema, strict=True)
        ]
        writer.write_batch(pa.record_batch(columns, schema=writer.schema))
        rows.clear()


def require_parquet() -> None:
    """Find out before the work whether Parquet can be written.

    Raises:
        MissingExtraError: the extra is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("Parquet", "parquet") from error


@contextmanager
def parquet_tables(folder: Path) -> Iterator[ParquetTables]:
    """One file a table, compressed with Zstandard.

    Raises:
        MissingExtraError: the extra is not installed.
        OutputError: the folder or a file in it cannot be written; what was there before still is.
    """
    require_parquet()
    import pyarrow as pa

    try:
        with made_folder(folder), ExitStack() as stack:
            tables = ParquetTables({one.name: _writer(stack, folder, one) for one in TABLES})
            yield tables
            tables.finish()
    except pa.ArrowException as error:
        raise OutputError(f"cannot write to {folder}: {error}", hint="make room") from error


def _writer(stack: ExitStack, folder: Path, table: Table) -> Any:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    types = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64()}
    schema = pa.schema([(column.name, types[column.type]) for column in table.columns])
    place = stack.enter_context(replaced(folder / f"{table.name}.parquet"))
    return stack.enter_context(ParquetWriter(place, schema, compression="zstd"))
