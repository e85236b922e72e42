"""From what the user wrote to files: a file, all files of a folder, or what a pattern matches."""

from __future__ import annotations

import glob
import re
from collections.abc import Collection
from pathlib import Path
from typing import Final

from summarizer.errors import InputError

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is an address rather than a path."""
    return _ADDRESS.match(source) is not None


def files_of(source: str | Path, suffixes: Collection[str]) -> list[Path]:
    """The files that a source names, sorted; of a folder or a pattern those with a known suffix."""
    shown = str(source)
    path = Path(source).expanduser()
    try:
        if path.is_dir():
            return _files_in(path, shown, suffixes)
        if not path.exists() and glob.has_magic(shown):
            return _matching(shown, suffixes)
    except PermissionError as error:
        raise InputError(
            f"{shown}: not allowed to read the folder", hint="check who may read it"
        ) from error
    except (OSError, ValueError) as error:
        raise InputError(f"{shown[:80]}: not a path that can be read", hint="check it") from error
    return [path]


def _files_in(folder: Path, shown: str, suffixes: Collection[str]) -> list[Path]:
    found = sorted(path for path in folder.iterdir() if _fits(path, suffixes))
    if not found:
        raise InputError(
            f"{shown}: no articles in this folder", hint=f"files must end in {_list(suffixes)}"
        )
    return found


def _matching(pattern: str, suffixes: Collection[str]) -> list[Path]:
    whole = str(Path(pattern).expanduser())
    matched = map(Path, glob.glob(whole, recursive=True))  # noqa: PTH207  # absolute patterns too
    found = sorted(path for path in matched if _fits(path, suffixes))
    if not found:
        raise InputError(
            f"{pattern}: matches no article", hint=f"files must end in {_list(suffixes)}"
        )
    return found


def _fits(path: Path, suffixes: Collection[str]) -> bool:
    return path.suffix.lower() in suffixes and path.is_file() and not path.name.startswith(".")


def _list(suffixes: Collection[str]) -> str:
    return ", ".join(suffixes)
