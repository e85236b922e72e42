"""A problem of one document, and the edits that would mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:  # validation runs without pydantic's own side, which takes long to import
    from summarizer.schema.finding import Match

_INDEX: Final = re.compile(r"0|[1-9][0-9]{0,8}")


class Edit(NamedTuple):
    """Put these values in the place of what stands at a JSON Pointer.

    One value replaces or adds; several take the place of one entry of a list.
    """

    path: str
    values: tuple[Any, ...]


class Problem(NamedTuple):
    """One thing wrong with a document; severity and hint are those of its code."""

    code: str
    path: str
    """JSON Pointer; "" for the document as a whole."""
    message: str
    match: Match | None = None
    edits: tuple[Edit, ...] = ()
    """What `--fix` does about it; nothing where only a person can know."""
    line: int | None = None
    """Line in the document, where the path alone does not tell."""


def pointer(*parts: str | int) -> str:
    """Join keys and indexes to a JSON Pointer (RFC 6901)."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)


def steps(path: str) -> list[str]:
    """Split a JSON Pointer into its keys and indexes."""
    return [step.replace("~1", "/").replace("~0", "~") for step in path.split("/")[1:]]


def lookup(value: Any, path: str) -> Any:
    """Give what stands at a JSON Pointer; LookupError if nothing does."""
    if path and not path.startswith("/"):
        raise LookupError(path)
    for step in steps(path):
        if isinstance(value, list) and _INDEX.fullmatch(step):
            value = value[int(step)]
        elif isinstance(value, dict):
            value = value[step]
        else:
            raise LookupError(path)
    return value
