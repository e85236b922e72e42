"""What a text view shows, and in which order; how it looks is the printers' business."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Tone = Literal["good", "bad", "mixed", "plain", "future", "gone"]
"""How an entry is meant: for, against, both, neither; still to come; called off or denied."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the article and the mark that says where they stand, such as "4"."""

    mark: str
    text: str
    label: str = ""
    link: str | None = None
    """Where the words can be read in the published article."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: who or when, what, remarks, and the words it rests on.

    An entry without `quotes` shows the marks of `cites` behind its text.
    """

    lead: str
    text: str = ""
    tag: str = ""
    tone: Tone = "plain"
    notes: tuple[str, ...] = ()
    claim: str = ""
    quotes: tuple[Quote, ...] = ()
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header; `tones` say how the cells of one column are meant."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    tones: tuple[Tone, ...] = ()
    toned: int = 0
    """The column that the tones belong to."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one title: in columns (lead beside the rest) or stacked (lead, then text).

    Inline ones are short: as columns, or one behind the other where paper is short.
    A section with a table shows it in place of entries.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    layout: Literal["columns", "stacked", "inline"] = "stacked"
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of ours and the marks of what it rests on."""

    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document in reading order."""

    title: Sentence
    source: tuple[str, ...]
    lead: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...] = field(default=())
