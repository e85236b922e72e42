"""Briefing notes: ids, keys, citations, repeated reports, periods and deltas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from summarizer.ontology import AUTHOR
from summarizer.validation.dates import check_range
from summarizer.validation.integrity import check_ids
from summarizer.validation.problem import Problem, pointer

if TYPE_CHECKING:
    from summarizer.schema.brief import BriefingNote

_KEYED: Final = ("actors", "positions", "timeline", "disagreements", "gaps")


@dataclass(frozen=True)
class BriefDocument:
    """A note, and the items of the summaries at hand by article id."""

    brief: BriefingNote
    items: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def reports(self) -> dict[str, str]:
        """The independent report that each source is or repeats."""
        return {source.id: source.same_report_as or source.id for source in self.brief.sources}

    def citations(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Give every list of citations with its JSON Pointer."""
        brief = self.brief
        for name in ("bottom_line", "judgements", "actors", "positions", "timeline", "gaps"):
            for index, item in enumerate(getattr(brief, name)):
                yield pointer(name, index, "cites"), item.cites
        for index, disagreement in enumerate(brief.disagreements):
            for place, version in enumerate(disagreement.versions):
                yield pointer("disagreements", index, "versions", place, "cites"), version.cites


def check_brief(document: BriefDocument) -> Iterator[Problem]:
    """Check all of a note but its wording."""
    brief = document.brief
    yield from check_ids("sources", [source.id for source in brief.sources], "n")
    yield from _keys(brief)
    yield from _citations(document)
    yield from _reports(brief)
    yield from _newest(brief)
    yield from _times(brief)


def _keys(brief: BriefingNote) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in _KEYED:
        for index, item in enumerate(getattr(brief, name)):
            if item.key in seen:
                path = pointer(name, index, "key")
                yield Problem("duplicate_id", path, f"the key {item.key} stands twice")
            seen.add(item.key)
    actors = {actor.key for actor in brief.actors}
    for path, key in _actor_keys(brief):
        if key not in actors and not (key == AUTHOR and path.endswith("/holder")):
            yield Problem("unknown_actor", path, f"no actor has the key {key}")
    if brief.delta is not None:
        for name in ("new", "changed", "withdrawn"):
            for index, key in enumerate(getattr(brief.delta, name)):
                if (key in seen) == (name == "withdrawn"):
                    there = "still in" if key in seen else "not in"
                    path = pointer("delta", name, index)
                    yield Problem("delta_key", path, f"the key {key} is {there} the note")


def _actor_keys(brief: BriefingNote) -> Iterator[tuple[str, str]]:
    for index, position in enumerate(brief.positions):
        yield pointer("positions", index, "holder"), position.holder
    for index, entry in enumerate(brief.timeline):
        for role in ("actors", "recipients"):
            for place, key in enumerate(getattr(entry, role)):
                yield pointer("timeline", index, role, place), key


def _citations(document: BriefDocument) -> Iterator[Problem]:
    articles = {source.id: source.article.id for source in document.brief.sources}
    for path, cites in document.citations():
        for place, cite in enumerate(cites):
            source, _, item = cite.partition(":")
            where = f"{path}/{place}"
            if cite in cites[:place]:
                yield Problem("repeated_reference", where, f"{cite} stands twice here")
            if source not in articles:
                yield Problem("unknown_source", where, f"the note has no source {source}")
            elif item not in document.items.get(articles[source], {item}):
                yield Problem("unknown_cite", where, f"the summary of {source} has no {item}")


def _reports(brief: BriefingNote) -> Iterator[Problem]:
    repeats = {source.id: source.same_report_as for source in brief.sources}
    for index, source in enumerate(brief.sources):
        original = source.same_report_as
        path = pointer("sources", index, "same_report_as")
        if original is None:
            continue
        if original not in repeats:
            yield Problem("unknown_source", path, f"the note has no source {original}")
        elif original == source.id or repeats[original] is not None:
            message = f"{original} is no independent report itself"
            yield Problem("same_report", path, message)


def _newest(brief: BriefingNote) -> Iterator[Problem]:
    for index, disagreement in enumerate(brief.disagreements):
        dated = [(str(version.published or ""), version) for version in disagreement.versions]
        newest = max(date for date, _ in dated)
        for place, (date, version) in enumerate(dated):
            if version.newest and date != newest:
                path = pointer("disagreements", index, "versions", place, "newest")
                yield Problem("not_newest", path, f"another version is of {newest}")


def _times(brief: BriefingNote) -> Iterator[Problem]:
    if brief.period is not None and brief.period.end < brief.period.start:
        yield Problem("date_order", "/period/end", "the period ends before it begins")
    for index, entry in enumerate(brief.timeline):
        yield from check_range(pointer("timeline", index), entry)
