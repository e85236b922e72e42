"""A model file of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import WeightsError
from summarizer.llm.local import check_gguf

MODEL = b"GGUF" + b"\x03\0\0\0" + bytes(2 << 20)


def test_a_good_file_gets_an_id_that_follows_name_size_and_edges(tmp_path: Path) -> None:
    path = tmp_path / "mine.gguf"
    path.write_bytes(MODEL)
    weights = check_gguf(path)
    assert weights.name == "mine"
    assert weights.id.startswith(f"file:mine.gguf:{len(MODEL)}:")
    path.write_bytes(MODEL[:-1] + b"\x01")
    assert check_gguf(path).id != weights.id


def test_a_relative_path_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.gguf").write_bytes(MODEL)
    monkeypatch.chdir(tmp_path)
    assert check_gguf(Path("mine.gguf")).path == tmp_path / "mine.gguf"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is not a GGUF file"),
        (b"<!DOCTYPE html>" + bytes(2 << 20), "is not a GGUF file"),
        (b"GGUF\x03\0\0\0", "has only 8 bytes"),
    ],
)
def test_what_cannot_be_a_model_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "mine.gguf"
    path.write_bytes(content)
    with pytest.raises(WeightsError, match=reason):
        check_gguf(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="there is no model file"):
        check_gguf(tmp_path / "none.gguf")
    with pytest.raises(WeightsError, match="is a folder"):
        check_gguf(tmp_path)
