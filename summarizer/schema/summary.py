"""The structured summary of one article: what we promise to users."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from summarizer.ontology import (
    ActorKind,
    Anchor,
    EventType,
    Granularity,
    Position,
    Quad,
    StatementKind,
    Status,
)
from summarizer.schema.article import ArticleRecord
from summarizer.schema.base import SCHEMA_VERSION, Document, Model, Span
from summarizer.schema.evidence import Item
from summarizer.schema.run import Caveat, Run

ActorId = Annotated[str, Field(pattern=r"^a[1-9]\d*$")]
StatementId = Annotated[str, Field(pattern=r"^q[1-9]\d*$")]
Holder = Annotated[str, Field(pattern=r"^(a[1-9]\d*|author)$")]
Margin = Annotated[
    float,
    Field(
        ge=0,
        le=1,
        description="probability of the chosen answer minus that of the next, when it was asked",
    ),
]


class CitedText(Item):
    """A sentence of ours with the words that support it."""

    text: str = Field(min_length=1, description="one sentence")


class Actor(Item):
    """A person, state, organization or group that the article names or describes."""

    id: ActorId
    name: str = Field(min_length=1, description="the fullest form that the article uses")
    aliases: list[str] = Field(default_factory=list, description="other forms in the article")
    kind: ActorKind
    role: str | None = Field(default=None, description="office or role, in the article's words")
    mentions: list[Span] = Field(default_factory=list, description="where it is named")


class Statement(Item):
    """Who said what."""

    id: StatementId
    speaker: ActorId
    kind: StatementKind = Field(description='"quoted" if the words stand in quotation marks')
    cue: str = Field(min_length=1, description="the article's word that attributes, such as said")


class Stance(Item):
    """What a holder thinks of a target."""

    id: Annotated[str, Field(pattern=r"^s[1-9]\d*$")]
    holder: Holder = Field(description='an actor, or "author" where the article itself judges')
    target: str = Field(min_length=1, description="whom or what the position is about")
    target_actor: ActorId | None = Field(default=None, description="the target, if an actor")
    position: Position
    claim: str = Field(min_length=1, description="the stance in a clause, from the evidence")
    statements: list[StatementId] = Field(
        default_factory=list, description="the statements that express it"
    )
    margin: Margin | None = None


class EventTime(Model):
    """When, as written and as a date."""

    text: str = Field(min_length=1, description="the words of the article")
    start: int = Field(ge=0, description="first character, in code points")
    end: int = Field(gt=0, description="one past the last character, in code points")
    value: str | None = Field(
        default=None, description="ISO 8601 at the stated granularity; null without an anchor"
    )
    value_end: str | None = Field(default=None, description="last day of a range, ISO 8601")
    granularity: Granularity
    anchor: Anchor | None = Field(
        default=None, description="what a relative phrase was counted from; null if absolute"
    )
    rule: str = Field(min_length=1, description="how the value was found, in words")


class Place(Model):
    """Where, as written."""

    text: str = Field(min_length=1, description="the words of the article")
    start: int = Field(ge=0, description="first character, in code points")
    end: int = Field(gt=0, description="one past the last character, in code points")


class Quantity(Model):
    """A number of the event, as written."""

    value: float | int = Field(description="the number")
    unit: str | None = Field(
        default=None, description='ISO 4217 currency, "%" or a unit; null for plain counts'
    )
    what: str | None = Field(default=None, description="the noun that is counted")
    start: int = Field(ge=0, description="first character of the number as written, sign included")
    end: int = Field(gt=0, description="one past the last character")


class Event(Item):
    """Something that happened, is happening, or was said to come or not to come."""

    id: Annotated[str, Field(pattern=r"^e[1-9]\d*$")]
    description: str = Field(min_length=1, description="what, in a clause from the evidence")
    type: EventType = Field(description="PLOVER type, or OTHER")
    mode: str | None = Field(default=None, description="PLOVER mode that the type allows")
    quad: Quad | None = Field(default=None, description="derived from the type; null for OTHER")
    actors: list[ActorId] = Field(default_factory=list, description="who did it")
    recipients: list[ActorId] = Field(default_factory=list, description="to whom it was done")
    time: EventTime | None = None
    place: Place | None = None
    quantities: list[Quantity] = Field(default_factory=list)
    status: Status = Field(description="whether it took place, from the wording")
    margin: Margin | None = None


class ArticleSummary(Document):
    """One article, one summary; every item rests on the article's own words."""

    kind: Literal["summary"] = "summary"
    schema_version: str = Field(default=SCHEMA_VERSION, pattern=r"^\d+\.\d+$")
    article: ArticleRecord
    headline: CitedText | None = Field(
        default=None, description="null if the text has nothing to head"
    )
    gist: list[CitedText] = Field(default_factory=list, max_length=3)
    actors: list[Actor] = Field(default_factory=list)
    statements: list[Statement] = Field(default_factory=list)
    stances: list[Stance] = Field(default_factory=list)
    events: list[Event] = Field(default_factory=list)
    warnings: list[Caveat] = Field(
        default_factory=list, description="what was dropped, repaired or unsupported, and why"
    )
    run: Run | None = Field(default=None, description="null if it was written by hand or elsewhere")
