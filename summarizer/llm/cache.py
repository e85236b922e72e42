"""Answers that were paid for, kept on disk, so that nothing unchanged is asked for twice.

An answer is found by the hash of everything that decided it: messages (so the article's text, the
prompt and its examples), the form's schema, model, address, weights, engine and sampling. Whatever
changes one of them asks anew. One SQLite file serves many processes; whatever is wrong with it or
with an entry counts as not found, and never stops the work.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

FILE: Final = "answers.sqlite3"
T = TypeVar("T")

_DAY: Final = 86400.0
_BUSY_SECONDS: Final = 10.0
_FORMAT: Final = 1
"""Goes into every key: entries of another format are not found."""
_SLACK: Final = 0.9
"""Once full, it is emptied to this share of its size, so that not every entry must make room."""
_TABLE: Final = """
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, article TEXT NOT NULL, sha256 TEXT NOT NULL, value TEXT NOT NULL,
    digest TEXT NOT NULL, size INTEGER NOT NULL, created REAL NOT NULL, used REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_use ON answers (used);
CREATE INDEX IF NOT EXISTS by_article ON answers (article);
"""
_TRIM: Final = """
DELETE FROM answers WHERE key IN (
    SELECT key FROM (
        SELECT key, sum(size) OVER (ORDER BY used DESC, key) AS so_far FROM answers
    ) WHERE so_far > ?
)
"""
_BETWEEN_TRIMS: Final = 100
"""Entries that one process stores before it looks again whether there is room."""


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """What a cache holds; times are seconds since the epoch."""

    path: Path
    entries: int
    articles: int
    size: int
    oldest: float | None


@dataclass
class AnswerCache:
    """A folder with one database in it, for this user alone."""

    folder: Path
    days: float
    megabytes: float
    _stored: int = field(default=0, init=False)

    @property
    def path(self) -> Path:
        """The database's file."""
        return self.folder / FILE

    def find(self, key: str) -> str | None:
        """The answer under this key, unless it is expired or damaged."""

        def look(database: sqlite3.Connection) -> str | None:
            row = database.execute(
                "SELECT value, digest, created, used FROM answers WHERE key = ?", (key,)
            ).fetchone()
            if row is None:
                return None
            value, digest, created, used = row
            now = time.time()
            if now - created > self.days * _DAY or _digest(key, value) != digest:
                database.execute("DELETE FROM answers WHERE key = ?", (key,))
                return None
            if now - used > _DAY:  # once a day is enough to know what is used least
                database.execute("UPDATE answers SET used = ? WHERE key = ?", (now, key))
            return str(value)

        return self._with_database(look, None) if self.path.exists() else None

    def store(self, key: str, value: str, *, article: str, sha256: str) -> None:
        """Keep an answer; the article's id and hash are there to purge it by."""
        now = time.time()
        row = (key, article, sha256, value, _digest(key, value), len(value.encode()), now, now)

        def put(database: sqlite3.Connection) -> None:
            database.execute("INSERT OR REPLACE INTO answers VALUES (?,?,?,?,?,?,?,?)", row)
            if self._stored % _BETWEEN_TRIMS == 0:
                self._trim(database, now)

        self._with_database(put, None)
        self._stored += 1

    def info(self) -> CacheInfo:
        """What is in it now."""
        nothing: tuple[int, int, float, float | None] = (0, 0, 0.0, None)
        question = "SELECT count(*), count(DISTINCT sha256), total(size), min(created) FROM answers"

        def count(database: sqlite3.Connection) -> tuple[int, int, float, float | None]:
            entries, articles, size, oldest = database.execute(question).fetchone()
            return entries, articles, size, oldest

        found = self._with_database(count, nothing) if self.path.exists() else nothing
        return CacheInfo(self.path, found[0], found[1], int(found[2]), found[3])

    def purge(self, article: str) -> int:
        """Drop the answers about an article, given by its id or its hash; return how many."""
        sha256 = article.removeprefix("sha256:")

        def drop(database: sqlite3.Connection) -> int:
            database.execute("PRAGMA secure_delete = ON")  # not to be read in the file either
            return database.execute(
                "DELETE FROM answers WHERE article = ? OR sha256 = ?", (article, sha256)
            ).rowcount

        def squeeze(database: sqlite3.Connection) -> None:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

        dropped = self._with_database(drop, 0) if self.path.exists() else 0
        if dropped:
            self._with_database(squeeze, None)
        return dropped

    def clear(self) -> int:
        """Drop everything; return how many answers there were."""
        dropped = self.info().entries
        self._discard()
        return dropped

    def _trim(self, database: sqlite3.Connection, now: float) -> None:
        database.execute("DELETE FROM answers WHERE created < ?", (now - self.days * _DAY,))
        (size,) = database.execute("SELECT total(size) FROM answers").fetchone()
        if size > self.megabytes * 1e6:
            database.execute(_TRIM, (self.megabytes * 1e6 * _SLACK,))

    def _with_database(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What the work returns, committed; `otherwise` if the database cannot be used now."""
        for _ in range(2):
            try:
                with closing(self._connect()) as database, database:
                    return work(database)
            except (sqlite3.OperationalError, OSError):
                break  # busy for too long, no room, no permission: not this time
            except sqlite3.DatabaseError:
                self._discard()  # truncated, or no database at all: begin another
        return otherwise

    def _connect(self) -> sqlite3.Connection:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        database = sqlite3.connect(self.path, timeout=_BUSY_SECONDS)
        try:
            (version,) = database.execute("PRAGMA user_version").fetchone()
            if version not in (0, _FORMAT):
                raise sqlite3.DatabaseError("a database of another program or version")
            if version == 0:
                database.execute("PRAGMA journal_mode = WAL")
                database.executescript(f"{_TABLE}PRAGMA user_version = {_FORMAT};")
            database.execute("PRAGMA synchronous = NORMAL")
        except BaseException:
            database.close()
            raise
        return database

    def _discard(self) -> None:
        with suppress(OSError):
            for path in self.folder.glob(f"{FILE}*"):
                path.unlink(missing_ok=True)


def key_of(**decided_by: Any) -> str:
    """The key of an answer, from everything that decided it."""
    body = json.dumps({"format": _FORMAT, **decided_by}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(body.encode(errors="surrogatepass")).hexdigest()


def _digest(key: str, value: str) -> str:
    return hashlib.sha256(f"{key}\n{value}".encode(errors="surrogatepass")).hexdigest()[:32]
