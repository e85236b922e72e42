"""What the article's own words say a named actor is: a title before, an apposition after."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.words import Line, is_capital

_SIGNS = frozenset('.,;:—–()?!"”“')
_MAX_BEFORE = 10
_MAX_AFTER = 16
_MAX_LOOSE = 6


@dataclass(frozen=True, slots=True)
class Role:
    """An office or role where it stands: `article.text[start:end] == text`."""

    text: str
    start: int
    end: int
    head: str
    """Its noun, folded: "secretary" of "Secretary of State"."""


class RoleFinder:
    """Reads roles around a name in a line. English word order."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon

    def find(self, line: Line, first: int, last: int) -> Role | None:
        """The role of the name at tokens `first` to `last` (exclusive)."""
        return (
            self._before(line, first)
            or self._shared(line, first)
            or self._after(line, last)
            or self._before_comma(line, first, last)
        )

    def is_noun(self, word: str) -> bool:
        """Whether a word says what a person is."""
        return self.lexicon.has(word, "titles", "people")

    def _before(self, line: Line, first: int) -> Role | None:
        """Read "Defense Secretary", "union president" directly before the name."""
        index = first - 1
        while index > 0 and self._is_mere_honorific(line.word(index)):
            index -= 1
        if index < 0:
            return None
        head = index if self.is_noun(line.word(index)) else self._head_of_phrase(line, index)
        if head is None:
            return None
        role = self._role(line, self._left_edge(line, head), index + 1, head)
        return self._of_one(role) if head == index else role

    def _of_one(self, role: Role) -> Role:
        """The office of each in "Presidents Ada Grey and Otto Lind"."""
        single = role.head.removesuffix("s")
        if single == role.head or self.lexicon.exactly(role.head, "titles", "people"):
            return role
        if not self.lexicon.exactly(single, "titles", "people"):
            return role
        return Role(role.text[:-1], role.start, role.end - 1, single)

    def _shared(self, line: Line, first: int) -> Role | None:
        """The office that a name shares with the one before it, by "Presidents X and Y"."""
        index = first - 1
        if not self._and(line.word(index)):
            return None
        while index > 0 and is_capital(line.tokens[index - 1]):
            index -= 1
            role = self._role(line, self._left_edge(line, index), index + 1, index)
            if index < first - 2 and self._of_one(role) is not role:
                return self._of_one(role)
        return None

    def _is_mere_honorific(self, word: str) -> bool:
        return word == "." or (self.lexicon.exactly(word, "honorifics") and not self.is_noun(word))

    def _head_of_phrase(self, line: Line, index: int) -> int | None:
        """Find the noun of a phrase that ends at `index`: "Secretary of State"."""
        if self.lexicon.words("loose_titles"):
            return self._loose_head(line, index)
        if not is_capital(line.tokens[index]):
            return None
        for at in range(index - 1, max(0, index - _MAX_BEFORE), -1):
            word = line.word(at)
            if self._of(word) and self.is_noun(line.word(at - 1)):
                return at - 1
            if not (
                is_capital(line.tokens[at]) or self._of(word) or self._small(word) or word == "-"
            ):
                return None
        return None

    def _loose_head(self, line: Line, index: int) -> int | None:
        """Find the noun where a genitive may follow it bare, as in Russian and Arabic."""
        for at in range(index, max(-1, index - _MAX_LOOSE), -1):
            word = line.word(at)
            if self.is_noun(word):
                return at
            if self._ends(word) or self._of(word) or self.lexicon.exactly(word, "stop", "verbs"):
                return None
        return None

    def _left_edge(self, line: Line, head: int) -> int:
        """Where the words that qualify an office begin."""
        index = head
        while index > 0 and head - index < _MAX_BEFORE:
            word = line.word(index - 1)
            qualifies = self.lexicon.has(word, "role_modifiers", "titles", "people", "peoples")
            named = is_capital(line.tokens[index - 1]) and not self._determines(word)
            if not (qualifies or (named and not self.lexicon.exactly(word, "stop"))):
                break
            index -= 1
        return index

    def _before_comma(self, line: Line, first: int, last: int) -> Role | None:
        """Read "The city's mayor, Ines Kaplan, praised …"."""
        end = first - 2
        if line.word(first - 1) != "," or line.word(last) not in {",", ".", ""}:
            return None
        head = end if self.is_noun(line.word(end)) else self._head_before(line, end)
        if head is None or (head == 0 and is_capital(line.tokens[head])):
            return None
        left = self._left_edge(line, head)
        if head < end and not self._determines(line.word(left - 1)):
            return None
        return self._role(line, left, end + 1, head)

    def _head_before(self, line: Line, end: int) -> int | None:
        """Find the noun of "The spokesman for the ministry" that ends at `end`."""
        for at in range(end, max(0, end - _MAX_BEFORE), -1):
            word = line.word(at)
            if self._ends(word) or self.lexicon.exactly(word, "verbs"):
                return None
            if self._of(word) and self.is_noun(line.word(at - 1)):
                return at - 1
        return None

    def _after(self, line: Line, last: int) -> Role | None:
        """Read "Maren Holt, secretary-general of the Salt Coast Commission,"."""
        index = last
        if line.word(index) != ",":
            return None
        index += 1
        if line.word(index).isdigit() and line.word(index + 1) == ",":
            index += 2
        while self._determines(line.word(index)):
            index += 1
        head = self._head_after(line, index)
        if head is None:
            return None
        end = self._right_edge(line, head)
        if is_capital(line.tokens[index]) and not self._closes(line.word(end)):
            return None  # "Near Velden, Secretary of State Ada Grey said"
        role = self._role(line, index, end, head)
        single = role.head.removesuffix("s")
        many = single != role.head and self.lexicon.exactly(single, "titles", "people", "groups")
        acts = self.lexicon.exactly(line.word(end), "verbs")
        return None if many and acts else role  # "near Velden, officials said"

    def _closes(self, word: str) -> bool:
        return word == "" or self._ends(word)

    def _head_after(self, line: Line, index: int) -> int | None:
        """The first noun of a role in an apposition, before any comma, preposition or verb."""
        found = None
        for at in range(index, min(index + 8, len(line.tokens))):
            word = line.word(at)
            if self._ends(word) or self._of(word) or self._and(word):
                break
            if self._determines(word):
                return None  # "Anton Brehl, accused the prime minister": no apposition
            found = at if self.is_noun(word) else None
            if line.word(at + 1) in {"'s", "’s", "'", "’"}:
                found = None
        return found

    def _right_edge(self, line: Line, head: int) -> int:
        """The end of "director of the gallery", before the clause goes on."""
        index = head + 1
        while index < min(head + _MAX_AFTER, len(line.tokens)):
            word = line.word(index)
            if self._ends(word) or (index == head + 1 and not (self._of(word) or self._and(word))):
                break
            if self._of(word) or self._small(word) or word in {"'s", "’s"}:
                index += 1
                continue
            if (
                word.islower()
                and word.endswith(("ed", "es"))
                and not self._of(line.word(index - 1))
            ):
                break
            index += 1
        while index > head + 1 and (
            self._of(line.word(index - 1)) or self._small(line.word(index - 1))
        ):
            index -= 1
        return index

    def _of(self, word: str) -> bool:
        return self.lexicon.exactly(word, "offices")

    def _and(self, word: str) -> bool:
        return self.lexicon.exactly(word, "joining")

    def _small(self, word: str) -> bool:
        return self.lexicon.exactly(word, "joining", "determiners", "article")

    def _determines(self, word: str) -> bool:
        return self.lexicon.exactly(word, "determiners")

    def _ends(self, word: str) -> bool:
        return word in _SIGNS or self.lexicon.exactly(word, "clause_openers")

    def _role(self, line: Line, first: int, last: int, head: int) -> Role:
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        return Role(self.text[start:end], start, end, fold(line.word(head)))
