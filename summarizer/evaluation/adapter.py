"""A summary as a prediction that the scorer reads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from summarizer.ontology import AUTHOR
from summarizer.schema import Actor, ArticleSummary, Event, EventTime, Evidence, Stance
from summarizer.scoring.records import (
    FoundActor,
    FoundEvent,
    FoundParticipant,
    FoundQuote,
    FoundStance,
    Prediction,
)

_POLARITY = {"favor": "supports", "against": "opposes", "neutral": "neutral", "mixed": "neutral"}
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


def prediction_of(summary: ArticleSummary) -> Prediction:
    """Names instead of ids, quotes instead of positions, the shared labels of position."""
    actors = {actor.id: actor for actor in summary.actors}
    return Prediction(
        id=summary.article.id,
        actors=[FoundActor(name=a.name, aliases=a.aliases, kind=a.kind) for a in summary.actors],
        quotes=[
            FoundQuote(holder=actors[said.speaker].name, text=_quoted(said.evidence))
            for said in summary.statements
        ],
        stances=[_stance(stance, actors) for stance in summary.stances],
        events=[_event(event, actors) for event in summary.events],
        summary=" ".join(sentence.text for sentence in summary.gist) or None,
    )


def _quoted(evidence: Sequence[Evidence]) -> str:
    return " ".join(piece.quote for piece in evidence)


def _stance(stance: Stance, actors: dict[str, Actor]) -> FoundStance:
    target = actors.get(stance.target_actor or "")
    return FoundStance(
        holder=AUTHOR if stance.holder == AUTHOR else actors[stance.holder].name,
        target=target.name if target else stance.target,
        polarity=_POLARITY[stance.position],
        evidence=_quoted(stance.evidence),
    )


def _event(event: Event, actors: dict[str, Actor]) -> FoundEvent:
    parts = [("actor", who) for who in event.actors]
    parts += [("recipient", who) for who in event.recipients]
    return FoundEvent(
        type=event.type,
        description=event.description,
        participants=[
            FoundParticipant(name=actors[who].name, aliases=actors[who].aliases, role=role)
            for role, who in parts
        ],
        date=_date(event.time),
        status=event.status,
        evidence=_quoted(event.evidence),
    )


def _date(time: EventTime | None) -> str | None:
    """The value; of a year its first month, of a week its first day: the scorer knows no others."""
    if time is None or time.value is None:
        return None
    if time.granularity == "year":
        return f"{time.value}-01"
    week = _WEEK.match(time.value)
    if week is None:
        return time.value
    return date.fromisocalendar(int(week[1]), int(week[2]), 1).isoformat()
