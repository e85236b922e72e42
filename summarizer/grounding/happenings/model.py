"""What is found: a happening with its possible types, its clause and its parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.grounding.names import Entity
from summarizer.ontology import EventType

Span = tuple[int, int]


class Candidate(NamedTuple):
    """A type that the words allow, with the mode that they show."""

    type: EventType
    mode: str | None
    weight: float
    """From 0 to 1, how surely the words mean this type."""


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who does or undergoes it; `text` is exactly what stands at `span`."""

    text: str
    span: Span
    entity: Entity | None
    """None for someone described without a name."""

    @property
    def name(self) -> str:
        """The name to look the party up by: the entity's fullest form, or the description."""
        return self.entity.name if self.entity is not None else self.text


@dataclass(frozen=True, slots=True)
class Happening:
    """One event as one clause tells it. Positions are those of the article."""

    sentence: int
    trigger: Span
    """The word that names the event."""
    types: tuple[Candidate, ...]
    """Best first; never empty."""
    clause: Span
    """The words of the sentence that say it, without dateline and attribution."""
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    passive: bool
    report: bool
    """Whether it is told on somebody's word ("said that …") or inside a quotation."""
    salience: float
    """From 0 to 1, how much the article makes of it."""
    retold: tuple[int, ...] = ()
    """Numbers of other sentences that tell of the same event; their parties are counted in."""

    @property
    def best(self) -> Candidate:
        """The likeliest type."""
        return self.types[0]


def may_act(entity: Entity) -> bool:
    """Whether an entity can do or undergo something."""
    return entity.likely_actor or entity.kind_guess in ("person", "organization", "group")


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, in order."""
    found: dict[object, Party] = {}
    for party in parties:
        key: object = id(party.entity) if party.entity is not None else party.text.casefold()
        found.setdefault(key, party)
    return tuple(found.values())


def without(parties: Iterable[Party], others: Iterable[Party]) -> tuple[Party, ...]:
    """The parties that are none of the others."""
    known = list(others)
    return tuple(
        p
        for p in parties
        if not any(
            p.span == o.span or (p.entity is not None and p.entity is o.entity) for o in known
        )
    )


def weakened(candidates: tuple[Candidate, ...], factor: float) -> tuple[Candidate, ...]:
    """The same types, less sure."""
    return tuple(c._replace(weight=round(c.weight * factor, 3)) for c in candidates)
