"""Where articles do not agree: side by side, never averaged; newer is called newer, not truer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from summarizer.merging.happened import days_of, gap
from summarizer.merging.model import Merged, MergedEvent, MergedPosition, Ref
from summarizer.merging.words import counted_in, folded, is_generic, stems, tokens, words
from summarizer.schema import Event, Quantity

Kind = Literal["quantity", "date", "place", "actor", "status", "position", "correction"]
_TOOK_PLACE: Final = frozenset({"occurred", "ongoing"})
_CONTRARY: Final = {"denied": _TOOK_PLACE, "cancelled": _TOOK_PLACE}


@dataclass
class Side:
    """One version and who gives it."""

    says: str
    refs: list[Ref]
    published: date | None = None
    newest: bool = False


@dataclass
class Dispute:
    """Versions of one point, the earliest first."""

    kind: Kind
    about: str
    sides: list[Side]
    of: tuple[Ref, ...]
    """The items of the event or position that it is about."""


def find_disputes(merged: Merged) -> list[Dispute]:
    """All points on which the articles do not agree, in the order of events and positions."""
    found: list[Dispute] = []
    for event in merged.events:
        if len({source for source, _ in event.refs}) > 1:
            for check in (_quantities, _dates, _places, _doers, _statuses):
                found += check(event, merged)
    found += [dispute for point in merged.positions for dispute in _opposed(point, merged)]
    return found


def _dispute(
    kind: Kind,
    about: str,
    said: dict[str, list[Ref]],
    refs: Sequence[Ref],
    merged: Merged,
) -> Dispute:
    sides = [Side(says, found, _published(found, merged)) for says, found in said.items()]
    sides.sort(key=lambda side: (side.published or date.max, side.refs))
    dates = [side.published for side in sides if side.published is not None]
    latest = [side for side in sides if dates and side.published == max(dates)]
    if len(latest) == 1 and len(dates) == len(sides):
        latest[0].newest = True
    return Dispute(kind, about, sides, tuple(refs))


def _published(refs: Sequence[Ref], merged: Merged) -> date | None:
    """When a version was first given."""
    return min((day for n, _ in refs if (day := merged.source(n).day) is not None), default=None)


def _quantities(event: MergedEvent, merged: Merged) -> Iterator[Dispute]:
    measured: dict[tuple[str | None, str], dict[float, dict[Ref, str]]] = defaultdict(dict)
    for ref, member in event.members:
        for measure, (value, says) in _measures(member).items():
            measured[measure].setdefault(value, {})[ref] = says
    for (_, name), values in measured.items():
        if len(values) > 1:
            said = {min(found.values(), key=len): sorted(found) for found in values.values()}
            if len(said) < len(values):
                continue
            dispute = _dispute("quantity", name or _what(event), said, event.refs, merged)
            if len(dispute.sides) == 2 and _corrects(dispute.sides[-1], event):
                dispute.kind = "correction"
            yield dispute


def _measures(event: Event) -> dict[tuple[str | None, str], tuple[float, str]]:
    """What an event measures, each measure with its only value; two values are no version."""
    found: dict[tuple[str | None, str], dict[float, str]] = defaultdict(dict)
    counted = counted_in(event.description)
    for quantity in event.quantities:
        says = _written(event, quantity)
        if says is None:
            continue
        if quantity.unit is None and counted is not None:
            name = counted
        else:
            name = " ".join(sorted(stems(quantity.what or ""))) or (quantity.what or "")
        found[(quantity.unit, name)][quantity.value] = says
    told = folded(event.description)
    single: dict[tuple[str | None, str], tuple[float, str]] = {}
    for measure, values in found.items():
        inside = [(value, says) for value, says in values.items() if folded(says) in told]
        if len(inside) == 1:
            single[measure] = inside[0]
    return single


def _written(event: Event, quantity: Quantity) -> str | None:
    """The number as written, with what qualifies it and what it counts: "at least 11 people"."""
    for piece in event.evidence:
        if piece.start <= quantity.start and quantity.end <= piece.end:
            start, end = quantity.start - piece.start, quantity.end - piece.start
            before = words().modifiers.search(piece.quote[:start])
            if before is not None:
                start = before.start()
            after = piece.quote[end:]
            what = quantity.what or ""
            if what and folded(after).lstrip(" -").startswith(folded(what)):
                end += len(after) - len(after.lstrip(" -")) + len(what)
            return piece.quote[start:end]
    return None


def _corrects(side: Side, event: MergedEvent) -> bool:
    """Whether the newer version says itself that it replaces another."""
    if not side.newest:
        return False
    members = dict(event.members)
    quotes = (piece.quote for ref in side.refs for piece in members[ref].evidence)
    return any(words().corrections & set(tokens(folded(quote))) for quote in quotes)


def _dates(event: MergedEvent, merged: Merged) -> Iterator[Dispute]:
    """Different days, where the words of the date stand inside what is told of the event."""

    def said(member: Event) -> str | None:
        time = member.time
        inside = time is not None and folded(time.text) in folded(member.description)
        exact = inside and time is not None and time.granularity in ("day", "time")
        return time.value[:10] if exact and time is not None and time.value else None

    versions = _versions(event, said)
    spans = [days_of(value) for value in versions]
    if len(versions) > 1 and all(gap(a, b) for a in spans for b in spans if a != b):
        yield _dispute("date", _what(event), versions, event.refs, merged)


def _places(event: MergedEvent, merged: Merged) -> Iterator[Dispute]:
    """Different places, neither of which can be part of the other's name."""

    def said(member: Event) -> str | None:
        return member.place.text if member.place and member.place.text[:1].isupper() else None

    versions = _versions(event, said)
    names = [set(tokens(folded(place))) for place in versions]
    if len(versions) == 2 and names[0].isdisjoint(names[1]) and len(event.members) > 2:
        yield _dispute("place", _what(event), versions, event.refs, merged)


def _doers(event: MergedEvent, merged: Merged) -> Iterator[Dispute]:
    """Different actors who are said to have done it."""
    by_ref = merged.actor_of
    said: dict[str, list[Ref]] = defaultdict(list)
    held: dict[str, set[int]] = {}
    for ref, member in event.members:
        doers = [by_ref[(ref[0], doer)] for doer in member.actors if (ref[0], doer) in by_ref]
        if doers and not any(is_generic(doer.name) for doer in doers):
            name = " and ".join(sorted(doer.name for doer in doers))
            said[name].append(ref)
            held[name] = {doer.number for doer in doers}
    apart = all(held[a].isdisjoint(held[b]) for a in held for b in held if a != b)
    if len(said) > 1 and apart and len({ref[0] for refs in said.values() for ref in refs}) > 1:
        yield _dispute("actor", _what(event), dict(said), event.refs, merged)


def _statuses(event: MergedEvent, merged: Merged) -> Iterator[Dispute]:
    """Said to have happened here, denied or called off there."""
    versions = _versions(event, lambda member: member.status)
    for status, others in _CONTRARY.items():
        if status in versions and others & versions.keys():
            kept = {one: refs for one, refs in versions.items() if one == status or one in others}
            yield _dispute("status", _what(event), kept, event.refs, merged)


def _versions(event: MergedEvent, said: Callable[[Event], str | None]) -> dict[str, list[Ref]]:
    found: dict[str, list[Ref]] = defaultdict(list)
    for ref, member in event.members:
        says = said(member)
        if says is not None:
            found[says].append(ref)
    return dict(found)


def _opposed(point: MergedPosition, merged: Merged) -> Iterator[Dispute]:
    """Opposite positions that articles ascribe to one holder."""
    said: dict[str, list[Ref]] = defaultdict(list)
    for ref, stance in point.members:
        if stance.position in ("favor", "against"):
            said[stance.position].append(ref)
    if len(said) > 1 and point.holder is not None:
        name = merged.actors[point.holder].name
        yield _dispute("position", f"{name} on {point.issue}", dict(said), point.refs, merged)


def _what(event: MergedEvent) -> str:
    return event.members[0][1].description
