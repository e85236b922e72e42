"""Write a result file whole or not at all, and one run at a time."""

from __future__ import annotations

import glob
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarizer.errors import OutputError
from summarizer.locks import hidden_stem, lock_beside, lock_itself

_READABLE: Final = 0o666
_PARTIAL: Final = ".partial"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one result goes; nobody else writes there."""

    path: Path

    def write(self, content: str | bytes) -> None:
        """Write the file in one go; text is UTF-8."""
        data = content.encode() if isinstance(content, str) else content
        with self.replaced() as place:
            place.write_bytes(data)

    @contextmanager
    def replaced(self) -> Iterator[Path]:
        """An empty file beside it to write to, which takes its place when all went well.

        A device or a pipe is itself what is written to; a link is replaced, not followed.

        Raises:
            OutputError: it cannot be written; what was there before still is.
        """
        with _said(self.path):
            if _is_stream(self.path):
                yield self.path
            else:
                yield from _beside(self.path)


@contextmanager
def held(path: Path) -> Iterator[Place]:
    """Keep other runs from writing a file until the context is left.

    Raises:
        OutputError: another run is writing it, or it cannot be written.
    """
    with ExitStack() as stack:
        with _said(path):
            if path.is_dir():
                raise OutputError(f"{path} is a folder", hint="name a file in it")
            if not _is_stream(path):
                _check_writable(path)
                stack.enter_context(lock_beside(path))
                stack.enter_context(lock_itself(path))
                _clear_away(path)
        yield Place(path)


def write_output(path: Path, content: str | bytes) -> None:
    """Write a file in one go; text is UTF-8."""
    with held(path) as place:
        place.write(content)


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """As `Place.replaced`, held from the start.

    Raises:
        OutputError: it cannot be written; what was there before still is.
    """
    with held(path) as place, place.replaced() as beside:
        yield beside


def _beside(path: Path) -> Iterator[Path]:
    _check_writable(path)
    mode = path.stat().st_mode & 0o777 if path.exists() else _READABLE & ~_umask()
    prefix = f"{hidden_stem(path)}."
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=prefix, suffix=_PARTIAL)
    temporary = Path(name)
    try:
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


def _clear_away(path: Path) -> None:
    """Remove what killed runs left half-written here: no living one has the lock."""
    for left in path.parent.glob(f"{glob.escape(hidden_stem(path))}.*{_PARTIAL}"):
        with suppress(OSError):
            left.unlink()


def _is_stream(path: Path) -> bool:
    """Whether it is a device or a pipe, which takes what it is given."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _check_writable(path: Path) -> None:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(None, "the file is read-only")


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """What the system has against a place, said as an error of ours."""
    try:
        yield
    except OSError as error:
        reason, hint = error.strerror or str(error), "choose another place with -o"
        if not path.parent.is_dir():
            reason, hint = f"there is no folder {path.parent}", "create it first"
        raise OutputError(f"cannot write {path}: {reason}", hint=hint) from error
