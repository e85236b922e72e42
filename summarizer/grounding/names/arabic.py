"""Names in Arabic, which has no capitals: from the tables, after titles and verbs, after heads.

What this cannot see: a person named without a title or a verb of speech before the name, and the
end of a long name where no small word, verb or sign follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.grounding.names.countries import Atlas, Sense
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.words import Line, Token

_MAX_NAME = 3
_MAX_TITLE = 5
_JOINED = ("بال", "لل", "كال", "وال", "فال")
"""A preposition or "and" in one with the article: the name is over."""
_PREFIXES = ("و", "ب", "ل", "ف", "ك")
Found = tuple[int, int, Sense | None]
"""First and last (exclusive) token, and the table that has the name."""


class ArabicFinder:
    """Finds names in a line by the words beside them."""

    def __init__(self, lexicon: Lexicon, atlas: Atlas) -> None:
        self.lexicon = lexicon
        self.atlas = atlas

    def find(self, line: Line) -> Iterator[Found]:
        """Names from left to right, none overlapping another."""
        index = 0
        while index < len(line.tokens):
            found = (
                self._listed(line, index)
                or self._organization(line, index)
                or self._titled(line, index)
                or self._speaking(line, index)
            )
            if found is None:
                index += 1
                continue
            yield found
            index = found[1]

    def _listed(self, line: Line, index: int) -> Found | None:
        senses: tuple[Sense, ...] = ("organization", "country")
        for sense in senses:
            for size in range(self.atlas.longest(sense), 0, -1):
                words = [line.word(index + step) for step in range(size)]
                whole = all(word[:1].isalpha() for word in words)
                if whole and self._in_table(words, sense):
                    return index, index + size, sense
        return None

    def _in_table(self, words: list[str], sense: Sense) -> bool:
        text = " ".join(words)
        bare = text[1:] if text.startswith(_PREFIXES) else text
        return bool(self.atlas.code(text, sense) or self.atlas.code(bare, sense))

    def _organization(self, line: Line, index: int) -> Found | None:
        """Read "وزارة الصحة": a head and the words with the article after it."""
        if not self._is(line, index, "organizations") or self._article(line.word(index)):
            return None
        last = index + 1
        while last - index <= _MAX_NAME and self._article(line.word(last)):
            last += 1
        return (index, last, None) if last > index + 1 else None

    def _titled(self, line: Line, index: int) -> Found | None:
        """Read the name after "وزير الخارجية", past the words that qualify the title."""
        if not self._is(line, index, "titles"):
            return None
        first = index + 1
        while first - index <= _MAX_TITLE and self._qualifies(line, first):
            first += 1
        last = self._name_end(line, first)
        return (first, last, None) if last > first else None

    def _speaking(self, line: Line, index: int) -> Found | None:
        """Read the two or three words after a verb of speech, up to "إن" or another small word."""
        if not self.lexicon.exactly(line.word(index).removeprefix("و"), "speech"):
            return None
        first = index + 1
        last = self._name_end(line, first)
        named = last - first >= 2 and not self._article(line.word(first))
        return (first, last, None) if named else None

    def _name_end(self, line: Line, first: int) -> int:
        last = first
        while last - first < _MAX_NAME and self._is_name_word(line, last, opening=last == first):
            last += 1
        return last

    def _is_name_word(self, line: Line, index: int, *, opening: bool) -> bool:
        word = line.word(index)
        if not word or not word[0].isalpha() or self.lexicon.exactly(word, "stop", "speech"):
            return False
        if word.startswith(_JOINED) or (opening and self._article(word)):
            return False
        known = ("titles", "organizations", "groups", "role_modifiers")
        return not self.lexicon.has(word, *known)

    def _qualifies(self, line: Line, index: int) -> bool:
        word = line.word(index)
        if not word or not word[0].isalpha():
            return False
        listed = self.lexicon.has(word, "role_modifiers", "titles", "organizations")
        return listed or self._article(word) or bool(self.atlas.code(word))

    def _is(self, line: Line, index: int, name: str) -> bool:
        return bool(line.word(index)) and self.lexicon.has(line.word(index), name)

    def _article(self, word: str) -> bool:
        return word.startswith("ال")


def without_prefix(token: Token, atlas: Atlas, text: str, sense: Sense) -> int:
    """How many letters before a listed name are "and", "in" or "to" written in one with it."""
    return int(token.text.startswith(_PREFIXES) and atlas.code(text[1:], sense) is not None)
