"""Word lists by language, read once from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from summarizer.article.model import Article

_SCRIPTS = (("ru", 0x0400, 0x04FF), ("ar", 0x0600, 0x06FF), ("zh", 0x4E00, 0x9FFF))
_SAMPLE = 2000


@dataclass(frozen=True)
class Lexicon:
    """The lists of one language; a list that the language lacks is empty."""

    language: str
    _lists: dict[str, frozenset[str]] = field(repr=False)

    def has(self, word: str, *lists: str) -> bool:
        """Whether a word stands in one of the lists, as written or without a plural ending."""
        small = word.casefold().rstrip(".")
        return any(
            small in self._lists.get(name, ()) or _singular(small) in self._lists.get(name, ())
            for name in lists
        )

    def exactly(self, word: str, *lists: str) -> bool:
        """Whether a word stands in one of the lists as it is."""
        small = word.casefold().rstrip(".")
        return any(small in self._lists.get(name, ()) for name in lists)

    def words(self, name: str) -> frozenset[str]:
        """One list."""
        return self._lists.get(name, frozenset())


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lists for a language, by its ISO 639-1 code."""
    lists: dict[str, frozenset[str]] = {}
    folder = files(__package__) / "data"
    for kind in ("words", "roles"):
        source = folder / f"{kind}.{language}.toml"
        if source.is_file():
            table = tomllib.loads(source.read_text(encoding="utf-8"))
            lists |= {name: frozenset(text.split()) for name, text in table.items()}
    return Lexicon(language, lists)


def language_of(article: Article) -> str:
    """The language whose lists to use: as the metadata say, else by script, else English."""
    known = (article.metadata.language or "").split("-")[0].casefold()
    if known:
        return known
    letters = [ord(char) for char in article.text[:_SAMPLE] if char.isalpha()]
    for language, first, last in _SCRIPTS:
        if sum(first <= code <= last for code in letters) > 0.4 * max(1, len(letters)):
            return language
    return "en"
