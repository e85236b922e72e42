"""A lock between processes, held on an open file, let go by the system when its holder dies."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

POLL_SECONDS = 0.1
NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP}  # some network file systems


@contextmanager
def file_lock(descriptor: int, *, while_waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the open file for this process alone and close it in the end; POSIX only.

    `while_waiting` is called every 0.1 s until the file is free. The file itself stays: removing it
    would let two processes lock two files of one name. Where the file system has no locks, nothing
    is held.
    """
    try:
        while not _try_lock(descriptor):
            while_waiting()
            time.sleep(POLL_SECONDS)
        yield
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in NO_LOCKS_HERE:
            raise
    return True
