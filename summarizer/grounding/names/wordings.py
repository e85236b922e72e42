"""The keys under which a wording of a name may be found, fullest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from summarizer.grounding.names.countries import Atlas, Sense
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.words import tokenize

Key = tuple[str, ...]
_CUTS = (",", "(", " of ", " from ", " at ")
_SIDES = frozenset({"side", "government"})
_SENSES: tuple[Sense, ...] = ("country", "people", "capital")


class Wordings:
    """Takes wordings apart, for one article. Titles and sides are read in English."""

    def __init__(
        self, lexicon: Lexicon, atlas: Atlas, has_word: Callable[[str], bool], small: frozenset[str]
    ) -> None:
        self.lexicon = lexicon
        self.atlas = atlas
        self.has_word = has_word
        self.small = small

    def keys(self, name: str) -> Iterator[tuple[Key, bool]]:
        """Keys, and whether only a person may be found under one: "Feld of the League"."""
        yield self.lexicon.key(name), False
        for sign in _CUTS:
            before = name.split(sign)[0]
            rest = name[len(before) :]
            if rest and all(self.has_word(t.text) for t in tokenize(rest) if t.is_word):
                yield self.lexicon.key(before), True
        words = self.lexicon.key(name)
        for cut in range(1, len(words)):
            if self._is_title(words[:cut]):
                yield words[cut:], True

    def state(self, name: str) -> str | None:
        """The code or first name that the tables have for a wording, also "the Chinese side"."""
        code = self.atlas.code(name) or self.atlas.code(name, "organization")
        words = self.lexicon.key(name)
        if code is not None or len(words) < 2 or words[-1] not in _SIDES:
            return code
        if not all(self.has_word(word) for word in words[:-1]):
            return None
        people = " ".join(words[:-1])
        return self.atlas.code(people, "people") or self.atlas.code(people)

    def _is_title(self, words: Key) -> bool:
        """Whether words before a name can be a title, by word lists and the article's own words."""
        titled = any(self.lexicon.has(w, "titles", "people", "honorifics") for w in words)
        return titled and all(self._may_qualify(word) for word in words)

    def _may_qualify(self, word: str) -> bool:
        lists = ("titles", "people", "honorifics", "role_modifiers", "fields", "organizations")
        listed = self.lexicon.has(word, *lists, "peoples", "stop", "connectors")
        known = any((word,) in self.atlas.names[sense] for sense in _SENSES)
        return listed or known or word in self.small
