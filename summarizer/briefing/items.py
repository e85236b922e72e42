"""What the model is shown of a note: as many items as one context holds, or two at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from summarizer.briefing.citing import items_of, ref_of
from summarizer.briefing.judging import groups_of
from summarizer.briefing.options import Limits
from summarizer.briefing.rules import bottom_line, judgements
from summarizer.briefing.sections import Sections
from summarizer.render.wording import without_dateline
from summarizer.schema.brief import BriefSentence

ROOM: Final = 9000
"""Characters of items in one call: some 2,500 tokens, well inside the smallest context."""
_NEWS: Final = 6
_TOGETHER: Final = 330
"""Characters of two items that make one sentence."""


@dataclass(frozen=True)
class NoteItem:
    """One line that the model is shown."""

    text: str
    cites: list[str]
    proofs: tuple[str, ...]
    """What a sentence that cites it may say: the line itself and the words of the articles."""


@dataclass(frozen=True)
class Matters:
    """What each sentence is to be written over: its items, one or two."""

    lead: list[tuple[NoteItem, ...]]
    judged: list[tuple[NoteItem, ...]]


def shown_items(sections: Sections) -> tuple[list[NoteItem], int]:
    """The items that fit in one call, the weightiest first, and how many were left out."""
    kept: list[NoteItem] = []
    left, used, said = 0, 0, set[str]()
    for sentence in _by_turns(sections):
        if sentence.text in said:
            continue
        said.add(sentence.text)
        if used + len(sentence.text) > ROOM:
            left += 1
        else:
            used += len(sentence.text)
            kept.append(_item(sentence, sections))
    return kept, left


def matters_of(sections: Sections, limits: Limits) -> Matters:
    """What to write about, sentence by sentence: the main news together, then one matter each."""
    news = bottom_line(sections, limits.bottom_line + 1)
    points = judgements(sections, limits.judgements, news)
    items = [_item(sentence, sections) for sentence in news]
    if len(items) > 1 and _belong_together(items[0], items[1]):
        lead = [(items[0], items[1]), *((item,) for item in items[2:])]
    else:
        lead = [(item,) for item in items]
    return Matters(
        lead=lead[: limits.bottom_line],
        judged=[tuple(_item(part, sections) for part in point.shown) for point in points],
    )


def _by_turns(sections: Sections) -> Iterator[BriefSentence]:
    """The main news, then what matters besides, then the rest of the events."""
    news = bottom_line(sections, _NEWS)
    yield from news
    for group in groups_of(sections, {mark for sentence in news for mark in sentence.cites}):
        for point in group:
            yield from point.shown
    yield from bottom_line(sections, len(sections.timeline))[_NEWS:]


def _belong_together(one: NoteItem, other: NoteItem) -> bool:
    """Whether two items are of one article, and short enough for one sentence."""
    shared = {ref_of(mark)[0] for mark in one.cites} & {ref_of(mark)[0] for mark in other.cites}
    return bool(shared) and len(one.text) + len(other.text) <= _TOGETHER


def _item(sentence: BriefSentence, sections: Sections) -> NoteItem:
    quotes = _quotes(sentence.cites, sections)
    return NoteItem(sentence.text, list(sentence.cites), (sentence.text, *quotes))


def _quotes(marks: Iterable[str], sections: Sections) -> tuple[str, ...]:
    """The sentences that items rest on, each once, datelines left out."""
    found: dict[str, None] = {}
    for number, id_ in map(ref_of, marks):
        summary = sections.merged.source(number).summary
        for piece in items_of(summary)[id_].evidence:
            found[without_dateline(" ".join(piece.quote.split()))] = None
    return tuple(found)
