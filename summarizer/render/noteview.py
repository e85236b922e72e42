"""What every view of a note says alike: who stands together, when something was, what to add."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.ontology import AUTHOR, Position
from summarizer.render.wording import TO_COME, day, without_dateline
from summarizer.schema import BriefingNote, Evidence
from summarizer.schema.brief import TimelineEntry


@dataclass(slots=True)
class Stand:
    """Holders who take one side on one issue in the same words."""

    target: str
    position: Position
    words: str
    holders: list[str] = field(default_factory=list)
    cites: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


def names_in(note: BriefingNote) -> dict[str, str]:
    """The name of each actor by key, and of the articles as holder."""
    return {AUTHOR: "The articles", **{actor.key: actor.name for actor in note.actors}}


def stands_of(note: BriefingNote) -> list[Stand]:
    """The positions, those in the same words as one."""
    found: dict[tuple[str, str, str], Stand] = {}
    words, names = note.words(), names_in(note)
    for held in note.positions:
        said = first_words(words, held.cites) or held.claim
        stand = found.setdefault(
            (held.target, held.position, said), Stand(held.target, held.position, said)
        )
        stand.holders.append(names.get(held.holder, held.holder))
        stand.cites += [mark for mark in held.cites if mark not in stand.cites]
        stand.keys.append(held.key)
    return list(found.values())


def first_words(words: dict[str, list[Evidence]], cites: Iterable[str]) -> str | None:
    """The first words that some cites rest on; None where the note does not hold them."""
    quote = next((piece.quote for mark in cites for piece in words.get(mark, ())), None)
    return None if quote is None else without_dateline(quote)


def own_cites(cites: Iterable[str], note: BriefingNote) -> tuple[str, ...]:
    """The cites without those of articles that repeat another one that is cited."""
    marks = list(dict.fromkeys(cites))
    cited = {mark.partition(":")[0] for mark in marks}
    repeats = {s.id for s in note.sources if s.same_report_as in cited}
    return tuple(mark for mark in marks if mark.partition(":")[0] not in repeats)


def when_told(entry: TimelineEntry) -> str:
    """Its date or range, else the day by which it had happened, else "undated"."""
    if entry.value is not None:
        return " – ".join(value for value in (entry.value, entry.value_end) if value)
    if entry.reported is not None and entry.status not in TO_COME:
        return f"by {day(entry.reported)}"
    return "undated"


def told(entry: TimelineEntry) -> str:
    """What happened, beginning as a sentence does."""
    return f"{entry.description[:1].upper()}{entry.description[1:]}"


def added(entry: TimelineEntry, note: BriefingNote) -> list[str]:
    """What the words of an event leave out: who, to whom, where; whether reports differ on it."""
    names = names_in(note)
    sides = [
        " & ".join(names.get(key, key) for key in keys) for keys in (entry.actors, entry.recipients)
    ]
    remarks = []
    if any(_unsaid(names.get(key, key), entry) for key in (*entry.actors, *entry.recipients)):
        remarks.append(f"{sides[0] or '?'} → {sides[1]}" if sides[1] else sides[0])
    if entry.place and not entry.actors and entry.place not in entry.description:
        remarks.append(entry.place)
    if is_disputed(entry, note):
        remarks.append("reports differ")
    return remarks


def is_disputed(entry: TimelineEntry, note: BriefingNote) -> bool:
    """Whether reports differ on an event: each version rests on items of it."""
    cited = set(entry.cites)
    return any(
        all(cited & {*version.cites} for version in point.versions) for point in note.disagreements
    )


def _unsaid(name: str, entry: TimelineEntry) -> bool:
    """Whether the words of an event do not name someone, by the last word of the name at least."""
    return name.split()[-1].casefold() not in entry.description.casefold()
