"""The closed label lists, each in one place.

Events follow PLOVER (manual draft 2.0): sixteen types plus our OTHER. The manual puts SANCTION
under verbal conflict in its quad table and under material conflict in its text; the text is
followed here. The quad class is always derived from the type, never asked for.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args

ActorKind = Literal["person", "state", "organization", "group"]
StatementKind = Literal["quoted", "reported"]
Position = Literal["favor", "against", "neutral", "mixed"]
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "OTHER",
]
Status = Literal[
    "occurred",
    "ongoing",
    "planned",
    "proposed",
    "threatened",
    "attempted",
    "postponed",
    "cancelled",
    "denied",
]
Granularity = Literal["year", "month", "week", "day", "time"]
Anchor = Literal["published", "dateline", "event"]

ACTOR_KINDS: Final = get_args(ActorKind)
POSITIONS: Final = get_args(Position)
STATUSES: Final = get_args(Status)

AUTHOR: Final = "author"
"""The holder of a stance that the article itself takes."""


class EventClass(NamedTuple):
    """What PLOVER says of one event type."""

    quad: Quad | None
    recipient_needed: bool = False
    modes: tuple[str, ...] = ()


_YIELDING = ("assist", "change", "yield", "meet")

EVENT_CLASSES: Final[dict[EventType, EventClass]] = {
    "AGREE": EventClass("verbal cooperation"),
    "CONSULT": EventClass(
        "verbal cooperation", modes=("visit", "third-party", "multilateral", "phone")
    ),
    "SUPPORT": EventClass("verbal cooperation"),
    "CONCEDE": EventClass("verbal cooperation"),
    "COOPERATE": EventClass("material cooperation", recipient_needed=True),
    "AID": EventClass("material cooperation", recipient_needed=True),
    "RETREAT": EventClass(
        "material cooperation",
        modes=("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    ),
    "REQUEST": EventClass("verbal conflict", modes=_YIELDING),
    "ACCUSE": EventClass("verbal conflict", modes=("disapprove", "investigate", "allege")),
    "REJECT": EventClass("verbal conflict", modes=_YIELDING),
    "THREATEN": EventClass(
        "verbal conflict",
        modes=("restrict", "arrest", "relations", "expel", "territory", "violence"),
    ),
    "PROTEST": EventClass(
        "material conflict",
        modes=("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    ),
    "SANCTION": EventClass(
        "material conflict",
        recipient_needed=True,
        modes=("convict", "expel", "withdraw", "discontinue"),
    ),
    "MOBILIZE": EventClass("material conflict", modes=("troops", "weapons", "police", "militia")),
    "COERCE": EventClass(
        "material conflict",
        modes=(
            "seize",
            "restrict",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        ),
    ),
    "ASSAULT": EventClass(
        "material conflict",
        modes=(
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "unconventional",
        ),
    ),
    "OTHER": EventClass(None),
}
EVENT_TYPES: Final = tuple(EVENT_CLASSES)


def quad_of(event_type: EventType) -> Quad | None:
    """The quad class of an event type; None for OTHER."""
    return EVENT_CLASSES[event_type].quad


def mode_is_legal(event_type: EventType, mode: str | None) -> bool:
    """Whether PLOVER allows this mode with this type. No mode is always legal."""
    return mode is None or mode in EVENT_CLASSES[event_type].modes
