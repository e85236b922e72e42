"""The sections of a note that code writes: actors, positions, timeline, disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from summarizer.briefing.citing import cites, sentences_of
from summarizer.briefing.clarity import is_clear
from summarizer.briefing.keys import Keys, gist_of, name_keys
from summarizer.briefing.salience import Salience, is_named
from summarizer.merging import Dispute, Merged, MergedActor, MergedEvent, MergedPosition, Ref
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
    unclear: set[str] = field(default_factory=set)
    """Keys of positions that want a grain of salt."""
    events: dict[str, MergedEvent] = field(default_factory=dict)
    """The merged event of each entry of the timeline, by its key."""

    @cached_property
    def disputed(self) -> dict[tuple[int, int], list[Dispute]]:
        """Disputes on numbers, by each sentence that gives one of the versions."""
        found: dict[tuple[int, int], list[Dispute]] = {}
        for dispute in self.disputes:
            if dispute.kind in ("quantity", "correction"):
                refs = [ref for side in dispute.sides for ref in side.refs]
                for place in sentences_of(refs, self.merged):
                    found.setdefault(place, []).append(dispute)
        return found


def write_sections(merged: Merged, disputes: list[Dispute]) -> Sections:
    """Every section whole; what a note keeps of it is decided later."""
    keys, salience, newest = Keys(), Salience(merged, disputes), _newest(disputes)
    parties = [actor for actor in merged.actors if not actor.name[0].isdigit()]
    names = name_keys(parties, keys)  # "11 people" is a number of the event, not a party to it
    sections = Sections(merged, disputes)
    named = {actor.number for actor in parties if is_named(actor.name)}
    actors = sorted(parties, key=lambda actor: -salience.of_actor(actor))
    sections.actors = [_actor(actor, names) for actor in actors]
    for event in sorted(merged.events, key=lambda event: -salience.of_event(event)):
        entry = _entry(event, {n: k for n, k in names.items() if n in named}, newest, keys)
        entry.reported = _reported(entry.description, event, merged)
        sections.timeline.append(entry)
        sections.events[entry.key] = event
    for point in sorted(merged.positions, key=lambda point: -salience.of_position(point)):
        for position, clear in _positions(point, names, keys, merged):
            sections.positions.append(position)
            if not clear:
                sections.unclear.add(position.key)
    sections.positions = _in_order(sections.positions, sections.unclear)
    ranked = sorted(disputes, key=lambda d: (-merged.reports(d.of), d.of))
    sections.disagreements = [_disagreement(dispute, keys) for dispute in ranked]
    return sections


def by_time(entries: Iterable[TimelineEntry]) -> list[TimelineEntry]:
    """As a reader expects them: by date, else by when they were first told; those to come last."""

    def place(entry: TimelineEntry) -> tuple[bool, str, bool]:
        when = entry.value or str(entry.reported or date.max)
        return entry.status in TO_COME, when[:10], entry.value is None

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


def _newest(disputes: Iterable[Dispute]) -> set[Ref]:
    """The items that give the newest version of a disputed number."""
    numbers = [side for d in disputes if d.kind in ("quantity", "correction") for side in d.sides]
    return {ref for side in numbers if side.newest for ref in side.refs}


def _entry(
    event: MergedEvent, names: dict[int, str], newest: set[Ref], keys: Keys
) -> TimelineEntry:
    """The newest status, in the words of the first report that has it and the newest number."""
    status = event.members[-1][1].status
    having = [(ref, member) for ref, member in event.members if member.status == status]
    told = next((member for ref, member in having if ref in newest), having[0][1])
    dated = _dated(event) or told
    time = dated.time if dated.time is not None and dated.time.value is not None else None
    types: list[EventType] = [member.type for _, member in event.members]
    known: list[EventType] = [one for one in types if one != "OTHER"]
    place = next((m.place.text for _, m in event.members if m.place is not None), None)
    value = time.value if time else None
    return TimelineEntry(
        key=keys.of("timeline", gist_of(having[0][1].description), value or ""),
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


def _reported(description: str, event: MergedEvent, merged: Merged) -> date | None:
    """The first day on which an article told an event in these words."""
    days = [
        day
        for (number, _), member in event.members
        if member.description == description and (day := merged.source(number).day) is not None
    ]
    return min(days, default=None)


def _dated(event: MergedEvent) -> Event | None:
    """The member whose date stands: in its own words before one from elsewhere, the usual one."""
    dated = [m for _, m in event.members if m.time is not None and m.time.value is not None]
    own = [m for m in dated if m.time and m.time.text.casefold() in m.description.casefold()]
    values = [m.time.value for m in own or dated if m.time]
    if not values:
        return None
    usual = max(dict.fromkeys(values), key=values.count)
    return next(m for m in own or dated if m.time and m.time.value == usual)


def _positions(
    point: MergedPosition, names: dict[int, str], keys: Keys, merged: Merged
) -> Iterator[tuple[BriefPosition, bool]]:
    """One a side, and whether it is clear: a holder to whom two are ascribed has both."""
    if point.holder is not None and point.holder not in names:
        return
    sides: dict[Position, list[tuple[Ref, Stance]]] = {}
    for ref, stance in point.members:
        sides.setdefault(stance.position, []).append((ref, stance))
    holder = AUTHOR if point.holder is None else names[point.holder]
    for side, members in sides.items():
        position = BriefPosition(
            key=keys.of("positions", holder, gist_of(point.issue), side),
            holder=holder,
            target=point.issue,
            position=side,
            claim=members[0][1].claim,
            cites=cites(ref for ref, _ in members),
        )
        yield position, any(is_clear(ref, stance, merged) for ref, stance in members)


def _in_order(positions: Sequence[BriefPosition], unclear: set[str]) -> list[BriefPosition]:
    """Issues with two sides first, each issue together; then what is unclear, then neutral ones."""
    sides: dict[str, set[str]] = {}
    for position in positions:
        sides.setdefault(position.target, set())
        if position.key not in unclear:
            sides[position.target].add(position.position)
    issues = list(sides)
    return sorted(
        positions,
        key=lambda p: (
            p.position == "neutral",
            p.key in unclear,
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
