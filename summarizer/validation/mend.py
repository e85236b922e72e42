"""`--fix`: apply the edits that problems bring along, and write the document in its own style."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from os import fsync
from pathlib import Path
from shutil import copymode
from typing import IO, Any, Final

from summarizer.errors import OutputError
from summarizer.validation.check import Checked
from summarizer.validation.edits import apply_edits
from summarizer.validation.problem import Problem

_ROUNDS: Final = 4
"""One edit may bring another problem to light; more than a few in a row would be a circle."""
_INDENT: Final = re.compile(r"[\[{]\r?\n([ \t]+)")


@dataclass(slots=True)
class Mended:
    """A document after its edits, what is left to mend, and what was mended."""

    data: bytes
    checked: Checked
    fixed: list[Problem] = field(default_factory=list)


def mend(data: bytes, check: Callable[[bytes], Checked]) -> Mended:
    """Check and edit until no problem brings an edit along."""
    mended = Mended(data, check(data))
    for _ in range(_ROUNDS):
        fixable = [problem for problem in mended.checked.problems if problem.edits]
        if not fixable or any(one.code == "duplicate_key" for one in mended.checked.problems):
            break  # to write an object anew would drop one of its two keys
        edits = [edit for problem in fixable for edit in problem.edits]
        try:
            new = dump(apply_edits(mended.checked.value, edits), mended.checked.text)
        except ValueError:  # a number beyond all bounds, which JSON cannot hold
            break
        mended = Mended(new, check(new), mended.fixed + fixable)
    return mended


def dump(value: Any, like: str) -> bytes:
    """Write a value as JSON with the indent, spacing and escapes of the text it was read from."""
    indent = _INDENT.search(like)
    compact = '": ' not in like
    text = json.dumps(
        value,
        indent=indent[1] if indent else None,
        separators=(",", ":") if compact else None,
        ensure_ascii=like.isascii() and "\\u" in like,
        allow_nan=False,
    )
    end = like[len(like.rstrip()) :]
    return f"{text}{end}".encode()


def rewrite(path: Path, replaced: Mapping[int | None, bytes]) -> None:
    """Write a file anew with some of its lines, or the whole (None), replaced; all or nothing.

    Raises:
        OutputError: it cannot be written, or another run writes it, such as a batch.
    """
    from tempfile import NamedTemporaryFile  # brings random numbers along, which only --fix needs

    from summarizer.locks import lock_beside, lock_itself

    path = path.resolve()  # a link stays a link
    try:
        with (
            lock_beside(path),
            lock_itself(path),
            NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new,
        ):
            try:
                _write(path, new, replaced)
                copymode(path, new.name)
                Path(new.name).replace(path)
            except BaseException:
                Path(new.name).unlink()
                raise
    except OSError as error:
        raise OutputError(
            f"{path}: the mended document cannot be written: {error.strerror}",
            hint="check that the folder may be written to, or run without --fix",
        ) from error


def _write(path: Path, new: IO[bytes], replaced: Mapping[int | None, bytes]) -> None:
    if None in replaced:
        new.write(replaced[None])
    else:
        with path.open("rb") as old:
            for number, line in enumerate(old, 1):
                new.write(replaced.get(number, line))
    new.flush()
    fsync(new.fileno())
