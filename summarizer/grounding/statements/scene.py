"""One sentence as the statement finder sees it: tokens, which are quoted, and where names stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.grounding.names.directory import Directory, Entity
from summarizer.grounding.names.words import Line, Token
from summarizer.grounding.statements.quotations import Quotation


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    entity: Entity


@dataclass(frozen=True)
class Scene:
    """A sentence with its quotations and names."""

    line: Line
    paragraph: int
    quoted: tuple[bool, ...]
    """For each token, whether it stands in quotation marks, the marks included."""
    quotations: tuple[Quotation, ...]
    """Those that overlap the sentence."""
    names: tuple[Name, ...]
    starts: dict[int, Name]
    ends: dict[int, Name]
    """By the index after their last token."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.line.tokens

    def word(self, index: int) -> str:
        """The text of a token, or nothing outside the sentence."""
        return self.line.word(index)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The place in the article of tokens `first` to `last` (exclusive)."""
        return self.tokens[first].start, self.tokens[last - 1].end


def scenes_of(directory: Directory, quotations: Sequence[Quotation]) -> list[Scene]:
    """All sentences of the article's own, in order. Linear."""
    places = _places(directory)
    scenes, at, name_at, paragraph, before = [], 0, 0, 0, 0
    text = directory.article.text
    for line in directory.reading.lines:
        if not line.tokens:
            continue
        start, end = line.tokens[0].start, line.tokens[-1].end
        paragraph += "\n" in text[before:start]
        before = end
        while at < len(quotations) and quotations[at].end <= start:
            at += 1
        here = tuple(_until(quotations, at, end))
        while name_at < len(places) and places[name_at][0] < start:
            name_at += 1
        names = []
        while name_at < len(places) and places[name_at][0] < end:
            first, last, entity = places[name_at]
            names.append(Name(line.index_at(first), line.index_at(last), entity))
            name_at += 1
        scenes.append(_scene(line, paragraph, here, tuple(names)))
    return scenes


def _places(directory: Directory) -> list[tuple[int, int, Entity]]:
    found = [
        (start, end, e) for e in directory.entities if _can_speak(e) for start, end in e.mentions
    ]
    return sorted(found, key=lambda place: place[0])


def _can_speak(entity: Entity) -> bool:
    """Whether a name can be a speaker; "Chinese" alone cannot."""
    return entity.shape != "people" or entity.kind_guess == "group"


def _until(quotations: Sequence[Quotation], at: int, end: int) -> Iterator[Quotation]:
    while at < len(quotations) and quotations[at].start < end:
        yield quotations[at]
        at += 1


def _scene(
    line: Line, paragraph: int, quotations: tuple[Quotation, ...], names: tuple[Name, ...]
) -> Scene:
    quoted = tuple(any(q.start <= t.start < q.end for q in quotations) for t in line.tokens)
    return Scene(
        line,
        paragraph,
        quoted,
        quotations,
        names,
        {name.first: name for name in names},
        {name.last: name for name in names},
    )
