"""What is scored: gold articles and predictions, as their JSON lines say it.

Keys that the scorer does not use are ignored. A gold layer that is None was not annotated and is
not scored; an empty one says that there is nothing to find.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

AUTHOR = "AUTHOR"
"""The gold holder of a stance that the article itself takes."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Named(_Record):
    name: str
    aliases: list[str] = Field(default_factory=list)

    @property
    def forms(self) -> list[str]:
        """The name, then its aliases."""
        return [form for form in (self.name, *self.aliases) if form]


class GoldActor(_Named):
    """An actor to be found; one that is not required neither helps nor hurts."""

    kind: str | None = None
    required: bool = False
    salient: int = 0


class GoldQuote(_Record):
    """Who said what. A holder of None, or an unresolved pronoun, accepts any speaker."""

    holder: str | None = None
    holder_aliases: list[str] = Field(default_factory=list)
    holder_is_pronoun: bool = False
    holder_named: bool = False
    named: bool = False
    text: str
    evidence: str | None = None

    @property
    def holder_forms(self) -> list[str]:
        """The holder and its aliases."""
        return [form for form in (self.holder, *self.holder_aliases) if form]

    @property
    def resolvable(self) -> bool:
        """Whether a speaker can be right or wrong."""
        return bool(self.holder) and (not self.holder_is_pronoun or bool(self.holder_aliases))


class GoldStance(_Record):
    """A position of a holder toward a target. A holder of None accepts any."""

    holder: str | None
    holder_aliases: list[str] = Field(default_factory=list)
    target: str
    target_aliases: list[str] = Field(default_factory=list)
    polarity: str
    evidence: str | None = None
    pair: tuple[str, str] | None = None

    @property
    def target_forms(self) -> list[str]:
        """The target and its aliases."""
        return [self.target, *self.target_aliases]


class GoldParticipant(_Named):
    """Who takes part in an event."""

    role: str | None = None
    optional: bool = False


class DateSpan(_Record):
    """First and last day; no first day means any time up to the last."""

    start: str | None = None
    end: str


class Mention(_Record):
    """A place in the text that tells of an event."""

    trigger: str
    evidence: str


class GoldEvent(_Record):
    """A happening to be found."""

    type: str
    type_alternatives: list[str] = Field(default_factory=list)
    status: str | None = None
    status_exact: str | None = None
    date: DateSpan | None = None
    participants: list[GoldParticipant] = Field(default_factory=list)
    mentions: list[Mention] = Field(default_factory=list)
    optional: bool = False


class EventSummary(_Record):
    """A reference summary of one event."""

    summary: str


class GoldLayers(_Record):
    """The annotated layers of an article."""

    actors: list[GoldActor] | None = None
    quotes: list[GoldQuote] | None = None
    stances: list[GoldStance] | None = None
    events: list[GoldEvent] | None = None
    summary: list[str] = Field(default_factory=list)
    event_summaries: list[EventSummary] = Field(default_factory=list)


class GoldArticle(_Record):
    """An article with what is to be found in it."""

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    lang: str | None = None
    gold: GoldLayers
    scope: dict[str, object] = Field(default_factory=dict)


class FoundActor(_Named):
    """An actor that a system named."""

    kind: str | None = None


class FoundQuote(_Record):
    """A statement that a system attributed."""

    holder: str | None = None
    text: str | None = None


class FoundStance(_Record):
    """A position that a system read."""

    holder: str | None = None
    target: str | None = None
    polarity: str | None = None
    evidence: str | None = None


class FoundParticipant(_Named):
    """Someone whom a system put into an event."""

    role: str | None = None


class FoundEvent(_Record):
    """A happening that a system told."""

    type: str | None = None
    description: str | None = None
    participants: list[FoundParticipant] = Field(default_factory=list)
    date: str | None = None
    status: str | None = None
    evidence: str | None = None


class Prediction(_Record):
    """All that a system found in one article."""

    id: str
    actors: list[FoundActor] = Field(default_factory=list)
    quotes: list[FoundQuote] = Field(default_factory=list)
    stances: list[FoundStance] = Field(default_factory=list)
    events: list[FoundEvent] = Field(default_factory=list)
    summary: str | None = None

    def known_as(self, name: str | None) -> list[str]:
        """A name and the other forms of the actor that bears it; the last one, if several do."""
        if not name:
            return []
        bearer = next((actor for actor in reversed(self.actors) if name in actor.forms), None)
        return list(dict.fromkeys([name, *(bearer.forms if bearer else ())]))
