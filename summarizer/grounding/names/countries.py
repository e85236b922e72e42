"""States by name, nationality and capital, and organisations that everybody knows, from tables."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from summarizer.grounding.names.fold import is_acronym, name_words

Sense = Literal["country", "people", "capital", "organization"]
_IRREGULAR = ("ese", "ish", "ch", "ss", "men")


class Atlas(NamedTuple):
    """What each name of a state, a people, a capital or an organisation stands for."""

    language: str
    names: dict[Sense, dict[tuple[str, ...], str]]
    acronyms: frozenset[tuple[str, ...]]
    """Names that are always written in capitals."""

    def code(self, name: str, sense: Sense = "country") -> str | None:
        """The state's code or the organisation's first name, or None if it is in no table."""
        key = name_words(name, self.language)
        if key in self.acronyms and not is_acronym(name):
            return None  # "Is" and "Us" are no names
        return self.names[sense].get(key)

    def longest(self, sense: Sense) -> int:
        """How many words the longest name has."""
        return max((len(key) for key in self.names[sense]), default=0)


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun if noun.endswith(_IRREGULAR) else noun + "s"


def _table(source: Path) -> dict[str, Any]:
    return tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}


def _states(table: dict[str, Any]) -> Iterator[tuple[Sense, str, str]]:
    for code, entry in table.items():
        if isinstance(entry, str):
            yield from (("country", name, code) for name in entry.split("|"))
            continue
        yield from (("country", name, code) for name in (entry["name"], *entry.get("also", ())))
        for word in entry.get("people", ()):
            yield "people", word, code
            yield "people", _plural(word), code
        if "capital" in entry:
            yield "capital", entry["capital"], code


def _entries(language: str) -> Iterator[tuple[Sense, str, str]]:
    """All names of the tables of a language: in which sense, the name, what it stands for."""
    folder = Path(__file__).with_name("data")
    own = folder / f"countries.{language}.toml"
    yield from _states(_table(own if own.is_file() else folder / "countries.en.toml"))
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
    small, capitals = set[tuple[str, ...]](), set[tuple[str, ...]]()
    for sense, name, meaning in _entries(language):
        key = name_words(name, language)
        names[sense].setdefault(key, meaning)
        (capitals if is_acronym(name) else small).add(key)
    return Atlas(language, names, frozenset(capitals - small))
