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


class DescriptionFinder:
    """Finds described actors. English."""

    def __init__(self, reading: Reading, lexicon: Lexicon, atlas: Atlas) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.atlas = atlas

    def find(self) -> list[Description]:
        """All descriptions, in order of first appearance."""
        grouped: dict[tuple[str, ...], list[tuple[Line, int, int]]] = {}
        for line in self.reading.lines:
            for first, last in self._in_line(line):
                words = tuple(fold(line.word(index)) for index in range(first, last))
                grouped.setdefault(words, []).append((line, first, last))
        return [self._description(words, places) for words, places in grouped.items()]

    def _in_line(self, line: Line) -> Iterator[tuple[int, int]]:
        for index, token in enumerate(line.tokens):
            opens = index == 0 and token.text.istitle()
            if not (token.text.islower() or opens) or self._goes_on(line, index):
                continue
            plural = self.lexicon.exactly(token.text, "groups")
            body = self.lexicon.exactly(token.text, "collectives")
            if plural or body:
                first = self._first_modifier(line, index)
                if plural or self._is_definite(line, first):
                    yield first, index + 1

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

    def _description(
        self, words: tuple[str, ...], places: list[tuple[Line, int, int]]
    ) -> Description:
        acts = any(self._acts(where, after) for where, _, after in places)
        line, first, last = places[0]
        start, end = line.tokens[first].start, line.tokens[last - 1].end
        return Description(
            text=self.reading.article.text[start:end],
            head=words[-1],
            kind="group" if self.lexicon.exactly(words[-1], "groups") else "organization",
            spans=tuple((w.tokens[a].start, w.tokens[b - 1].end) for w, a, b in places),
            sentences=tuple(dict.fromkeys(where.number for where, _, _ in places)),
            acts=acts,
            likely_actor=acts
            and (len(places) > 1 or self._is_named_body(words))
            and not self.lexicon.exactly(words[-1], "vague"),
        )

    def _is_named_body(self, words: tuple[str, ...]) -> bool:
        """Whether it says which body it is: "health ministry"."""
        return len(words) > 1 and self.lexicon.exactly(words[-1], "collectives")

    def _acts(self, line: Line, index: int) -> bool:
        word = line.word(index)
        return word.islower() and (
            self.lexicon.exactly(word, "verbs", "auxiliaries") or word.endswith("ed")
        )
