"""The article cut into paragraphs, sentences and the pieces that a page marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from summarizer.schema import ArticleRecord, ArticleSummary, Item, Span

_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one sentence: which actors it names, which items quote just this much."""

    text: str
    actors: tuple[str, ...] = ()
    """Of names within a name, such as "drivers" in "bus drivers", the longest first."""
    first: bool = False
    """Whether it ends the first mention of its first actor."""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """A sentence in pieces, with the ids of all that cites it."""

    number: int
    pieces: tuple[Piece, ...]
    cited_by: tuple[str, ...]
    boilerplate: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences, and any text between them."""

    parts: tuple[ShownSentence | str, ...]
    is_title: bool = False


class _Marked(NamedTuple):
    start: int
    end: int
    owner: str


def items_by_id(summary: ArticleSummary) -> Iterator[tuple[str, Iterable[Span], Iterable[int]]]:
    """Each citing item's id, the spans of its evidence, and their sentence numbers."""
    named: list[tuple[str, Item]] = [("headline", summary.headline)] if summary.headline else []
    named += [(f"g{number}", sentence) for number, sentence in enumerate(summary.gist, start=1)]
    named += [(actor.id, actor) for actor in summary.actors]
    named += [(event.id, event) for event in summary.events]
    named += [(stance.id, stance) for stance in summary.stances]
    named += [(statement.id, statement) for statement in summary.statements]
    for name, item in named:
        yield (
            name,
            [(piece.start, piece.end) for piece in item.evidence],
            [piece.sentence for piece in item.evidence],
        )


def paragraphs(summary: ArticleSummary) -> list[Paragraph]:
    """The article for display; empty if its text was left out.

    Spans that leave the text or overlap an earlier sentence are cut to what is there.
    """
    article = summary.article
    if article.text is None:
        return []
    cutter = _Cutter(summary, article.text)
    gap_ends_paragraph = _BLANK_LINE if _BLANK_LINE.search(article.text) else re.compile(r"\n")
    groups: list[list[ShownSentence | str]] = [[]]
    cursor = 0
    for number, (start, end) in enumerate(article.sentences, start=1):
        if start < cursor or start >= len(article.text):
            continue
        _add_gap(groups, article.text[cursor:start], gap_ends_paragraph)
        cursor = min(end, len(article.text))
        groups[-1].append(cutter.sentence(number, start, cursor))
    _add_gap(groups, article.text[cursor:], gap_ends_paragraph)
    return [Paragraph(tuple(parts), _is_title(parts, article)) for parts in groups if parts]


class _Cutter:
    """Cuts sentences at the ends of mentions and of evidence shorter than the sentence."""

    def __init__(self, summary: ArticleSummary, text: str) -> None:
        self.text = text
        self.boilerplate = frozenset(summary.article.boilerplate)
        self.cited_by: dict[int, list[str]] = defaultdict(list)
        self.named: set[str] = set()
        starts = [start for start, _ in summary.article.sentences]
        self.mentions = _by_sentence(
            (_Marked(*span, actor.id) for actor in summary.actors for span in actor.mentions),
            starts,
        )
        partial = []
        whole = set(summary.article.sentences)
        for name, spans, numbers in items_by_id(summary):
            for number in dict.fromkeys(numbers):
                self.cited_by[number].append(name)
            partial += [_Marked(*span, name) for span in spans if span not in whole]
        self.partial = _by_sentence(partial, starts)

    def sentence(self, number: int, start: int, end: int) -> ShownSentence:
        mentions, partial = self.mentions.get(number, []), self.partial.get(number, [])
        cuts = {start, end}
        cuts |= {at for mark in (*mentions, *partial) for at in mark[:2] if start < at < end}
        ordered = sorted(cuts)
        pieces = [self._piece(left, right, mentions, partial) for left, right in pairwise(ordered)]
        cited_by = tuple(self.cited_by.get(number, ()))
        return ShownSentence(number, tuple(pieces), cited_by, number in self.boilerplate)

    def _piece(
        self, left: int, right: int, mentions: list[_Marked], partial: list[_Marked]
    ) -> Piece:
        naming = sorted(_around(left, right, mentions), key=lambda mark: mark.start - mark.end)
        first = bool(naming) and naming[0].end == right and naming[0].owner not in self.named
        if first:
            self.named.add(naming[0].owner)
        by = _owners(_around(left, right, partial))
        return Piece(self.text[left:right], _owners(naming), first, by)


def _around(left: int, right: int, marks: Iterable[_Marked]) -> Iterator[_Marked]:
    return (mark for mark in marks if mark.start <= left and right <= mark.end)


def _owners(marks: Iterable[_Marked]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.owner for mark in marks))


def _by_sentence(marks: Iterable[_Marked], starts: list[int]) -> dict[int, list[_Marked]]:
    """Marks by the number of the sentence they begin in."""
    found: dict[int, list[_Marked]] = defaultdict(list)
    for mark in marks:
        found[bisect_right(starts, mark.start)].append(mark)
    return found


def _add_gap(
    groups: list[list[ShownSentence | str]], gap: str, ends_paragraph: re.Pattern[str]
) -> None:
    if ends_paragraph.search(gap):
        groups.append([])
    if gap.strip():
        groups[-1].append(gap)
    elif groups[-1]:
        groups[-1].append(" ")


def _is_title(parts: list[ShownSentence | str], article: ArticleRecord) -> bool:
    text = "".join(
        part if isinstance(part, str) else "".join(piece.text for piece in part.pieces)
        for part in parts
    )
    return article.title is not None and text.split() == article.title.split()
