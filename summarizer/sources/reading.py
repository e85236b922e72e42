"""Bytes to text: size, kind and encoding are checked before anything is believed."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from summarizer.errors import InputError

SIZE_LIMIT: Final = 20_000_000
"""Bytes; no article is longer, and a larger file is refused before it is read."""
_SIZE_HINT: Final = "cut it into articles, one a file or one a line of .jsonl"
_FORMATS: Final = {
    b"%pdf-": "a PDF file",
    b"{\\rtf": "an RTF document",
    b"<!doctype html": "a web page (HTML)",
    b"<html": "a web page (HTML)",
}
"""How files of other kinds begin that may be text throughout; capitals do not count."""
_NAMED: Final = {"a PDF file": "something.pdf", "a web page (HTML)": "something.html"}
"""Kinds that are read under a suffix of their own."""
_MAGIC: Final = {
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "a media file",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3\x00": "a database",
    b"GGUF": "model weights",
}
"""How binary files begin. A text may begin so too, such as an article on RIFF files."""
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same way
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_LOOKED_AT: Final = 20_000
_HEAD: Final = 64
"""Bytes by which a file's kind and encoding can be told."""
_WESTERN: Final = "cp1252"
_AS_FOUND: Final = ""
_USUAL: Final = {"Cyrillic": "cp1251", "Arabic": "cp1256", "Greek": "cp1253", "CJK": _AS_FOUND}
"""The usual encoding of an alphabet that is not Unicode's."""


def read_file(file: BinaryIO, shown: str) -> bytes:
    """All bytes of an open file; `shown` is its path as the user wrote it."""
    if not isinstance(file, io.BytesIO):
        size = os.fstat(file.fileno()).st_size
        if size > SIZE_LIMIT:
            raise _too_large(shown, f"{size / 1e6:.0f} MB")
    return read_stream(file, shown)


def open_file(path: Path, shown: str) -> BinaryIO:
    """The file, open for reading; whatever the system has against it becomes an InputError."""
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise InputError(f"{shown}: no such file", hint="check the path") from error
    except PermissionError as error:
        raise InputError(
            f"{shown}: not allowed to read it", hint="check who may read the file and its folder"
        ) from error
    except (OSError, ValueError) as error:
        raise _unreadable(shown, error) from error


def read_stream(stream: BinaryIO, shown: str) -> bytes:
    """All bytes of a stream, up to the limit."""
    try:
        data = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise _unreadable(shown, error) from error
    if len(data) > SIZE_LIMIT:
        raise _too_large(shown, f"more than {SIZE_LIMIT / 1e6:.0f} MB")
    return data


def read_lines(file: BinaryIO, shown: str, encoding: str | None) -> Iterator[str | InputError]:
    """The lines of an open file one by one, however long it is; a bad one becomes its error."""
    _decoded(b"", shown, encoding or "utf-8")  # an unknown encoding is one error, not one a line
    head = file.read(_HEAD)
    file.seek(0)
    _refuse_binary(head, shown, nul_is_text=True)
    if (mark := marked_encoding(head)) and mark != "utf-8-sig":
        yield from decode(read_stream(file, shown), shown, encoding).split("\n")
        return
    number = 0
    while line := file.readline(SIZE_LIMIT + 1):
        number += 1
        if len(line) > SIZE_LIMIT:
            raise _too_large(f"{shown}, line {number}", f"more than {SIZE_LIMIT / 1e6:.0f} MB")
        try:
            text = _decoded(line, f"{shown}, line {number}", encoding or "utf-8")
            yield text.removeprefix("\ufeff")
        except InputError as error:
            yield error


def decode(data: bytes, shown: str, encoding: str | None = None) -> str:
    """The text of the bytes: in the encoding given, by its byte order mark, or UTF-8."""
    marked = marked_encoding(data)
    _refuse_binary(data, shown, nul_is_text=bool(marked or encoding))
    text = _decoded(data, shown, encoding or marked or "utf-8").removeprefix("\ufeff")
    if not text.strip():
        raise InputError(f"{shown}: the file is empty", hint="give a file with text in it")
    return text


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark at the beginning names."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _decoded(data: bytes, shown: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError as error:
        raise InputError(
            f"unknown encoding '{encoding}'", hint="use a name such as utf-8, cp1252, gb18030"
        ) from error
    except UnicodeError as error:
        at = f" at byte {error.start}" if isinstance(error, UnicodeDecodeError) else ""
        raise InputError(
            f"{shown}: not valid {encoding}{at}",
            hint=f"name its encoding: --encoding {_suggestion(data, encoding)}",
        ) from error


def _unreadable(shown: str, error: OSError | ValueError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return InputError(f"{shown!r}: cannot be read ({reason})", hint="check the path")


def _too_large(shown: str, size: str) -> InputError:
    return InputError(
        f"{shown}: too large ({size}; the limit is {SIZE_LIMIT / 1e6:.0f} MB)", hint=_SIZE_HINT
    )


def _refuse_binary(data: bytes, shown: str, *, nul_is_text: bool) -> None:
    kind = _begins_with(_FORMATS, data[:_LOOKED_AT].lstrip().lower())
    if kind is None and (b"\x00" in data or not _is_utf8(data[:_LOOKED_AT])):
        kind = _begins_with(_MAGIC, data)
    if kind is None and b"\x00" in data and not nul_is_text:
        kind = "a binary file (it has NUL bytes)"
    if kind is not None:
        hint = f"name it {_NAMED[kind]}" if kind in _NAMED else "save the article as plain text"
        raise InputError(f"{shown}: not a text but {kind}", hint=hint)


def _begins_with(kinds: dict[bytes, str], data: bytes) -> str | None:
    return next((name for magic, name in kinds.items() if data.startswith(magic)), None)


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)  # which may end inside a character
    except UnicodeDecodeError:
        return False
    return True


def _suggestion(data: bytes, failed: str) -> str:
    """An encoding that may fit, from the detector's guess if there is a detector.

    Within an alphabet its guesses are poor, so the alphabet's usual encoding is named.
    """
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return _WESTERN
    best = from_bytes(data[:_LOOKED_AT]).best()
    if best is None:
        return _WESTERN
    seen = " ".join(best.alphabets)
    usual = next((name for alphabet, name in _USUAL.items() if alphabet in seen), _WESTERN)
    found = best.encoding if usual == _AS_FOUND else usual
    return found if found != failed else _WESTERN
