"""Events across articles: type, time, actors and words together, each pair looked up, not all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Final

from summarizer.merging.clusters import Clusters
from summarizer.merging.context import Context
from summarizer.merging.happened import Happened, between, gap, happened
from summarizer.merging.model import Merge, MergedActor, MergedEvent, Ref, Source

_KEYS: Final = 4
"""Rarest words of an event by which others like it are looked up."""
_NEIGHBOURS: Final = 30
_DATES_APART: Final = 3
"""Days between two reports of one event that give it different dates."""
_AROUND: Final = 7
"""Days between an event and the publication of an article that tells it without a date."""
_LATER: Final = 14


def merge_events(
    sources: Sequence[Source], actors: Sequence[MergedActor], context: Context
) -> tuple[list[MergedEvent], list[Merge]]:
    """Every event once, in the order of first report, and what was merged."""
    numbers = {ref: actor.number for actor in actors for ref in actor.refs}
    names = {actor.number: " ".join((actor.name, *actor.aliases)) for actor in actors}
    every = [found for source in sources for found in happened(source, numbers, names)]
    by_ref = {one.ref: one for one in every}
    clusters = Clusters(by_ref)
    merges = []
    for _, one, other, reason in _ranked(every, context):
        if clusters.joinable(one.ref, other.ref) and _all_fit(one, other, clusters, by_ref):
            clusters.unite(one.ref, other.ref)
            merges.append(Merge("event", _shown(one), _shown(other), reason))
    return [_merged([by_ref[ref] for ref in refs]) for refs in clusters.all()], merges


def _ranked(every: list[Happened], context: Context) -> list[tuple[float, Happened, Happened, str]]:
    """Pairs that can be one event, the surest first."""
    found = []
    for one, other in _candidates(every):
        if not context.linked(one.ref[0], other.ref[0]):
            continue
        verdict = compare(one, other)
        if verdict is not None:
            found.append((verdict[0], one, other, verdict[1]))
    return sorted(found, key=lambda pair: (-pair[0], pair[1].ref, pair[2].ref))


def compare(one: Happened, other: Happened) -> tuple[float, str] | None:
    """How sure it is that two are one event, and why; None if they are not."""
    apart = between(one, other)
    if apart is None and not _could_be_then(one, other):
        return None
    if one.text == other.text and not apart:
        return 1.0, "same words"
    types = one.event.type == other.event.type
    untold = "OTHER" in (one.event.type, other.event.type)
    if one.counts is not None and one.counts == other.counts and not apart:
        return 0.9, f"both give a number of {one.counts}"
    common = len(one.core & other.core)
    dice = 2 * common / max(1, len(one.core) + len(other.core))
    overlap = common / max(1, min(len(one.core), len(other.core)))
    shared = bool(one.parties & other.parties)
    strangers = bool(one.actors and other.actors) and not shared
    if not types and not untold and dice < 0.85:
        return None
    if apart:
        return _on_two_days(apart, common, dice, types and not strangers)
    told = "same time" if apart == 0 else "no time against it"
    enough = 0.6 if untold or strangers else 0.5
    if (common >= 2 and dice >= enough) or (shared and types and not untold and overlap > 0.65):
        return (0.5 if apart == 0 else 0.4) + dice / 3, _reason(told, shared, types, dice)
    return None


def _on_two_days(apart: int, common: int, dice: float, agree: bool) -> tuple[float, str] | None:
    """Two reports that give one event different dates: only where everything else agrees."""
    if agree and apart <= _DATES_APART and common >= 3 and dice >= 0.8:
        return 0.3 + dice / 3, f"{apart} days apart in two reports, words alike {dice:.2f}"
    return None


def _could_be_then(one: Happened, other: Happened) -> bool:
    """Whether an event without a date can be of the other's time, by when it was told."""
    known = one.days or other.days
    told = [found.source.day for found in (one, other) if found.days is None]
    if known is None:
        first, second = one.source.day, other.source.day
        return first is None or second is None or abs((first - second).days) <= _LATER
    return all(day is None or _within(day, known) for day in told)


def _within(day: date, days: tuple[date, date]) -> bool:
    near = gap((day, day), days)
    return near is not None and near <= _AROUND


def _all_fit(
    one: Happened, other: Happened, clusters: Clusters, by_ref: dict[Ref, Happened]
) -> bool:
    """Whether no dated member of two clusters is too far from any of the other."""
    first, second = ([by_ref[ref] for ref in clusters.held(found.ref)] for found in (one, other))
    gaps = (between(a, b) for a in first for b in second)
    return all(days is None or days <= _DATES_APART for days in gaps)


def _candidates(every: list[Happened]) -> Iterator[tuple[Happened, Happened]]:
    """Pairs of two articles that have a rare word in common, or count the same."""
    seen = Counter(word for one in every for word in one.core)
    blocks: dict[str, list[Happened]] = defaultdict(list)
    for one in every:
        rarest = sorted(one.core, key=lambda word: (seen[word], word))[:_KEYS]
        counted = [f"#{one.counts}"] if one.counts else []
        for key in chain(rarest, counted):
            blocks[key].append(one)
    told: set[tuple[Ref, Ref]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=_moment)
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
                pair = (one.ref, other.ref) if one.ref < other.ref else (other.ref, one.ref)
                if one.ref[0] != other.ref[0] and pair not in told:
                    told.add(pair)
                    yield (one, other) if pair[0] == one.ref else (other, one)


def _moment(one: Happened) -> tuple[date, Ref]:
    days = one.days
    return (days[0] if days else one.source.day or date.min), one.ref


def _reason(time: str, shared: bool, types: bool, dice: float) -> str:
    parts = [time]
    if shared:
        parts.append("an actor in common")
    if types:
        parts.append("same type")
    return ", ".join([*parts, f"words alike {dice:.2f}"])


def _merged(members: list[Happened]) -> MergedEvent:
    def parties(of: str) -> list[int]:
        return list(dict.fromkeys(n for one in members for n in sorted(getattr(one, of))))

    actors = parties("actors")
    recipients = [number for number in parties("recipients") if number not in actors]
    return MergedEvent([(one.ref, one.event) for one in members], actors, recipients)


def _shown(one: Happened) -> str:
    return f"n{one.ref[0]}:{one.ref[1]} {one.event.description}"
