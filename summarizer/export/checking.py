"""What a summary that somebody edited could hold and a table cannot."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Final

from summarizer.errors import InputError
from summarizer.export.rows import evidence_of
from summarizer.ontology import AUTHOR
from summarizer.schema import ArticleSummary

_HINT: Final = "see all that is wrong with it: summarizer validate FILE"
_FARTHEST: Final = 2**53
_LARGEST: Final = sys.float_info.max


def check_summary(summary: ArticleSummary) -> None:
    """See that each id stands once, what is referred to is there, and numbers have a size.

    Raises:
        InputError: it is not so; summaries that nobody edited are always in order.
    """
    if not _sizes_fit(summary):
        raise InputError("a number in it is too large", hint=_HINT)
    for name in ("actors", "statements", "stances", "events"):
        ids = [item.id for item in getattr(summary, name)]
        if len(set(ids)) < len(ids):
            raise InputError(f"/{name}: two items have one id", hint=_HINT)
    actors = {actor.id for actor in summary.actors}
    said = {statement.id for statement in summary.statements}
    for path, wanted in _to_actors(summary):
        if wanted not in actors:
            raise InputError(f"{path}: there is no actor {wanted}", hint=_HINT)
    for place, stance in enumerate(summary.stances):
        missing = next((one for one in stance.statements if one not in said), None)
        if missing is not None:
            where = f"/stances/{place}/statements"
            raise InputError(f"{where}: there is no statement {missing}", hint=_HINT)


def _to_actors(summary: ArticleSummary) -> Iterator[tuple[str, str]]:
    for place, statement in enumerate(summary.statements):
        yield f"/statements/{place}/speaker", statement.speaker
    for place, stance in enumerate(summary.stances):
        if stance.holder != AUTHOR:
            yield f"/stances/{place}/holder", stance.holder
        if stance.target_actor is not None:
            yield f"/stances/{place}/target_actor", stance.target_actor
    for place, event in enumerate(summary.events):
        for role in ("actors", "recipients"):
            yield from ((f"/events/{place}/{role}", one) for one in getattr(event, role))


def _sizes_fit(summary: ArticleSummary) -> bool:
    pieces = [piece for *_, pieces in evidence_of(summary) for piece in pieces]
    found = [one for event in summary.events for one in event.quantities]
    places = [place for one in pieces for place in (one.sentence, one.start, one.end)]
    places += [place for one in found for place in (one.start, one.end)]
    return max(places, default=0) <= _FARTHEST and all(abs(one.value) <= _LARGEST for one in found)
