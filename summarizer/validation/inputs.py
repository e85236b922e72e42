"""Files to check: paths, folders, patterns and standard input, read one document at a time."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from summarizer.validation.problem import Problem

STDIN: Final = "-"
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of one document; a summary of the longest article has a few million."""
_SUFFIXES: Final = frozenset({".json", ".jsonl", ".ndjson"})


class Document(NamedTuple):
    """The bytes of one document; `line` is its line in a file with one document a line."""

    data: bytes
    line: int | None = None


def files_of(name: str) -> list[str]:
    """Expand a folder or a pattern to files; a name that is neither stays as it is."""
    path = Path(name)
    if name != STDIN and path.is_dir():
        return [str(file) for file in sorted(path.rglob("*")) if _is_ours(file, path)]
    if name != STDIN and glob.has_magic(name) and not path.exists():
        matches = glob.glob(name, recursive=True)  # noqa: PTH207  # absolute patterns too
        return sorted(file for match in matches if not _is_pipe(match) for file in files_of(match))
    return [name]


def read_documents(name: str, stdin: BinaryIO) -> Iterator[Document | Problem]:
    """Read the documents of a file, or the problem that keeps them from being read."""
    try:
        if name == STDIN:
            yield from _from_stream(stdin)
            return
        path = Path(name)
        with path.open("rb") as file:
            lines = path.suffix.lower() in (".jsonl", ".ndjson")
            yield from _lines(file) if lines else _whole(file)
    except FileNotFoundError:
        link = name != STDIN and Path(name).is_symlink()
        message = "the link leads to no file" if link else "there is no such file"
        yield Problem("missing_file", "", message)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else str(error)
        yield Problem("unreadable_file", "", f"the file cannot be read: {reason}")


def _is_pipe(name: str) -> bool:
    """Whether it is a named pipe, which a pattern may match, and which would be waited for."""
    return Path(name).is_fifo()


def _is_ours(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in _SUFFIXES and not hidden and path.is_file()


def _from_stream(stream: BinaryIO) -> Iterator[Document | Problem]:
    """Read one document a line if the first line is a document of its own, else one in all."""
    first = stream.readline(LARGEST + 1)
    if _is_object(first):
        yield from _lines(_Chained(first, stream))
    else:
        yield from _whole(_Chained(first, stream))


class _Chained:
    """A stream with its first line put back."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = BytesIO(first)
        self._rest = rest

    def readline(self, size: int) -> bytes:
        return self._first.readline(size) or self._rest.readline(size)

    def read(self, size: int) -> bytes:
        return self._first.read(size) + self._rest.read(size)


_Stream = BinaryIO | _Chained


def _is_object(line: bytes) -> bool:
    import json

    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _whole(stream: _Stream) -> Iterator[Document | Problem]:
    data = stream.read(LARGEST + 1)
    problem = _unusable(data)
    yield problem if problem is not None else Document(data)


def _lines(stream: _Stream) -> Iterator[Document | Problem]:
    number = 0
    empty = True
    while line := stream.readline(LARGEST + 1):
        number += 1
        if not line.strip():
            continue
        empty = False
        problem = _unusable(line)
        if problem is not None:
            yield Problem(problem.code, "", problem.message, line=number)
            return  # what follows is the rest of the line, or as binary
        yield Document(line, number)
    if empty:
        yield _EMPTY


_EMPTY: Final = Problem("empty_file", "", "the file is empty")


def _unusable(data: bytes) -> Problem | None:
    if len(data) > LARGEST:
        return Problem("too_large", "", f"larger than {LARGEST // 1024 // 1024} MiB")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem("not_text", "", "the file is UTF-16, not UTF-8")
    if b"\0" in data:
        return Problem("not_text", "", "the file is binary")
    return _EMPTY if not data.strip(b" \t\r\n\xef\xbb\xbf") else None


def expand(names: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Give each name with the files that it stands for."""
    for name in names:
        try:
            yield name, files_of(name)
        except (OSError, ValueError):
            yield name, [name]  # reading it will say what is wrong
