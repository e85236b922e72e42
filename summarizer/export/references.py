"""Ids within a summary: rows that point at each other must find each other."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.errors import InputError
from summarizer.ontology import AUTHOR
from summarizer.schema import ArticleSummary


def check_references(summary: ArticleSummary) -> None:
    """See that each id stands once and what is referred to is there.

    Raises:
        InputError: it is not so; summaries that nobody edited are always in order.
    """
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


_HINT = "see all that is wrong with it: summarizer validate FILE"


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
