"""States by name, nationality and capital, from the table beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from summarizer.grounding.names.words import fold

Sense = Literal["country", "people", "capital"]
_IRREGULAR = ("ese", "ish", "ch", "ss", "men")


@dataclass(frozen=True)
class Atlas:
    """What each folded name of a state, a people or a capital stands for."""

    names: dict[Sense, dict[tuple[str, ...], str]]
    plurals: frozenset[str]
    """Folded nouns of nationality that name many people: "chileans", not "chilean"."""
    codes: dict[str, frozenset[str]]
    """All folded names of each state, by ISO 3166-1 alpha-3 code."""

    def code(self, name: str, sense: Sense = "country") -> str | None:
        """The state's code, or None if no such name is in the table."""
        return self.names[sense].get(tuple(_key(name).split()))


def _key(name: str) -> str:
    folded = fold(name).replace(".", "")
    return folded.removeprefix("the ")


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun if noun.endswith(_IRREGULAR) else noun + "s"


def _people(entry: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Adjectives and nouns of a nationality, and whether each means many people."""
    for word in entry.get("people", ()):
        yield word, False
        if _plural(word) != word:
            yield _plural(word), True


@cache
def load_atlas(language: str = "en") -> Atlas:
    """The table of a language; English where the language has none."""
    folder = files(__package__) / "data"
    source = folder / f"countries.{language}.toml"
    if not source.is_file():
        source = folder / "countries.en.toml"
    names: dict[Sense, dict[tuple[str, ...], str]] = {"country": {}, "people": {}, "capital": {}}
    plurals, codes = set(), {}
    for code, entry in tomllib.loads(source.read_text(encoding="utf-8")).items():
        known = [entry["name"], *entry.get("also", ())]
        codes[code] = frozenset(_key(name) for name in known)
        for name in known:
            names["country"][tuple(_key(name).split())] = code
        for word, many in _people(entry):
            names["people"].setdefault(tuple(_key(word).split()), code)
            if many:
                plurals.add(_key(word))
        if "capital" in entry:
            names["capital"][tuple(_key(entry["capital"]).split())] = code
    return Atlas(names, frozenset(plurals), codes)
