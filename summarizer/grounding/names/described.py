"""Actors that the article describes without a name: "tram drivers", "Norrland officials"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.grounding.names.countries import Atlas
from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.words import Line, Reading, is_capital
from summarizer.ontology import ActorKind

Span = tuple[int, int]
_MAX_MODIFIERS = 3
_LONGEST_INSERTION = 10


@dataclass(frozen=True, slots=True)
class Description:
    """People or a body without a name, folded over the places with the same words."""

    text: str
    """As first written, without article and number."""
    head: str
    kind: ActorKind
    spans: tuple[Span, ...]
    sentences: tuple[int, ...]
    acts: bool
    """Whether a verb follows it somewhere."""
    likely_actor: bool
    """Whether it acts, stands twice and says more than "people" or "members"."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Tokens `first` to `last` (exclusive) of a line, around the noun at `head`."""

    line: Line
    first: int
    head: int
    last: int

    @property
    def span(self) -> Span:
        return self.line.tokens[self.first].start, self.line.tokens[self.last - 1].end


class DescriptionFinder:
    """Finds described actors. English."""

    def __init__(self, reading: Reading, lexicon: Lexicon, atlas: Atlas) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.atlas = atlas

    def find(self) -> list[Description]:
        """All descriptions, in order of first appearance."""
        grouped: dict[tuple[str, ...], list[_Place]] = {}
        for line in self.reading.lines:
            for place in self._in_line(line):
                words = tuple(fold(line.word(i)) for i in range(place.first, place.last))
                grouped.setdefault(words, []).append(place)
        return [self._description(places) for places in grouped.values()]

    def _in_line(self, line: Line) -> Iterator[_Place]:
        for index, token in enumerate(line.tokens):
            opens = index == 0 and token.text.istitle()
            if not (token.text.islower() or opens) or self._goes_on(line, index):
                continue
            plural = self.lexicon.exactly(token.text, "groups")
            body = self.lexicon.exactly(token.text, "collectives")
            if plural or body:
                first = self._first_modifier(line, index)
                if plural or self._is_definite(line, first):
                    yield _Place(line, first, index, self._last(line, index) if body else index + 1)

    def _last(self, line: Line, head: int) -> int:
        """Where a body's words end: behind what it is of, as in "chamber of commerce"."""
        word = line.word(head + 2)
        field = line.word(head + 1) == "of" and word.isalpha() and word.islower()
        field = field and not self.lexicon.exactly(word, "stop", "determiners", "groups", "people")
        return head + 3 if field else head + 1

    def _goes_on(self, line: Line, index: int) -> bool:
        """Whether the noun only qualifies the next one: "police officers", "union president"."""
        after = line.word(index + 1)
        return after in {"'s", "’s", "'", "’"} or self.lexicon.has(
            after, "groups", "people", "titles", "collectives"
        )

    def _first_modifier(self, line: Line, head: int) -> int:
        first = head
        while first > 0 and head - first < _MAX_MODIFIERS and self._modifies(line, first - 1):
            first -= 1
        return first

    def _modifies(self, line: Line, index: int) -> bool:
        token = line.tokens[index]
        word = token.text
        if self.lexicon.exactly(word, "stop", "determiners", "verbs") or not word[0].isalpha():
            return False
        if is_capital(token) and index > 0:
            return True
        listed = self.lexicon.has(word, "role_modifiers", "peoples", "collectives", "modifiers")
        return listed or word.endswith(("ist", "ican", "ian", "-led", "-backed"))

    def _is_definite(self, line: Line, first: int) -> bool:
        named = first > 0 and is_capital(line.tokens[first])
        return named or self.lexicon.exactly(line.word(first - 1), "determiners")

    def _description(self, places: list[_Place]) -> Description:
        acts = any(self._acts(place.line, place.last) for place in places)
        seen = places[0]
        head = fold(seen.line.word(seen.head))
        body = self.lexicon.exactly(head, "collectives")
        start, end = seen.span
        return Description(
            text=self.reading.article.text[start:end],
            head=head,
            kind="group" if self.lexicon.exactly(head, "groups") else "organization",
            spans=tuple(place.span for place in places),
            sentences=tuple(dict.fromkeys(place.line.number for place in places)),
            acts=acts,
            likely_actor=acts
            and (len(places) > 1 or (body and seen.last - seen.first > 1))  # "health ministry"
            and not self.lexicon.exactly(head, "vague"),
        )

    def _acts(self, line: Line, index: int) -> bool:
        word = line.word(self._behind_insertion(line, index))
        return word.islower() and (
            self.lexicon.exactly(word, "verbs", "auxiliaries") or word.endswith("ed")
        )

    def _behind_insertion(self, line: Line, index: int) -> int:
        """The token behind what commas set off: "the board, however, refused"."""
        if line.word(index) != ",":
            return index
        ahead = range(index + 1, min(index + 1 + _LONGEST_INSERTION, len(line.tokens)))
        return next((at + 1 for at in ahead if line.word(at) == ","), index)
