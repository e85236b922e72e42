"""The sections of a note that code writes: actors, positions, timeline, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.briefing.citing import cites
from summarizer.briefing.keys import Keys, gist_of, name_keys
from summarizer.briefing.salience import Salience
from summarizer.merging import Dispute, Merged, MergedActor, MergedEvent, MergedPosition
from summarizer.ontology import AUTHOR, EventType, Position
from summarizer.render.wording import TO_COME
from summarizer.schema import Event, Stance
from summarizer.schema.brief import (
    BriefActor,
    BriefPosition,
    Disagreement,
    TimelineEntry,
    Version,
)


@dataclass
class Sections:
    """All that could stand in a note, the most salient first."""

    merged: Merged
    disputes: list[Dispute]
    actors: list[BriefActor] = field(default_factory=list)
    positions: list[BriefPosition] = field(default_factory=list)
    timeline: list[TimelineEntry] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)
    events: dict[str, MergedEvent] = field(default_factory=dict)
    """The merged event of each entry of the timeline, by its key."""


def write_sections(merged: Merged, disputes: list[Dispute]) -> Sections:
    """Every section whole; what a note keeps of it is decided later."""
    keys, salience = Keys(), Salience(merged, disputes)
    parties = [actor for actor in merged.actors if not actor.name[0].isdigit()]
    names = name_keys(parties, keys)  # "11 people" is a number of the event, not a party to it
    sections = Sections(merged, disputes)
    actors = sorted(parties, key=lambda actor: -salience.of_actor(actor))
    sections.actors = [_actor(actor, names) for actor in actors]
    for event in sorted(merged.events, key=lambda event: -salience.of_event(event)):
        entry = _entry(event, names, keys)
        sections.timeline.append(entry)
        sections.events[entry.key] = event
    points = sorted(merged.positions, key=lambda point: -salience.of_position(point))
    sections.positions = _opposed_first(
        [p for point in points for p in _positions(point, names, keys)]
    )
    ranked = sorted(disputes, key=lambda d: (-merged.reports(d.of), d.of))
    sections.disagreements = [_disagreement(dispute, keys) for dispute in ranked]
    return sections


def by_time(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """As a reader expects them: by date, then undated, then those still to come."""

    def place(entry: TimelineEntry) -> tuple[bool, bool, str]:
        return entry.status in TO_COME, entry.value is None, entry.value or ""

    return sorted(entries, key=place)


def _actor(actor: MergedActor, names: dict[int, str]) -> BriefActor:
    kinds = [member.kind for _, member in actor.members]
    roles = [member.role for _, member in actor.members if member.role]
    return BriefActor(
        key=names[actor.number],
        name=actor.name,
        aliases=actor.aliases,
        kind=max(sorted(set(kinds)), key=kinds.count),
        role=max(dict.fromkeys(roles), key=roles.count) if roles else None,
        cites=cites(actor.refs),
    )


def _entry(event: MergedEvent, names: dict[int, str], keys: Keys) -> TimelineEntry:
    """The newest status, told in the words of the first report that has it."""
    status = event.members[-1][1].status
    told = next(member for _, member in event.members if member.status == status)
    dated = _dated(event) or told
    time = dated.time if dated.time is not None and dated.time.value is not None else None
    types: list[EventType] = [member.type for _, member in event.members]
    known: list[EventType] = [one for one in types if one != "OTHER"]
    place = next((m.place.text for _, m in event.members if m.place is not None), None)
    value = time.value if time else None
    return TimelineEntry(
        key=keys.of("timeline", gist_of(told.description), value or ""),
        description=told.description,
        type=max(dict.fromkeys(known), key=known.count) if known else "OTHER",
        status=status,
        value=value,
        value_end=time.value_end if time else None,
        granularity=time.granularity if time else None,
        place=place,
        actors=[names[number] for number in event.actors if number in names],
        recipients=[names[number] for number in event.recipients if number in names],
        cites=cites(event.refs),
    )


def _dated(event: MergedEvent) -> Event | None:
    """The member whose date stands: in its own words before one from elsewhere, the usual one."""
    dated = [m for _, m in event.members if m.time is not None and m.time.value is not None]
    own = [m for m in dated if m.time and m.time.text.casefold() in m.description.casefold()]
    values = [m.time.value for m in own or dated if m.time]
    if not values:
        return None
    usual = max(dict.fromkeys(values), key=values.count)
    return next(m for m in own or dated if m.time and m.time.value == usual)


def _positions(point: MergedPosition, names: dict[int, str], keys: Keys) -> list[BriefPosition]:
    """One a side: a holder to whom two are ascribed has both."""
    if point.holder is not None and point.holder not in names:
        return []
    sides: dict[Position, list[tuple[tuple[int, str], Stance]]] = {}
    for ref, stance in point.members:
        sides.setdefault(stance.position, []).append((ref, stance))
    holder = AUTHOR if point.holder is None else names[point.holder]
    return [
        BriefPosition(
            key=keys.of("positions", holder, gist_of(point.issue), position),
            holder=holder,
            target=point.issue,
            position=position,
            claim=members[0][1].claim,
            cites=cites(ref for ref, _ in members),
        )
        for position, members in sides.items()
    ]


def _opposed_first(positions: Sequence[BriefPosition]) -> list[BriefPosition]:
    """Issues with two sides first, each issue together, neutral positions last."""
    sides: dict[str, set[str]] = {}
    for position in positions:
        sides.setdefault(position.target, set()).add(position.position)
    issues = list(sides)
    return sorted(
        positions,
        key=lambda p: (
            p.position == "neutral",
            not {"favor", "against"} <= sides[p.target],
            issues.index(p.target),
        ),
    )


def _disagreement(dispute: Dispute, keys: Keys) -> Disagreement:
    kind = "quantity" if dispute.kind == "correction" else dispute.kind
    return Disagreement(
        key=keys.of("disagreements", kind, gist_of(dispute.about)),
        kind=dispute.kind,
        about=dispute.about,
        versions=[
            Version(
                says=side.says,
                published=side.published,
                newest=side.newest,
                cites=cites(side.refs),
            )
            for side in dispute.sides
        ],
    )
