"""What merging reads and what comes out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from summarizer.schema import Actor, ArticleSummary, Event, Stance

Ref = tuple[int, str]
"""One item of one source: the source's number from 1, and the item's id."""


@dataclass(frozen=True)
class Source:
    """One article of the note, in the order of publication."""

    number: int
    summary: ArticleSummary

    @property
    def day(self) -> date | None:
        """When it was published."""
        published = self.summary.article.published
        return published.date() if isinstance(published, datetime) else published


@dataclass(frozen=True)
class Merge:
    """Two items taken for one, and why; `kind` is report, actor, event or issue."""

    kind: str
    one: str
    other: str
    reason: str


@dataclass
class MergedActor:
    """One actor over all articles."""

    members: list[tuple[Ref, Actor]]
    name: str
    aliases: list[str]
    number: int = 0

    @property
    def refs(self) -> list[Ref]:
        """Where it appears."""
        return [ref for ref, _ in self.members]


@dataclass
class MergedEvent:
    """One event over all articles; members in the order of publication."""

    members: list[tuple[Ref, Event]]
    actors: list[int]
    recipients: list[int]

    @property
    def refs(self) -> list[Ref]:
        """Where it is told."""
        return [ref for ref, _ in self.members]


@dataclass
class MergedPosition:
    """What one holder thinks of one issue; None as holder is the articles themselves."""

    holder: int | None
    issue: str
    members: list[tuple[Ref, Stance]]

    @property
    def refs(self) -> list[Ref]:
        """Where it is expressed."""
        return [ref for ref, _ in self.members]


@dataclass
class Merged:
    """Everything that many articles say, each thing once."""

    sources: Sequence[Source]
    copies: dict[int, int]
    """By source: the earlier source whose report it repeats."""
    actors: list[MergedActor]
    events: list[MergedEvent]
    positions: list[MergedPosition]
    merges: list[Merge] = field(default_factory=list)

    @cached_property
    def actor_of(self) -> dict[Ref, MergedActor]:
        """By actor of an article: the merged one."""
        return {ref: actor for actor in self.actors for ref in actor.refs}

    def report_of(self, source: int) -> int:
        """The independent report that a source is or repeats."""
        return self.copies.get(source, source)

    def reports(self, refs: Iterable[Ref]) -> int:
        """How many independent reports bear out."""
        return len({self.report_of(source) for source, _ in refs})

    def source(self, number: int) -> Source:
        """The source of that number."""
        return self.sources[number - 1]
