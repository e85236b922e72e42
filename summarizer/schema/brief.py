"""The briefing note over many summaries.

Cites are "n1:e3": source n1 of the note, item e3 of its summary. Merged items carry a `key`, a hash
of what they say that does not depend on the order of inputs, by which two notes are compared.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from summarizer.ontology import ActorKind, EventType, Granularity, Position, Status
from summarizer.schema.base import SCHEMA_VERSION, Document, Model
from summarizer.schema.evidence import Evidence
from summarizer.schema.run import Caveat, Run

SourceId = Annotated[str, Field(pattern=r"^n[1-9]\d*$")]
Cite = Annotated[str, Field(pattern=r"^n[1-9]\d*:(headline|g[1-3]|[aqse][1-9]\d*)$")]
Cites = Annotated[list[Cite], Field(min_length=1, description="items that bear it out")]


class BriefSentence(Model):
    """A sentence of the note with what bears it out."""

    text: str = Field(min_length=1)
    cites: Cites


class BriefActor(Model):
    """One actor over all articles."""

    key: str
    name: str
    aliases: list[str] = Field(default_factory=list)
    kind: ActorKind
    role: str | None = None
    cites: Cites


class BriefPosition(Model):
    """What one holder thinks of one issue."""

    key: str
    holder: str = Field(description='key of an actor, or "author"')
    target: str
    position: Position
    claim: str
    cites: Cites


class TimelineEntry(Model):
    """One event over all articles."""

    key: str
    description: str
    type: EventType
    status: Status
    value: str | None = Field(default=None, description="ISO 8601 at the stated granularity")
    value_end: str | None = None
    granularity: Granularity | None = None
    reported: date | None = Field(
        default=None, description="when an article first told it in these words"
    )
    place: str | None = None
    actors: list[str] = Field(default_factory=list, description="keys of actors")
    recipients: list[str] = Field(default_factory=list, description="keys of actors")
    cites: Cites


class Version(Model):
    """What one side says of a disputed point."""

    says: str
    published: date | datetime | None = None
    newest: bool = Field(default=False, description="newer than the others, which is not truer")
    cites: Cites


class Disagreement(Model):
    """Sources that do not agree, side by side."""

    key: str
    kind: Literal["quantity", "date", "place", "actor", "status", "position", "correction"]
    about: str
    versions: Annotated[list[Version], Field(min_length=2)]


class Gap(Model):
    """What is not known."""

    key: str
    text: str
    cites: list[Cite] = Field(default_factory=list)


class BriefArticle(Model):
    """Which article a source is."""

    id: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | datetime | None = None


class BriefSource(Model):
    """One article of the note."""

    id: SourceId
    article: BriefArticle
    same_report_as: SourceId | None = Field(
        default=None, description="the report this one repeats, if it is not independent"
    )
    descriptor: str = Field(description="who, when, first-hand or not (ICD 206)")


class BriefEvidence(Model):
    """The words of its article that a cited item rests on."""

    cite: Cite
    evidence: list[Evidence] = Field(min_length=1)


class Period(Model):
    """First and last day covered."""

    start: date
    end: date


class Delta(Model):
    """What changed since an earlier note, as keys."""

    new: list[str] = Field(default_factory=list)
    changed: list[str] = Field(default_factory=list)
    withdrawn: list[str] = Field(default_factory=list)


class BriefingNote(Document):
    """Many articles, one note; each sentence cites."""

    kind: Literal["brief"] = "brief"
    schema_version: str = Field(default=SCHEMA_VERSION, pattern=r"^\d+\.\d+$")
    title: str
    topic: str | None = None
    period: Period | None = None
    bottom_line: list[BriefSentence] = Field(default_factory=list)
    judgements: list[BriefSentence] = Field(default_factory=list)
    actors: list[BriefActor] = Field(default_factory=list)
    positions: list[BriefPosition] = Field(default_factory=list)
    timeline: list[TimelineEntry] = Field(default_factory=list)
    disagreements: list[Disagreement] = Field(default_factory=list)
    gaps: list[Gap] = Field(default_factory=list)
    sources: list[BriefSource] = Field(default_factory=list)
    evidence: list[BriefEvidence] = Field(
        default_factory=list, description="the words that each item cited rests on"
    )
    delta: Delta | None = None
    warnings: list[Caveat] = Field(default_factory=list)
    run: Run

    def words(self) -> dict[str, list[Evidence]]:
        """The words behind each cite, by cite."""
        return {cited.cite: cited.evidence for cited in self.evidence}
