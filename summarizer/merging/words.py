"""Words as merging compares them: folded, cut to a stem, other words for one thing made alike."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

_TOKEN: Final = re.compile(r"\w+(?:['’.-]\w+)*")
_STEM: Final = 5
"""Letters by which two forms of a word are told to be one; only ever one clue among several."""
_UNSPACED: Final = "\u2e80"
"""From here on scripts have no spaces; two letters count as a word."""


@dataclass(frozen=True)
class Words:
    """The word lists."""

    stop: frozenset[str]
    titles: frozenset[str]
    generic: frozenset[str]
    modifiers: re.Pattern[str]
    charge: re.Pattern[str]
    """What follows the name of the one who is accused."""
    corrections: frozenset[str]
    counts: dict[str, str]
    """By word: what a count of people is of, such as "people killed"."""
    same: dict[str, str]
    """By word: the word that stands for all that mean the same."""


@cache
def words() -> Words:
    """The lists of words.en.toml."""
    table = tomllib.loads(files(__package__).joinpath("words.en.toml").read_text("utf-8"))
    counts = {word: row["name"] for row in table["counts"] for word in row["words"].split()}
    longest = sorted(table["modifiers"], key=len, reverse=True)
    return Words(
        stop=frozenset(table["stop"].split()),
        titles=frozenset(table["titles"].split()),
        generic=frozenset(table["generic"].split()),
        modifiers=re.compile(rf"\b({'|'.join(longest)})\s+$", re.IGNORECASE),
        charge=re.compile(table["charge"]),
        corrections=frozenset(table["corrections"].split()),
        counts=counts,
        same={word: main for main, line in table["same"].items() for word in line.split()},
    )


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """The text without case, accents, possessive endings and full stops."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    bare = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return re.sub(r"'s\b|(?<=s)'(?!\w)|\.", "", bare)


def tokens(text: str) -> list[str]:
    """The words of a text as written."""
    return _TOKEN.findall(text)


@lru_cache(maxsize=65536)
def name_of(text: str) -> tuple[str, ...]:
    """A name as folded words, without article and titles; the titles alone stay if all are."""
    every = tuple(tokens(folded(text).removeprefix("the ")))
    first = next((at for at, word in enumerate(every) if word not in words().titles), 0)
    return every[first:]


def is_acronym(text: str) -> bool:
    """Whether a name is letters that stand for words, such as "TWU" or "U.N."."""
    bare = text.replace(".", "")
    return bare.isalpha() and bare.isupper() and 2 <= len(bare) <= 8 and bare.isascii()


@lru_cache(maxsize=65536)
def is_generic(text: str) -> bool:
    """Whether a name could be somebody else's elsewhere: small words or words for any state."""
    if not any(token[0].isupper() for token in tokens(text)):
        return any(char.isascii() and char.islower() for char in text)
    return all(word in words().generic for word in tokens(folded(text)))


@lru_cache(maxsize=65536)
def stems(text: str) -> frozenset[str]:
    """What a text speaks of: its words but for numbers and small words, each cut to a stem."""
    found: set[str] = set()
    for word in tokens(folded(text)):
        if word[0] >= _UNSPACED:
            found.update(word[at : at + 2] for at in range(max(1, len(word) - 1)))
        elif word not in words().stop and not word[0].isdigit():
            found.add(stem(word))
    return frozenset(found)


def stem(word: str) -> str:
    """One folded word without its ending; one word for all that mean the same."""
    known = words()
    return known.counts.get(word) or known.same.get(word) or word[:_STEM]


def counted_in(text: str) -> str | None:
    """What the people of a text are counted as, such as "people killed"; the first word decides."""
    found = (words().counts.get(word) for word in tokens(folded(text)))
    return next((name for name in found if name is not None), None)
