"""Files that one run at a time holds; the system lets them go when their run dies, however it does.

What holds them is `flock`, so that nothing is left to clear up, and it reaches whoever writes
through the same file system. Where a file system has no locks, nothing is held.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from summarizer.errors import OutputError

_MODE: Final = 0o666
_LONGEST_STEM: Final = 120
# A pipe in the lock's place would not let go, a link would lead elsewhere.
_BESIDE: Final = os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NO_LOCKS: Final = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EBADF}
"""What file systems say that have no locks, or none on files open for reading."""


def locked(path: Path, flags: int, output: Path) -> int:
    """A descriptor of the file under this name, for one run alone until it is closed.

    Raises:
        OutputError: another run has it, and so writes the output.
        OSError: it cannot be opened, or cannot be locked.
    """
    while True:
        descriptor = os.open(path, flags, _MODE)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_there(path, descriptor):
                return descriptor
        except BlockingIOError as error:
            os.close(descriptor)
            raise OutputError(
                f"another run is writing {output}", hint="wait for it, or choose another place"
            ) from error
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)  # it was replaced or removed in between: take the one there now


def _is_there(path: Path, descriptor: int) -> bool:
    """Whether an open file still has this name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def hidden_stem(output: Path) -> str:
    """How the names of the hidden files beside an output begin, of no other output's.

    A long name is cut, which then has a hash: a file system counts the bytes, up to 255.
    """
    stem = shortened(output.name)
    if stem != output.name:
        stem += f".{hashlib.sha256(os.fsencode(output.name)).hexdigest()[:8]}"
    return f".{stem}"


def shortened(name: str) -> str:
    """The beginning of a file's name, with room for more."""
    return name.encode(errors="replace")[:_LONGEST_STEM].decode(errors="ignore")


@contextmanager
def lock_beside(output: Path) -> Iterator[None]:
    """Hold an output by an empty file beside it, `.NAME.lock`, which goes in the end.

    Raises:
        OutputError: another run holds it.
        OSError: the file cannot be made.
    """
    lock = output.with_name(f"{hidden_stem(output)}.lock")
    try:
        descriptor = locked(lock, _BESIDE, output)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        yield
        return
    try:
        yield
    finally:
        with suppress(OSError):
            lock.unlink()
        os.close(descriptor)


@contextmanager
def lock_itself(output: Path) -> Iterator[None]:
    """Hold an output as a batch does that adds to it, if it is there and can be read.

    Raises:
        OutputError: another run holds it.
    """
    try:
        descriptor = locked(output, os.O_RDONLY | os.O_CLOEXEC, output)
    except OSError:
        yield
        return
    try:
        yield
    finally:
        os.close(descriptor)
