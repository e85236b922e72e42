"""Cites of a note and the words behind them."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.merging import Merged, Ref, Source
from summarizer.schema import ArticleSummary, Item
from summarizer.schema.brief import BriefEvidence


def cite(ref: Ref) -> str:
    """How a note cites an item: "n1:e3"."""
    return f"n{ref[0]}:{ref[1]}"


def cites(refs: Iterable[Ref]) -> list[str]:
    """Each cite once, in the order given."""
    return list(dict.fromkeys(map(cite, refs)))


def ref_of(mark: str) -> Ref:
    """The item that a cite names."""
    source, _, item = mark.partition(":")
    return int(source[1:]), item


def items_of(summary: ArticleSummary) -> dict[str, Item]:
    """Everything in a summary that can be cited, by id."""
    found: dict[str, Item] = {}
    if summary.headline is not None:
        found["headline"] = summary.headline
    found |= {f"g{at}": sentence for at, sentence in enumerate(summary.gist, start=1)}
    for items in (summary.actors, summary.statements, summary.stances, summary.events):
        found |= {item.id: item for item in items}
    return found


def sentences_of(refs: Iterable[Ref], merged: Merged) -> set[tuple[int, int]]:
    """The sentences that items rest on, by source: two items of one share what it says."""
    return {
        (number, piece.sentence)
        for number, id_ in refs
        if (item := items_of(merged.source(number).summary).get(id_)) is not None
        for piece in item.evidence
    }


def evidence_for(marks: Iterable[str], sources: list[Source]) -> list[BriefEvidence]:
    """The words that each cite rests on, by source and item."""
    found = []
    for ref in sorted({ref_of(mark) for mark in marks}, key=_order):
        held = items_of(sources[ref[0] - 1].summary)
        if ref[1] in held:
            found.append(BriefEvidence(cite=cite(ref), evidence=held[ref[1]].evidence))
    return found


def _order(ref: Ref) -> tuple[int, str, int]:
    letters = ref[1].rstrip("0123456789")
    return ref[0], letters, int(ref[1][len(letters) :] or 0)
