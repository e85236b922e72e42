"""What a reader hands back for one article, whatever kind of source it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from summarizer.article import Metadata
from summarizer.schema import Caveat


@dataclass(frozen=True, slots=True)
class Found:
    """A text, what its source says of it, and what was left out of it."""

    text: str
    known: Metadata = field(default_factory=Metadata)
    pages: tuple[tuple[int, int], ...] | None = None
    """Spans of the pages in `text`, which is then normalised."""
    warnings: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """How sources are read.

    `mapping` names, for a field of ours, the field that a JSON article has it under.
    """

    encoding: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False
    """Whether addresses of private networks may be fetched from."""
