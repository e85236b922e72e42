"""Kept answers: found again while nothing changed, lost rather than wrong, and never in the way."""

from __future__ import annotations

import multiprocessing
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.llm.cache import AnswerCache, key_of

DAY = 86400


@pytest.fixture
def cache(tmp_path: Path) -> AnswerCache:
    return AnswerCache(tmp_path / "deep" / "answers", days=30, megabytes=1)


def put(cache: AnswerCache, key: str, value: str = "{}", article: str = "a1") -> None:
    cache.store(key, value, article=article, sha256=f"hash of {article}")


def changed(cache: AnswerCache, statement: str, *values: object) -> None:
    """Meddle with the file."""
    with sqlite3.connect(cache.path) as database:
        assert database.execute(statement, values).rowcount
    database.close()


def test_what_was_stored_is_found(cache: AnswerCache) -> None:
    assert cache.find("k") is None
    assert not cache.path.exists(), "looking makes nothing"
    put(cache, "k", '{"word": "señor 盐 \u2028"}')
    assert cache.find("k") == '{"word": "señor 盐 \u2028"}'
    assert cache.find("other") is None
    put(cache, "k", "newer")
    assert cache.find("k") == "newer"


def test_it_is_for_this_user_alone(cache: AnswerCache) -> None:
    cache.folder.mkdir(parents=True, mode=0o755)
    put(cache, "k")
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    for file in cache.folder.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_an_entry_expires(cache: AnswerCache) -> None:
    put(cache, "k")
    changed(cache, "UPDATE answers SET created = created - ?", 29 * DAY)
    assert cache.find("k") == "{}"
    changed(cache, "UPDATE answers SET created = created - ?", 2 * DAY)
    assert cache.find("k") is None
    assert cache.info().entries == 0


@pytest.mark.parametrize("column", ["value", "digest"])
def test_an_entry_that_was_meddled_with_is_not_found(cache: AnswerCache, column: str) -> None:
    put(cache, "k", '{"word": "salt"}')
    changed(cache, f"UPDATE answers SET {column} = substr({column}, 1, 5)")  # noqa: S608  ours
    assert cache.find("k") is None
    put(cache, "k", "again")
    assert cache.find("k") == "again"


def test_an_entry_under_another_key_is_not_found(cache: AnswerCache) -> None:
    put(cache, "k")
    changed(cache, "UPDATE answers SET key = 'other'")
    assert cache.find("other") is None


def cut_in_half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def no_database(path: Path) -> None:
    path.write_bytes(b"hello" * 1000)


def of_another_program(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as database:
        database.executescript("CREATE TABLE answers (x); PRAGMA user_version = 7;")
    database.close()


@pytest.mark.parametrize("damage", [cut_in_half, no_database, of_another_program])
def test_a_damaged_or_foreign_file_is_begun_anew(
    cache: AnswerCache, damage: Callable[[Path], None]
) -> None:
    for number in range(200):
        put(cache, f"k{number}", "x" * 500)
    damage(cache.path)
    assert cache.find("k199") is None
    put(cache, "k", "after")
    assert cache.find("k") == "after"


def test_a_folder_that_cannot_be_made_is_no_trouble(tmp_path: Path) -> None:
    tmp_path.joinpath("file").write_text("")
    cache = AnswerCache(tmp_path / "file" / "answers", days=1, megabytes=1)
    put(cache, "k")
    assert cache.find("k") is None
    assert cache.info().entries == cache.purge("a1") == cache.clear() == 0


def test_the_least_used_go_when_it_is_full(cache: AnswerCache) -> None:
    for number in range(250):
        put(cache, f"k{number:03}", "x" * 10_000, article=f"a{number}")
    assert cache.info().size <= 2e6
    fresh = AnswerCache(cache.folder, days=30, megabytes=1)
    changed(cache, "UPDATE answers SET used = used + 9 WHERE key = 'k112'")
    put(fresh, "last", "x" * 10_000)
    assert fresh.info().size <= 1e6
    assert fresh.find("k112") is not None, "it was used last"
    assert fresh.find("k113") is None


@pytest.mark.parametrize("by", ["a1", "hash of a1", "sha256:hash of a1"])
def test_an_article_can_be_purged(cache: AnswerCache, by: str) -> None:
    put(cache, "k1", "SECRET WORDS" * 50)
    put(cache, "k2")
    put(cache, "k3", article="a2")
    assert cache.info().articles == 2
    assert cache.purge(by) == 2
    assert cache.purge(by) == 0
    assert (cache.find("k1"), cache.find("k3")) == (None, "{}")
    left = b"".join(path.read_bytes() for path in cache.folder.iterdir())
    assert b"SECRET WORDS" not in left, "nothing of it stays in the file"


def test_all_can_be_cleared(cache: AnswerCache) -> None:
    put(cache, "k1")
    put(cache, "k2")
    assert cache.clear() == 2
    assert list(cache.folder.iterdir()) == []
    put(cache, "k1")
    assert cache.info().entries == 1


def _fill(folder: Path, worker: int) -> None:
    cache = AnswerCache(folder, days=1, megabytes=10)
    for number in range(60):
        put(cache, f"{number % 20}", f"{worker}")
        assert cache.find(f"{number % 20}") is not None


def test_many_processes_share_it(cache: AnswerCache) -> None:
    context = multiprocessing.get_context("fork")
    workers = [context.Process(target=_fill, args=(cache.folder, n)) for n in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * 4
    assert cache.info().entries == 20


def test_whatever_decides_an_answer_is_in_its_key() -> None:
    asked = {"model": "m", "messages": [{"role": "user", "content": "\ud800 盐"}], "sampling": {}}
    keys = {
        key_of(**asked),
        key_of(**{**asked, "model": "n"}),
        key_of(**{**asked, "messages": []}),
        key_of(**{**asked, "sampling": {"temperature": 1}}),
        key_of(**asked, weights="w"),
    }
    assert len(keys) == 5
    assert key_of(**asked) in keys
