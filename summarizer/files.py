"""Write a result file whole or not at all."""

from __future__ import annotations

import fcntl
import glob
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.errors import OutputError

_READABLE = 0o666
_PARTIAL = ".partial"
_LONGEST_STEM = 120
_LOCKED_WITHIN = 1.0
"""Seconds from the making of a file to its lock, at the very most."""


def write_output(path: Path, content: str | bytes) -> None:
    """Write a file in one go; text is UTF-8."""
    data = content.encode() if isinstance(content, str) else content
    with replaced(path) as place:
        place.write_bytes(data)


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """An empty file beside `path` to write to, which takes its place when all went well.

    A device or a pipe is itself what is written to; a link is replaced, not followed.

    Raises:
        OutputError: it cannot be written; what was there before still is.
    """
    try:
        if path.is_dir():
            raise OutputError(f"{path} is a folder", hint="name a file in it")
        if path.exists() and not path.is_file():
            yield path
        else:
            yield from _beside(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {path}: {reason}", hint=_hint(path)) from error


def _beside(path: Path) -> Iterator[Path]:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(None, "the file is read-only")
    mode = path.stat().st_mode & 0o777 if path.exists() else _READABLE & ~_umask()
    prefix = f".{shortened(path.name)}."
    _clear_away(path.parent, prefix)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=_PARTIAL)
    temporary = Path(name)
    try:
        _lock(descriptor)
        yield temporary
        os.fsync(descriptor)
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:  # Ctrl-C too: nothing half-written stays behind
        with suppress(OSError):
            temporary.unlink()
        raise
    finally:
        os.close(descriptor)


def shortened(name: str) -> str:
    """The beginning of a file's name: a file system counts its bytes, up to 255."""
    return name.encode(errors="replace")[:_LONGEST_STEM].decode(errors="ignore")


def _clear_away(folder: Path, prefix: str) -> None:
    """Remove what killed runs left half-written here: a living one holds its file's lock."""
    for left in folder.glob(f"{glob.escape(prefix)}*{_PARTIAL}"):
        with suppress(OSError), left.open("rb") as file:
            settled = time.time() - left.stat().st_mtime > _LOCKED_WITHIN
            if settled and _lock(file.fileno()):
                left.unlink()


def _lock(descriptor: int) -> bool:
    """Hold an open file until it is closed; False where another process does, or nobody can."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _hint(path: Path) -> str:
    if not path.parent.is_dir():
        return f"create the folder {path.parent} first"
    return "choose another place with -o"
