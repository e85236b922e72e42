"""The scorer's word lists, read once from `words.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class WordLists:
    """What `words.toml` holds, ready for use."""

    titles: frozenset[str]
    generic: frozenset[str]
    synonyms: dict[str, int]
    """A name and the number of the group it stands in."""
    author: tuple[str, ...]
    polarity: dict[str, tuple[str, ...]]
    status: dict[str, tuple[str, ...]]
    incidents: dict[str, re.Pattern[str]]
    kairos: dict[str, re.Pattern[str]]


@cache
def word_lists() -> WordLists:
    """The lists that ship with the package."""
    read = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return WordLists(
        titles=frozenset(read["titles"]),
        generic=frozenset(read["generic"]),
        synonyms={name: n for n, group in enumerate(read["synonyms"]) for name in group},
        author=tuple(read["author"]),
        polarity=_tuples(read["polarity"]),
        status=_tuples(read["status"]),
        incidents=_patterns(read["incidents"]),
        kairos=_patterns(read["kairos"]),
    )


def _tuples(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {label: tuple(starts) for label, starts in table.items()}


def _patterns(table: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    return {label: re.compile("|".join(parts)) for label, parts in table.items()}
