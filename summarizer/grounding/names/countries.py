"""States by name, nationality and capital, and organisations that everybody knows, from tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal

from summarizer.grounding.names.words import fold, is_acronym

Sense = Literal["country", "people", "capital", "organization"]
_IRREGULAR = ("ese", "ish", "ch", "ss", "men")


@dataclass(frozen=True)
class Atlas:
    """What each folded name of a state, a people, a capital or an organisation stands for."""

    names: dict[Sense, dict[tuple[str, ...], str]]
    acronyms: frozenset[str]
    """Folded names that are always written in capitals."""

    def code(self, name: str, sense: Sense = "country") -> str | None:
        """The state's code or the organisation's first name, or None if it is in no table."""
        key = _key(name)
        if key in self.acronyms and not is_acronym(name):
            return None  # "Is" and "Us" are no names
        return self.names[sense].get(tuple(key.split()))


def _key(name: str) -> str:
    folded = fold(name).replace(".", "")
    return folded.removeprefix("the ")


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun if noun.endswith(_IRREGULAR) else noun + "s"


def _table(source: Traversable) -> dict[str, Any]:
    return tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}


def _entries(language: str) -> Iterator[tuple[Sense, str, str]]:
    """All names of the tables of a language: in which sense, the name, what it stands for."""
    folder = files(__package__) / "data"
    own = folder / f"countries.{language}.toml"
    for code, entry in _table(own if own.is_file() else folder / "countries.en.toml").items():
        for name in (entry["name"], *entry.get("also", ())):
            yield "country", name, code
        for word in entry.get("people", ()):
            yield "people", word, code
            yield "people", _plural(word), code
        if "capital" in entry:
            yield "capital", entry["capital"], code
    for first, others in _table(folder / f"known.{language}.toml").items():
        for name in (first, *others):
            yield "organization", name, first


@cache
def load_atlas(language: str = "en") -> Atlas:
    """The tables of a language; the English states where the language has none."""
    names: dict[Sense, dict[tuple[str, ...], str]] = {
        "country": {},
        "people": {},
        "capital": {},
        "organization": {},
    }
    small, capitals = set[str](), set[str]()
    for sense, name, meaning in _entries(language):
        key = _key(name)
        names[sense].setdefault(tuple(key.split()), meaning)
        (capitals if is_acronym(name) else small).add(key)
    return Atlas(names, frozenset(capitals - small))
