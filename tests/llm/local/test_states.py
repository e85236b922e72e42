"""Saved states: found by what they fit, never by luck."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.llm.local.states import KEPT, StateStore


@pytest.fixture
def store(tmp_path: Path) -> StateStore:
    return StateStore.open(tmp_path / "states").fitting("model 1, engine 1")


def writing(store: StateStore, content: bytes) -> Callable[[str], int]:
    """Act as the engine, which writes the file of that name into the folder."""

    def write(name: str) -> int:
        return (store.folder / name).write_bytes(content)

    return write


def files(store: StateStore) -> list[Path]:
    return sorted(store.folder.iterdir())


def test_what_was_saved_is_found(store: StateStore) -> None:
    store.save("prompt", writing(store, b"state"))
    found = store.find("prompt")
    assert found is not None
    assert found.read_bytes() == b"state"
    assert files(store) == [found]


def test_another_name_model_or_engine_finds_nothing(store: StateStore) -> None:
    store.save("prompt", writing(store, b"state"))
    assert store.find("prompt 2") is None
    assert store.fitting("model 2, engine 1").find("prompt") is None


def test_saving_again_replaces(store: StateStore) -> None:
    store.save("prompt", writing(store, b"old"))
    store.save("prompt", writing(store, b"new"))
    found = store.find("prompt")
    assert found is not None
    assert found.read_bytes() == b"new"
    assert files(store) == [found]


@pytest.mark.parametrize("content", [b"", b"stat", b"Xtate", b"state and more"])
def test_a_damaged_file_is_a_miss_and_goes(store: StateStore, content: bytes) -> None:
    store.save("prompt", writing(store, b"state"))
    files(store)[0].write_bytes(content)
    assert store.find("prompt") is None
    assert files(store) == []


def test_only_the_last_used_are_kept(store: StateStore) -> None:
    for number in range(KEPT):
        store.save(f"prompt {number}", writing(store, b"%d" % number))
        os.utime(store.find(f"prompt {number}") or "", ns=(number, number))
    assert store.find("prompt 0") is not None  # used again: now the newest
    store.save("one more", writing(store, b"more"))
    kept = [number for number in range(KEPT) if store.find(f"prompt {number}")]
    assert kept == [0, *range(2, KEPT)]
    assert store.find("one more") is not None


def test_a_failed_save_leaves_nothing(store: StateStore) -> None:
    def write(name: str) -> int:
        (store.folder / name).write_bytes(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.save("prompt", write)
    assert files(store) == []


def test_a_state_cut_by_a_full_disk_is_not_kept(store: StateStore) -> None:
    with pytest.raises(OSError, match="No space left"):
        store.save("prompt", lambda name: (store.folder / name).write_bytes(b"half") + 1)
    assert files(store) == []


def test_opening_clears_what_killed_runs_left(store: StateStore) -> None:
    fresh, stale = store.folder / "a.partial", store.folder / "b.partial"
    fresh.write_bytes(b"another process is at it")
    stale.write_bytes(b"nobody's")
    os.utime(stale, (0, 0))
    StateStore.open(store.folder)
    assert files(store) == [fresh]


def test_the_folder_is_the_users_alone(store: StateStore) -> None:
    assert store.folder.stat().st_mode & 0o777 == 0o700


def test_names_never_leave_the_folder(store: StateStore) -> None:
    store.save("../../outside / of it", writing(store, b"state"))
    assert [path.parent for path in files(store)] == [store.folder]
    assert store.find("../../outside / of it") is not None
