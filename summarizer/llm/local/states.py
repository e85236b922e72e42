"""What the engine has read, kept as files, so that the next process need not read it again."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

KEPT = 6  # about 28 KiB a token: a prompt of 1,000 tokens is 29 MB
SUFFIX = ".state"
ABANDONED_SECONDS = 3600


@dataclass(frozen=True)
class StateStore:
    """A folder of saved states; `fit` says which model, engine and setting one must be made by.

    File names are `NAME.KEY.DIGEST.state`: KEY hashes name and fit, DIGEST the content, so that a
    foreign, truncated or altered file is simply not found. The engine must never be given one: it
    ends on the spot.
    """

    folder: Path
    fit: str = ""

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Make the folder, for this user alone, and clear away what killed runs left in it.

        OSError where it cannot be written.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in folder.glob("*.partial"):
            if time.time() - path.stat().st_mtime > ABANDONED_SECONDS:
                path.unlink(missing_ok=True)
        return cls(folder.absolute())

    def fitting(self, fit: str) -> Self:
        """Return the same folder, seen by an engine that only `fit` describes."""
        return replace(self, fit=fit)

    def save(self, name: str, write: Callable[[str], int]) -> None:
        """Keep the file that `write(file name)` puts into the folder; drop all but the newest.

        `write` returns how many bytes there should be; OSError where there are fewer.
        """
        temporary = self.folder / f"{secrets.token_hex(8)}.partial"
        stem = self._stem(name)
        try:
            if write(temporary.name) != temporary.stat().st_size:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            target = self.folder / f"{stem}.{_digest(temporary)}{SUFFIX}"
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
        older = [path for path in self._newest_first(f"{stem}.*{SUFFIX}") if path != target]
        for path in [*older, *self._newest_first(f"*{SUFFIX}")[KEPT:]]:
            path.unlink(missing_ok=True)

    def find(self, name: str) -> Path | None:
        """Return the newest sound file of that name and mark it as used; damaged ones go."""
        for path in self._newest_first(f"{self._stem(name)}.*{SUFFIX}"):
            try:
                if path.name.endswith(f".{_digest(path)}{SUFFIX}"):
                    os.utime(path)
                    return path
                path.unlink()
            except OSError:
                continue  # another process dropped it, or it cannot be read: a miss
        return None

    def _stem(self, name: str) -> str:
        readable = re.sub(r"[^A-Za-z0-9_-]+", "-", name)[:32]
        key = hashlib.sha256(f"{self.fit}\n{name}".encode()).hexdigest()[:16]
        return f"{readable}.{key}"

    def _newest_first(self, pattern: str) -> list[Path]:
        dated = []
        for path in self.folder.glob(pattern):
            try:
                dated.append((path.stat().st_mtime_ns, path))
            except OSError:
                continue  # another process dropped it meanwhile
        return [path for _, path in sorted(dated, reverse=True)]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
