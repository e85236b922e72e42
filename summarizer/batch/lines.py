"""A file of JSON lines that survives a kill at any moment and is written by one process at a time.

A line is there whole and on the disk before anyone is told so. A kill in the middle of one leaves a
broken last line, which is cut off when the file is opened again.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final, Self

from summarizer.errors import OutputError
from summarizer.locks import lock_beside, locked

_FLAGS: Final = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC
_READ: Final = 2**20


class LineFile:
    """The file, open and locked until it is closed."""

    def __init__(self, path: Path, descriptor: int, begins: bytes, held: ExitStack) -> None:
        self.path = path
        self._held = held
        self._descriptor = descriptor
        self._begins = begins
        self._length = 0
        self._waiting: list[bytes] = []
        self._writing = asyncio.Lock()
        self._coming: asyncio.Task[None] | None = None
        """What will write the lines that wait."""
        self._broken: OutputError | None = None

    @classmethod
    def open(cls, path: Path, begins: bytes) -> Self:
        """Take the file, made if there is none; `begins` is how each of its lines begins.

        Raises:
            OutputError: it cannot be written, another run writes it, or it holds something else.
        """
        with _said(path), ExitStack() as stack:
            if path.exists() and not path.is_file():
                raise OutputError(f"{path} is no ordinary file", hint="name another with -o")
            stack.enter_context(lock_beside(path))  # whoever replaces the file looks there
            file = cls(path, locked(path, _FLAGS, path), begins, stack.pop_all())
        try:
            with _said(path):
                file._cut_off_broken_line()
                _temporary(path).unlink(missing_ok=True)
                _settle_folder(path)
        except BaseException:
            file.close()
            raise
        return file

    def lines(self) -> Iterator[bytes]:
        """The lines that it held when it was opened, or was rewritten, and those since."""
        with _said(self.path), self.path.open("rb") as file:
            yield from file

    async def append(self, line: str) -> None:
        """Add a line, which ends in a line feed; afterwards it is on the disk.

        Lines that come while others are being written go to the disk together.

        Raises:
            OutputError: it could not be written; the file then ends with the line before.
        """
        self._waiting.append(line.encode())
        if self._coming is None:
            self._coming = asyncio.create_task(self._write_waiting())
        await asyncio.shield(self._coming)  # it is the others' too

    async def _write_waiting(self) -> None:
        async with self._writing:
            self._coming = None
            data = b"".join(self._waiting)
            self._waiting.clear()
            if self._broken is not None:
                raise self._broken
            await asyncio.to_thread(self._write, data)

    def rewrite(self, lines: Iterable[bytes]) -> None:
        """Put these lines in its place, all or none of them.

        Raises:
            OutputError: there is no room; the file is as it was.
        """
        temporary = _temporary(self.path)
        with _said(self.path):
            descriptor = locked(temporary, _FLAGS | os.O_NOFOLLOW, self.path)
            try:
                os.fchmod(descriptor, os.fstat(self._descriptor).st_mode & 0o777)
                with os.fdopen(os.dup(descriptor), "wb") as file:
                    file.truncate()
                    file.writelines(lines)
                os.fsync(descriptor)
                temporary.replace(self.path)
            except BaseException:
                os.close(descriptor)
                with suppress(OSError):
                    temporary.unlink()
                raise
            _settle_folder(self.path)
        os.close(self._descriptor)
        self._descriptor = descriptor
        self._length = os.fstat(descriptor).st_size

    def close(self, *, keep_empty: bool = True) -> None:
        """Let another run have it; an empty one may go."""
        if not keep_empty and self._length == 0:
            with suppress(OSError):
                self.path.unlink()
        os.close(self._descriptor)
        self._held.close()

    def _write(self, data: bytes) -> None:
        try:
            with _said(self.path):
                rest = memoryview(data)
                while rest:
                    rest = rest[os.write(self._descriptor, rest) :]
                os.fsync(self._descriptor)
        except OutputError as error:
            self._broken = error
            with suppress(OSError):
                os.ftruncate(self._descriptor, self._length)
            raise
        self._length += len(data)

    def _cut_off_broken_line(self) -> None:
        self._length = os.fstat(self._descriptor).st_size
        whole = self._end_of_last_whole_line()
        if whole == self._length:
            return
        tail = os.pread(self._descriptor, len(self._begins), whole)
        if not self._begins.startswith(tail):
            raise OutputError(
                f"{self.path} holds something else than results of a batch",
                hint="name another file with -o",
            )
        os.ftruncate(self._descriptor, whole)
        os.fsync(self._descriptor)
        self._length = whole

    def _end_of_last_whole_line(self) -> int:
        end = self._length
        while end > 0:
            start = max(0, end - _READ)
            found = os.pread(self._descriptor, end - start, start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            end = start
        return 0


def _temporary(path: Path) -> Path:
    return path.with_name(f".{path.name}.rewritten")


def _settle_folder(path: Path) -> None:
    """Make the file's name last as its content does."""
    descriptor = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise OutputError(
            f"cannot write {path}: there is no folder {path.parent}", hint="create it first"
        ) from error
    except OSError as error:
        raise OutputError(
            f"cannot write {path}: {error.strerror or error}",
            hint="make room or choose another place with -o; what is done is kept",
        ) from error
