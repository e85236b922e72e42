"""What kind of document a JSON value is, and whether this version can read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from summarizer.validation.problem import Edit, Problem
from summarizer.validation.shapes import published

KINDS: Final = ("summary", "brief", "article")
_FAILED: Final = frozenset({"id", "error", "exit_code", "attempts"})
_VERSION: Final = re.compile(r"[0-9]+\.[0-9]+")

Migration = tuple[str, Callable[[dict[str, Any]], dict[str, Any]]]
"""The version that a function leads to, and the function; it leaves its argument as it is."""

MIGRATIONS: Final[Mapping[str, Migration]] = {}
"""By the version they start from. Version 0.1 is the first, so there is none yet."""


def kind_of(value: Any) -> tuple[str, Problem | None]:
    """Give the kind of a document and what is wrong with how it says so; "" if it has none."""
    if not isinstance(value, dict):
        return "", Problem("not_an_object", "", "a document must be an object with fields")
    kind = value.get("kind")
    if kind in KINDS:
        return kind, None
    if kind is not None:
        return "", Problem("unknown_kind", "/kind", f"no document is of the kind {kind!r:.60}")
    if value.keys() >= _FAILED:
        message = f"this article was not summarised: {value['error']!s:.200}"
        return "", Problem("failed_article", "", message)
    guess = _guess(value)
    if guess is None:
        return "", Problem("unknown_kind", "", "neither a summary, a brief nor an article")
    fix = Edit("/kind", (guess,))
    return guess, Problem(
        "missing_kind",
        "/kind",
        f"taken for {'an' if guess == 'article' else 'a'} {guess}",
        edits=(fix,),
    )


def _guess(value: Mapping[str, Any]) -> str | None:
    if "article" in value:
        return "summary"
    if "bottom_line" in value or "sources" in value:
        return "brief"
    return "article" if "text" in value else None


@cache
def current_version() -> str:
    """Give the version of the published schemas."""
    return str(published("summary")["$id"]).rpartition(":")[2]


def check_version(
    value: dict[str, Any], migrations: Mapping[str, Migration] | None = None
) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Bring a document to the current version; None if that cannot be done.

    A form that is no version is left to the schema.
    """
    stated, current = value.get("schema_version"), current_version()
    if stated is None:
        fix = Edit("/schema_version", (current,))
        return value, [Problem("missing_version", "/schema_version", "none given", edits=(fix,))]
    found = _VERSION.fullmatch(stated) if isinstance(stated, str) else None
    if found is None or stated == current:
        return value, []
    theirs, ours = _numbers(stated), _numbers(current)
    if theirs[0] > ours[0]:
        message = f"version {stated} is newer than {current}, the newest that is known here"
        return None, [Problem("newer_major", "/schema_version", message)]
    if theirs > ours:
        message = f"version {stated} is newer than {current}: what is new in it is not known here"
        return value, [Problem("newer_minor", "/schema_version", message)]
    return _migrate(value, stated, MIGRATIONS if migrations is None else migrations)


def _migrate(
    value: dict[str, Any], version: str, migrations: Mapping[str, Migration]
) -> tuple[dict[str, Any] | None, list[Problem]]:
    stated, current = version, current_version()
    while version != current:
        if version not in migrations:
            message = f"no way is known from version {version} to {current}"
            return None, [Problem("no_migration", "/schema_version", message)]
        version, step = migrations[version]
        value = {**step(value), "schema_version": version}
    message = f"version {stated} was read as {current}"
    fix = Edit("", (value,))
    return value, [Problem("older_version", "/schema_version", message, edits=(fix,))]


def _numbers(version: str) -> tuple[tuple[int, str], ...]:
    """Make a version comparable, of whatever length its numbers are."""
    parts = [part.lstrip("0") for part in version.split(".")]
    return tuple((len(part), part) for part in parts)
