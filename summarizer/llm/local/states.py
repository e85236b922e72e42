"""What the engine has read, kept as files, so that the next process need not read it again."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

KEPT = 4  # about 28 KiB a token: a prompt of 1,000 tokens is 29 MB
SUFFIX = ".state"


@dataclass(frozen=True)
class StateStore:
    """A folder of saved states that fit one model, one engine and one setting of it.

    File names are `NAME.FIT.DIGEST.state`: FIT hashes what must be equal for a state to mean
    anything, DIGEST the content, so a foreign, cut or altered file is simply not found.
    """

    folder: Path
    fits: str

    def save(self, name: str, write: Callable[[str], None]) -> Path:
        """Keep the file that `write(file name)` puts into the folder, drop all but the newest."""
        temporary = self.folder / f"{secrets.token_hex(8)}.partial"
        try:
            write(temporary.name)
            target = self.folder / f"{self._stem(name)}.{_digest(temporary)}{SUFFIX}"
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
        self._forget_old()
        return target

    def find(self, name: str) -> Path | None:
        """Return the newest sound file of that name and mark it as used; damaged ones go."""
        for path in self._newest_first(f"{self._stem(name)}.*{SUFFIX}"):
            try:
                if path.suffixes[-2:] == [f".{_digest(path)}", SUFFIX]:
                    os.utime(path)
                    return path
                path.unlink()
            except OSError:
                continue  # another process dropped it, or it cannot be read: a miss
        return None

    def _stem(self, name: str) -> str:
        readable = re.sub(r"[^A-Za-z0-9_-]+", "-", name)[:32]
        exact = hashlib.sha256(f"{self.fits}\n{name}".encode()).hexdigest()[:16]
        return f"{readable}.{exact}"

    def _forget_old(self) -> None:
        for path in self._newest_first(f"*{SUFFIX}")[KEPT:]:
            path.unlink(missing_ok=True)

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
