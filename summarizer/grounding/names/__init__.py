"""Who is in an article: names, their other forms, offices and kinds, by rules alone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.grounding.names.candidates import find_names
    from summarizer.grounding.names.described import Description
    from summarizer.grounding.names.directory import Directory, Entity
    from summarizer.grounding.names.mention import NameMention
    from summarizer.grounding.names.roles import Role

# Names are found when they are first used: the guard needs the tables of this package only.
_HOMES = {
    "Description": "described",
    "Directory": "directory",
    "Entity": "directory",
    "NameMention": "mention",
    "Role": "roles",
    "find_names": "candidates",
}

__all__ = [
    "Description",
    "Directory",
    "Entity",
    "NameMention",
    "Role",
    "find_names",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
