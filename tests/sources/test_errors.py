"""Every input that cannot be used: one clear line, a hint, exit code 3, never a traceback."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.sources import FailedSource, Options, load, load_all
from summarizer.sources.kinds import SUFFIXES
from summarizer.sources.reading import SIZE_LIMIT


def _error(
    source: str | Path, stdin: bytes | None = None, encoding: str | None = None
) -> InputError:
    stream = io.BytesIO(stdin) if stdin is not None else None
    with pytest.raises(InputError) as caught:
        load(source, stdin=stream, options=Options(encoding))
    error = caught.value
    assert error.exit_code == 3
    assert error.hint
    assert "\n" not in error.message + error.hint
    return error


def test_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    assert _error(path).message == f"{path}: no such file"


def test_empty_folder(tmp_path: Path) -> None:
    error = _error(tmp_path)
    assert error.message == f"{tmp_path}: no articles in this folder"
    assert error.hint == f"files must end in {', '.join(SUFFIXES)}"


def test_pattern_that_matches_nothing(tmp_path: Path) -> None:
    assert _error(f"{tmp_path}/*.txt").message == f"{tmp_path}/*.txt: matches no article"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u2003".encode()])
@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.jsonl"])
def test_empty_file(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert _error(path).message == f"{path}: the file is empty"


def test_text_of_invisible_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\u200b\u200e", encoding="utf-8")
    assert _error(path).message == f"{path}: the text is empty"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 x", "a PDF file"),
        (b"PK\x03\x04\x00", "a ZIP archive or an Office document"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"GGUF\x03\x00", "model weights"),
        (b"abc\x00def", "a binary file (it has NUL bytes)"),
        (b"\n <!DOCTYPE html><p>x", "a web page (HTML)"),
        (b"<html>", "a web page (HTML)"),
        (b"{\\rtf1 x}", "an RTF document"),
    ],
)
def test_binary_file(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    error = _error(path)
    assert error.message == f"{path}: not a text but {kind}"
    named = {"a PDF file": "something.pdf", "a web page (HTML)": "something.html"}
    said = f"name it {named[kind]}" if kind in named else "save the article as plain text"
    assert error.hint == said


@pytest.mark.parametrize(
    ("text", "encoding", "suggested"),
    [
        ("El señor López dijo que mañana no habrá reunión. “No”, añadió.", "cp1252", "cp1252"),
        ("Президент подписал закон. Он сказал, что всё хорошо.", "cp1251", "cp1251"),
        ("电车司机周一投票，市长没有出席。", "gb18030", "gb18030"),
    ],
)
def test_undeclared_encoding(tmp_path: Path, text: str, encoding: str, suggested: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    error = _error(path)
    assert error.message.startswith(f"{path}: not valid utf-8 at byte ")
    assert error.hint == f"name its encoding: --encoding {suggested}"


@pytest.mark.parametrize("text", ["RIFF files hold sound.", "GGUF is a file format.", "BZh"])
def test_a_text_may_begin_like_a_binary_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    assert load(path)[0].text == text


def test_a_compressed_jsonl_file_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(gzip.compress(b"\n".join([b"{}"] * 1_000)))
    (failed,) = load_all([path])
    assert isinstance(failed, FailedSource)
    assert failed.error.message == f"{path}: not a text but a gzip archive"


def test_wrong_encoding_given(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("señor".encode("cp1252"))
    assert _error(path, encoding="ascii").message == f"{path}: not valid ascii at byte 2"


def test_unknown_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The port closed.", encoding="utf-8")
    for name in ("utf-99", "hex"):
        assert _error(path, encoding=name).message == f"unknown encoding '{name}'"


def test_too_large_a_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    monkeypatch.setattr("summarizer.sources.reading.read_stream", _must_not_be_called)
    assert _error(path).message == f"{path}: too large (50 MB; the limit is 20 MB)"


def _must_not_be_called(*_: object) -> bytes:
    raise AssertionError("the file was read")


def test_too_much_on_standard_input() -> None:
    error = _error("-", stdin=b"a" * (SIZE_LIMIT + 1))
    assert error.message == "standard input: too large (more than 20 MB; the limit is 20 MB)"


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert _error("-").message == "standard input is closed"


@pytest.mark.parametrize("suffix", [".odt", ".rtf", ".xlsx", ".DOC"])
def test_kinds_that_are_not_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(b"x")
    error = _error(path)
    assert error.message == f"{path}: {suffix.lower()} files are not read"
    assert error.hint == "save the article as plain text"


def test_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever runs the tests may be root, to whom nothing is forbidden.
    monkeypatch.setattr(Path, "iterdir", _forbidden)
    assert _error(tmp_path).message == f"{tmp_path}: not allowed to read the folder"


def test_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    monkeypatch.setattr(Path, "open", _forbidden)
    assert _error(path).message == f"{path}: not allowed to read it"


def _forbidden(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize("name", ["a\x00b.txt", "x" * 5_000])
def test_names_that_are_no_path(name: str) -> None:
    assert "read" in _error(name).message


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        (
            "a.json",
            b"{}]",
            "malformed JSON: Extra data: line 1 column 3 (char 2)",
        ),
        ("a.json", b"[]", "the list is empty"),
        ("a.json", b"5", "not an article but a number"),
        ("a.json", b'{"text": 5}', "text: Input should be a valid string"),
        ("a.json", b'{"text": "a", "body": 1}', "body: Extra inputs are not permitted"),
        ("a.json", b'{"kind": "summary"}', "not an article but a summary"),
        ("a.json", b'{"text": ""}', "the text is empty"),
    ],
)
def test_json_that_is_no_article(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert _error(path).message == f"{path}: {message}"


def test_json_nested_by_the_thousand(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"[" * 200_000)
    assert "malformed JSON" in _error(path).message
