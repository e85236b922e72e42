"""Word lists by language, read once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarizer.grounding.names.fold import fold, name_words, normal_form

if TYPE_CHECKING:  # names can be looked up without cutting articles
    from summarizer.article.model import Article

ORDINARY: Final = (
    "stop",
    "common",
    "titles",
    "people",
    "role_modifiers",
    "honorifics",
    "organizations",
    "groups",
)
"""Lists of words that are no names, whatever capital they bear."""


@dataclass(frozen=True)
class Lexicon:
    """The lists of one language; a list that the language lacks is empty."""

    language: str
    _lists: dict[str, frozenset[str]] = field(repr=False)
    _normal: dict[str, frozenset[str]] = field(repr=False)
    """The same lists in the forms that endings are cut to."""

    def has(self, word: str, *lists: str) -> bool:
        """Whether a word stands in one of the lists, as written or in another number or case."""
        small = word.casefold().rstrip(".")
        return _in_any(small, self._lists, lists) or _in_any(
            self.normal(small), self._normal, lists
        )

    def exactly(self, word: str, *lists: str) -> bool:
        """Whether a word stands in one of the lists as it is."""
        return _in_any(word.casefold().rstrip("."), self._lists, lists)

    def words(self, name: str) -> frozenset[str]:
        """One list."""
        return self._lists.get(name, frozenset())

    def normal(self, word: str) -> str:
        """A word in the form that endings are cut to."""
        small = word.casefold()
        return normal_form(small if self.language == "en" else fold(small), self.language)

    def key(self, name: str) -> tuple[str, ...]:
        """A name's words as a key."""
        return name_words(name, self.language)


def _in_any(word: str, held: Mapping[str, frozenset[str]], lists: Iterable[str]) -> bool:
    for name in lists:  # noqa: SIM110  asked of every word: a generator costs more than the answer
        if word in held.get(name, ()):
            return True
    return False


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lists for a language, by its ISO 639-1 code."""
    lists: dict[str, frozenset[str]] = {}
    folder = Path(__file__).with_name("data")
    for kind in ("words", "roles"):
        source = folder / f"{kind}.{language}.toml"
        if source.is_file():
            table = tomllib.loads(source.read_text(encoding="utf-8"))
            lists |= {name: frozenset(text.split()) for name, text in table.items()}
    if language == "en":
        return Lexicon(language, lists, lists)
    normal = {
        name: frozenset(normal_form(fold(word), language) for word in words)
        for name, words in lists.items()
    }
    return Lexicon(language, lists, normal)


def language_of(article: Article) -> str:
    """The language whose lists to use: as the metadata say, else as detected, else English."""
    from summarizer.article.language import detect_language

    known = (article.metadata.language or "").split("-")[0].casefold()
    return known or detect_language(article.text) or "en"
