"""What the page of a note shows: positions as a table of holders and targets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.ontology import AUTHOR
from summarizer.render.brief import note_line
from summarizer.render.wording import run_line, status_tone
from summarizer.schema import BriefingNote
from summarizer.schema.brief import BriefPosition


@dataclass(frozen=True, slots=True)
class Row:
    """One holder and what it thinks of each target, in the order of the columns."""

    holder: str
    cells: tuple[tuple[BriefPosition, ...], ...]


@dataclass(frozen=True, slots=True)
class NotePage:
    """Everything the template asks for."""

    note: BriefingNote
    source: tuple[str, ...]
    names: dict[str, str]
    targets: tuple[str, ...]
    rows: tuple[Row, ...]
    run_line: str

    tone = staticmethod(status_tone)

    def named(self, keys: Iterable[str]) -> str:
        """The names of actors, joined."""
        return " & ".join(self.names.get(key, key) for key in keys)


def page_of(note: BriefingNote) -> NotePage:
    """The view of a note for its page."""
    names = {AUTHOR: "The articles", **{actor.key: actor.name for actor in note.actors}}
    targets = tuple(dict.fromkeys(position.target for position in note.positions))
    holders = dict.fromkeys(position.holder for position in note.positions)
    cells: dict[tuple[str, str], list[BriefPosition]] = {}
    for position in note.positions:
        cells.setdefault((position.holder, position.target), []).append(position)
    rows = tuple(
        Row(
            names.get(holder, holder),
            tuple(tuple(cells.get((holder, target), ())) for target in targets),
        )
        for holder in holders
    )
    return NotePage(note, note_line(note), names, targets, rows, run_line(note.run))
