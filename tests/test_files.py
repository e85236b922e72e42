"""Result files: whole or not at all."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from summarizer.errors import OutputError
from summarizer.files import held, write_output


def test_writes_text_as_utf8_and_bytes_as_they_are(tmp_path: Path) -> None:
    write_output(tmp_path / "a.md", "é\r\n\n")
    write_output(tmp_path / "b.docx", b"\x00\xff")
    assert (tmp_path / "a.md").read_bytes() == "é\r\n\n".encode()
    assert (tmp_path / "b.docx").read_bytes() == b"\x00\xff"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "b.docx"]


def test_new_file_follows_the_umask_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_output(tmp_path / "new.md", "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == 0o640
    (tmp_path / "new.md").chmod(0o600)
    write_output(tmp_path / "new.md", "y")
    assert stat.S_IMODE((tmp_path / "new.md").stat().st_mode) == 0o600


def test_failure_keeps_the_old_file_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.md"
    target.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left") as caught:
        write_output(target, "new")
    assert caught.value.exit_code == 3
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_missing_folder_says_to_create_it(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write_output(tmp_path / "no" / "a.md", "x")
    assert str(caught.value).endswith(f"there is no folder {tmp_path / 'no'}")
    assert caught.value.hint == "create it first"


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="is a folder"):
        write_output(tmp_path, "x")


def test_a_long_name_has_room_beside_it(tmp_path: Path) -> None:
    path = tmp_path / f"{'渡' * 80}.json"
    write_output(path, "whole")
    assert [(left.name, left.read_text()) for left in tmp_path.iterdir()] == [(path.name, "whole")]


def test_of_many_runs_at_once_those_that_are_refused_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    written = [f"{number}" * 200_000 for number in range(8)]

    def run(text: str) -> str | None:
        with suppress(OutputError):
            write_output(path, text)
            return text
        return None

    with ThreadPoolExecutor(8) as pool:
        done = set(pool.map(run, written)) - {None}
    assert path.read_text() in done
    assert list(tmp_path.iterdir()) == [path]


def test_long_names_that_begin_alike_are_two_files(tmp_path: Path) -> None:
    with held(tmp_path / f"{'x' * 150}1.json"):
        write_output(tmp_path / f"{'x' * 150}2.json", "whole")


def test_link_is_replaced_not_followed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("keep")
    (tmp_path / "out.md").symlink_to(tmp_path / "precious")
    write_output(tmp_path / "out.md", "new")
    assert (tmp_path / "precious").read_text() == "keep"
    assert (tmp_path / "out.md").read_text() == "new"


def test_device_is_written_to_not_replaced() -> None:
    write_output(Path(os.devnull), "x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
