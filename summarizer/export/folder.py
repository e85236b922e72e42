"""A folder to put tables into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.errors import OutputError


@contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """Make the folder if it is not there; it goes again if nothing came into it.

    Raises:
        OutputError: it cannot be made, or a file has its name.
    """
    new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise OutputError(
            f"{folder} is no folder", hint="tables go into a folder: name another with -o"
        ) from error
    except OSError as error:
        raise OutputError(
            f"cannot write to {folder}: {error.strerror}", hint="choose another place with -o"
        ) from error
    try:
        yield
    finally:
        if new:
            with suppress(OSError):  # it holds something
                folder.rmdir()
