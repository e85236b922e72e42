"""The tables as one SQLite file, with a full-text index over the articles' sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from summarizer.errors import OutputError
from summarizer.export.rows import Row, evidence_of, rows_of
from summarizer.export.tables import TABLES, Table
from summarizer.files import replaced
from summarizer.schema import ArticleSummary

SEARCH: Final = (
    "CREATE VIRTUAL TABLE search USING fts5("
    "text, article UNINDEXED, sentence UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')"
)
"""One row a sentence of the article's own; of an article without text, one a quote."""
_INDEXES: Final = (
    "CREATE INDEX evidence_of_sentence ON evidence (article, sentence)",
    "CREATE INDEX events_of_actor ON event_actors (article, actor)",
)
# The file is thrown away unless it is finished, so no journal is kept while it is made.
_FAST: Final = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384"


class SqliteFile:
    """Takes summaries."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._numbers = count(1)

    def take(self, summary: ArticleSummary) -> None:
        """Insert its rows and its sentences."""
        number = next(self._numbers)
        rows: dict[str, list[Row]] = {}
        for name, row in rows_of(summary, number):
            rows.setdefault(name, []).append(row)
        for name, found in rows.items():
            self._database.executemany(_INSERT[name], found)
        passages = ((text, number, place) for place, text in _passages(summary))
        self._database.executemany("INSERT INTO search VALUES (?, ?, ?)", passages)


@contextmanager
def sqlite_file(path: Path) -> Iterator[SqliteFile]:
    """A database that is there when all went well; until then, what was there before still is.

    Raises:
        OutputError: it cannot be written.
    """
    with replaced(path) as place:
        try:
            with closing(sqlite3.connect(place, isolation_level=None)) as database:
                database.executescript(_FAST)
                for statement in (*map(_create, TABLES), SEARCH, "BEGIN"):
                    database.execute(statement)
                yield SqliteFile(database)
                for statement in ("COMMIT", *_INDEXES, "PRAGMA optimize"):
                    database.execute(statement)
        except sqlite3.Error as error:
            raise OutputError(
                f"cannot write {path}: {error}", hint="make room or choose another place with -o"
            ) from error


def _create(table: Table) -> str:
    columns = [f"{column.name} {column.type.upper()}" for column in table.columns]
    key = f"PRIMARY KEY ({', '.join(table.key)})"
    if len(table.key) == 1:  # an alias of the row's own number
        return f"CREATE TABLE {table.name} ({', '.join([*columns, key])})"
    every = [*columns, key, *(_reference(*one) for one in table.refers)]
    return f"CREATE TABLE {table.name} ({', '.join(every)}) WITHOUT ROWID"


def _reference(column: str, table: str) -> str:
    if column == "article":
        return f"FOREIGN KEY (article) REFERENCES {table} (article)"
    return f"FOREIGN KEY (article, {column}) REFERENCES {table} (article, id)"


_INSERT: Final = {
    table.name: f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"  # noqa: S608  names of ours
    for table in TABLES
}


def _passages(summary: ArticleSummary) -> Iterator[tuple[int, str]]:
    """Sentence numbers and what is to be found under them."""
    known = summary.article
    if known.text is not None:
        own = set(range(1, len(known.sentences) + 1)) - set(known.boilerplate)
        for number in sorted(own):
            start, end = known.sentences[number - 1]
            yield number, known.text[start:end]
        return
    every = (piece for *_, pieces in evidence_of(summary) for piece in pieces)
    quotes = {(piece.sentence, piece.quote) for piece in every}
    yield from sorted(quotes)
