"""What changed since an earlier note, by keys that stay the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from rapidfuzz import fuzz

from summarizer.schema import BriefingNote
from summarizer.schema.brief import (
    BriefActor,
    BriefPosition,
    Delta,
    Disagreement,
    Gap,
    TimelineEntry,
)

Keyed: TypeAlias = BriefActor | BriefPosition | TimelineEntry | Disagreement | Gap
Grounds: TypeAlias = Mapping[str, list[tuple[str, int]]]
_SECTIONS: Final = ("actors", "positions", "timeline", "disagreements", "gaps")
_ASIDE: Final = frozenset({"cites", "key", "reported"})
_ALIKE: Final = 55
"""Likeness of two wordings of an item that rest on the same words of the same article."""


def compare_notes(note: BriefingNote, previous: BriefingNote, whole: BriefingNote) -> BriefingNote:
    """The note with the keys that its items had before, and with its delta.

    An item is the same as before if its key is, or if it rests on words that the earlier one
    rested on and says nearly the same. `whole` is the note without limits: what only had to make
    room is not withdrawn.
    """
    renamed = _renamed(whole, previous)
    note, whole = _with_keys(note, renamed), _with_keys(whole, renamed)
    now, then, held = _contents(note), _contents(previous), _contents(whole)
    delta = Delta(
        new=[key for key in now if key not in then],
        changed=[key for key in now if key in then and now[key] != then[key]],
        withdrawn=[key for key in then if key not in held and key not in now],
    )
    return note.model_copy(update={"delta": delta})


def _renamed(note: BriefingNote, previous: BriefingNote) -> dict[str, str]:
    """By key of the note: the key that the item had before."""
    renamed: dict[str, str] = {}
    words, earlier = _words_by_cite(note), _words_by_cite(previous)
    for section in _SECTIONS:
        now: list[Keyed] = getattr(note, section)
        then: list[Keyed] = getattr(previous, section)
        known = {item.key for item in then} & {item.key for item in now}
        left = [item for item in then if item.key not in known]
        grounds = {item.key: _grounds(item, earlier) for item in left}
        for item in now:
            if item.key in known:
                continue
            mine = _grounds(item, words)
            near = [one for one in left if _kind(one) == _kind(item) and mine & grounds[one.key]]
            best = max(near, key=lambda one: _likeness(one, item), default=None)
            if best is not None and _likeness(best, item) >= _ALIKE:
                renamed[item.key] = best.key
                left.remove(best)
    return renamed


def _with_keys(note: BriefingNote, renamed: Mapping[str, str]) -> BriefingNote:
    if not renamed:
        return note

    def named(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: named(held) for name, held in value.items()}
        if isinstance(value, list):
            return [named(held) for held in value]
        return renamed.get(value, value) if isinstance(value, str) else value

    sections = {
        section: [type(item).model_validate(named(item.model_dump())) for item in items]
        for section in _SECTIONS
        if (items := getattr(note, section))
    }
    return note.model_copy(update=sections)


def _contents(note: BriefingNote) -> dict[str, object]:
    """What each item says, without the numbers that sources have in this note, and since when."""
    return {
        item.key: _bare(item.model_dump(mode="json"))
        for section in _SECTIONS
        for item in getattr(note, section)
    }


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _bare(held) for name, held in value.items() if name not in _ASIDE}
    return [_bare(held) for held in value] if isinstance(value, list) else value


def _grounds(item: Keyed, grounds: Grounds) -> set[tuple[str, int]]:
    """The sentences that an item rests on, by the text's hash."""
    return {ground for mark in _cites(item) for ground in grounds.get(mark, ())}


def _words_by_cite(note: BriefingNote) -> dict[str, list[tuple[str, int]]]:
    """By cite: the text's hash and where its words begin."""
    hashes = {source.id: source.article.sha256 for source in note.sources}
    return {
        mark: [(hashes.get(mark.partition(":")[0], ""), piece.start) for piece in pieces]
        for mark, pieces in note.words().items()
    }


def _cites(item: Keyed) -> Iterator[str]:
    if isinstance(item, Disagreement):
        for version in item.versions:
            yield from version.cites
    else:
        yield from item.cites


def _kind(item: Keyed) -> str:
    """What two items must have in common to be one."""
    match item:
        case BriefActor():
            return item.kind
        case BriefPosition():
            return item.holder
        case Disagreement():
            return item.kind.replace("correction", "quantity")
        case _:
            return ""


def _likeness(one: Keyed, other: Keyed) -> float:
    return fuzz.token_sort_ratio(_words(one), _words(other))


def _words(item: Keyed) -> str:
    match item:
        case BriefActor():
            return item.name
        case BriefPosition():
            return item.target
        case TimelineEntry():
            return item.description
        case Disagreement():
            return item.about
        case Gap():
            return item.text
