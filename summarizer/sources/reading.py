"""Bytes to text: size, kind and encoding are checked before anything is believed."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from summarizer.errors import InputError

SIZE_LIMIT: Final = 20_000_000
"""Bytes; no article is longer, and a larger file is refused before it is read."""
_SIZE_HINT: Final = "cut it into articles, one a file or one a line of .jsonl"
_MAGIC: Final = {
    b"%PDF-": "a PDF file",
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
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3\x00": "a database",
    b"GGUF": "model weights",
}
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins the same way
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_file(file: BinaryIO, shown: str) -> bytes:
    """All bytes of an open file; `shown` is its path as the user wrote it."""
    size = os.fstat(file.fileno()).st_size
    if size > SIZE_LIMIT:
        raise _too_large(shown, f"{size / 1e6:.0f} MB")
    return read_stream(file, shown)


@contextmanager
def opened(path: Path, shown: str) -> Iterator[BinaryIO]:
    """The open file; whatever the system has against it becomes an InputError."""
    try:
        with path.open("rb") as file:
            yield file
    except ValueError as error:
        raise InputError(f"{shown!r}: not a path", hint="check the path") from error
    except FileNotFoundError as error:
        raise InputError(f"{shown}: no such file", hint="check the path") from error
    except PermissionError as error:
        raise InputError(
            f"{shown}: not allowed to read it", hint="check who may read the file and its folder"
        ) from error
    except OSError as error:
        raise InputError(
            f"{shown}: cannot be read ({error.strerror})", hint="check the path"
        ) from error


def read_stream(stream: BinaryIO, shown: str) -> bytes:
    """All bytes of a stream, up to the limit."""
    data = stream.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        raise _too_large(shown, f"more than {SIZE_LIMIT / 1e6:.0f} MB")
    return data


def read_lines(file: BinaryIO, shown: str, encoding: str | None) -> Iterator[str | InputError]:
    """The lines of an open file one by one, however long it is; a bad one becomes its error."""
    head = file.read(4)
    file.seek(0)
    if (mark := _marked(head)) and mark != "utf-8-sig":
        yield from decode(read_stream(file, shown), shown, encoding).split("\n")
        return
    number = 0
    while line := file.readline(SIZE_LIMIT + 1):
        number += 1
        if len(line) > SIZE_LIMIT:
            raise _too_large(f"{shown}, line {number}", f"more than {SIZE_LIMIT / 1e6:.0f} MB")
        try:
            yield _decoded(line, f"{shown}, line {number}", encoding or "utf-8").lstrip("\ufeff")
        except InputError as error:
            yield error


def decode(data: bytes, shown: str, encoding: str | None = None) -> str:
    """The text of the bytes: in the encoding given, by its byte order mark, or UTF-8."""
    marked = _marked(data)
    _refuse_binary(data, shown, nul_is_text=bool(marked or encoding))
    text = _decoded(data, shown, encoding or marked or "utf-8")
    if not text.strip("\ufeff \t\r\n\xa0"):
        raise InputError(f"{shown}: the file is empty", hint="give a file with text in it")
    return text


def _marked(data: bytes) -> str | None:
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


def _too_large(shown: str, size: str) -> InputError:
    return InputError(
        f"{shown}: too large ({size}; the limit is {SIZE_LIMIT / 1e6:.0f} MB)", hint=_SIZE_HINT
    )


def _refuse_binary(data: bytes, shown: str, *, nul_is_text: bool) -> None:
    kind = next((name for magic, name in _MAGIC.items() if data.startswith(magic)), None)
    if kind is None and not nul_is_text and b"\x00" in data:
        kind = "a binary file (it has NUL bytes)"
    if kind is not None:
        raise InputError(f"{shown}: not a text but {kind}", hint="save the article as plain text")


def _suggestion(data: bytes, failed: str) -> str:
    """An encoding that may fit: the detector's guess if there is one, else the usual suspect."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return "cp1252"
    best = from_bytes(data[:20_000]).best()
    return best.encoding if best is not None and best.encoding != failed else "cp1252"
