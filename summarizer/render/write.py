"""Write a result file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from summarizer.errors import OutputError

_READABLE = 0o666


def write_output(path: Path, content: str | bytes) -> None:
    """Write the file beside its place, then rename it there; text is UTF-8.

    A device or a pipe is written to directly; a link is replaced, not followed.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.is_dir():
            raise OutputError(f"{path} is a folder", hint="name a file in it")
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write {path}: {reason}", hint=_hint(path)) from error


def _replace(path: Path, data: bytes) -> None:
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(None, "the file is read-only")
    mode = path.stat().st_mode & 0o777 if path.exists() else _READABLE & ~_umask()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:  # Ctrl-C too: nothing half-written stays behind
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _hint(path: Path) -> str:
    if not path.parent.is_dir():
        return f"create the folder {path.parent} first"
    return "choose another place with -o"
