"""The words that briefing reads, from its list."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Words:
    """The lists of words.en.toml."""

    unknown: re.Pattern[str]
    pronouns: frozenset[str]
    links: re.Pattern[str]
    said: re.Pattern[str]


@cache
def words() -> Words:
    """The lists, read once."""
    table = tomllib.loads(files(__package__).joinpath("words.en.toml").read_text("utf-8"))
    return Words(
        unknown=_any_of(table["unknown"]),
        pronouns=frozenset(table["pronouns"].split()),
        links=_any_of(table["links"]),
        said=_any_of(table["said"]),
    )


def stands_alone(sentence: str) -> bool:
    """Whether a sentence does not begin with a word for something named before it."""
    first = sentence.split(maxsplit=1)[0] if sentence.strip() else ""
    return first.strip("\"“'’,").casefold() not in words().pronouns


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(map(re.escape, phrases), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE)
