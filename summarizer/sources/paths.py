"""From what the user wrote to files: a file, all files of a folder, or what a pattern matches."""

from __future__ import annotations

import glob
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from summarizer.errors import InputError
from summarizer.sources.own import is_rendered

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


class Files(NamedTuple):
    """The files that a source names, sorted."""

    paths: list[Path]
    own: int = 0
    """How many more are renderings of ours, which a folder or a pattern does not stand for."""


def is_address(source: str) -> bool:
    """Whether a source is an address rather than a path."""
    return _ADDRESS.match(source) is not None


def files_of(source: str | Path, suffixes: Collection[str]) -> Files:
    """The files that a source names; of a folder or a pattern those with a known suffix."""
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
    return Files([path])


def _files_in(folder: Path, shown: str, suffixes: Collection[str]) -> Files:
    found = _without_own(path for path in folder.iterdir() if _fits(path, suffixes))
    if not any(found):
        raise InputError(
            f"{shown}: no articles in this folder", hint=f"files must end in {_list(suffixes)}"
        )
    return found


def _matching(pattern: str, suffixes: Collection[str]) -> Files:
    whole = str(Path(pattern).expanduser())
    matched = map(Path, glob.glob(whole, recursive=True))  # noqa: PTH207  # absolute patterns too
    found = _without_own(path for path in matched if _fits(path, suffixes))
    if not any(found):
        raise InputError(
            f"{pattern}: matches no article", hint=f"files must end in {_list(suffixes)}"
        )
    return found


def _without_own(paths: Iterable[Path]) -> Files:
    found = sorted(paths)
    articles = [path for path in found if not is_rendered(path)]
    return Files(articles, own=len(found) - len(articles))


def _fits(path: Path, suffixes: Collection[str]) -> bool:
    return path.suffix.lower() in suffixes and path.is_file() and not path.name.startswith(".")


def _list(suffixes: Collection[str]) -> str:
    return ", ".join(suffixes)
