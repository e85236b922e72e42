"""What the model is shown of a note: numbered items, as many as one context holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarizer.briefing.citing import cites, items_of
from summarizer.briefing.gaps import DATELINE
from summarizer.briefing.rules import difference
from summarizer.briefing.sections import Sections
from summarizer.merging import Ref
from summarizer.schema.brief import BriefPosition, TimelineEntry

ROOM: Final = 9000
"""Characters of items in one call: some 2,500 tokens, well inside the smallest context."""
_QUOTE: Final = 280
_LISTED: Final = 6
_HOLDS: Final = {"favor": "for", "against": "against", "mixed": "of two minds about"}


@dataclass(frozen=True)
class NoteItem:
    """One line that the model is shown."""

    text: str
    cites: list[str]
    proofs: tuple[str, ...]
    """What a sentence that cites it may say: the line itself and the words of the articles."""


def shown_items(sections: Sections) -> tuple[list[NoteItem], int]:
    """The items that fit, the most salient first, and how many were left out."""
    kept: list[NoteItem] = []
    left, used, said = 0, 0, set[str]()
    for item in _by_turns(sections):
        if item.text in said:
            continue
        said.add(item.text)
        if used + len(item.text) > ROOM:
            left += 1
        else:
            used += len(item.text)
            kept.append(item)
    return kept, left


def _by_turns(sections: Sections) -> Iterator[NoteItem]:
    """The main events, then differences and positions, then the rest."""
    events = [_event(entry, sections) for entry in sections.timeline]
    yield from events[:_LISTED]
    yield from (_difference(sections))
    names = {actor.key: actor.name for actor in sections.actors}
    for position in sections.positions:
        if position.position in _HOLDS and position.holder in names:
            yield _position(position, names[position.holder], sections)
    yield from events[_LISTED:]


def _event(entry: TimelineEntry, sections: Sections) -> NoteItem:
    event = sections.events[entry.key]
    count = sections.merged.reports(event.refs)
    quotes = _quotes(event.refs, sections)
    about = f"{count} report{'' if count == 1 else 's'}"
    status = "" if entry.status == "occurred" else f", {entry.status}"
    shown = quotes[0] if len(quotes[0]) <= _QUOTE else entry.description
    return NoteItem(f"{about}{status}: {shown}", entry.cites, (entry.description, *quotes))


def _difference(sections: Sections) -> Iterator[NoteItem]:
    ranked = sorted(sections.disputes, key=lambda d: (-sections.merged.reports(d.of), d.of))
    for dispute in ranked[:_LISTED]:
        sentence = difference(dispute, sections)
        refs = [ref for side in dispute.sides for ref in side.refs]
        yield NoteItem(sentence.text, sentence.cites, (sentence.text, *_quotes(refs, sections)))


def _position(position: BriefPosition, holder: str, sections: Sections) -> NoteItem:
    side = f"{holder} is {_HOLDS[position.position]} {position.target}"
    refs = [
        ref
        for point in sections.merged.positions
        for ref in point.refs
        if cites([ref])[0] in position.cites
    ]
    quotes = _quotes(refs, sections)
    shown = f"{side}: {quotes[0]}" if len(quotes[0]) <= _QUOTE else side
    return NoteItem(shown, position.cites, (f"{side}.", position.claim, *quotes))


def _quotes(refs: list[Ref], sections: Sections) -> tuple[str, ...]:
    """The sentences that items rest on, each once, datelines left out."""
    found: dict[str, None] = {}
    for number, id_ in refs:
        summary = sections.merged.source(number).summary
        for piece in items_of(summary)[id_].evidence:
            found[DATELINE.sub("", " ".join(piece.quote.split()))] = None
    return tuple(found)
