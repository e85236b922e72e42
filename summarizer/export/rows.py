"""A summary as rows of the tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, TypeAlias

from summarizer.export.countries import country_of
from summarizer.ontology import AUTHOR, mode_is_legal, quad_of
from summarizer.schema import Actor, ArticleSummary, Event, Evidence, Item, Run

Cell: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Cell, ...]

_LISTS: Final = (
    ("actor", "actors"),
    ("statement", "statements"),
    ("stance", "stances"),
    ("event", "events"),
)


def rows_of(summary: ArticleSummary, number: int) -> Iterator[tuple[str, Row]]:
    """The name of a table and a row of it, as `TABLES` has the columns; `number` is the article's.

    Rows come after those that they point to. Ids in the summary must not repeat or point nowhere.
    """
    yield "articles", _article(summary, number)
    language = summary.article.language
    for actor in summary.actors:
        yield "actors", (number, *_actor(actor, language), _review(actor))
    for said in summary.statements:
        yield "statements", (number, said.id, said.speaker, said.kind, said.cue, _review(said))
    for stance in summary.stances:
        holder = None if stance.holder == AUTHOR else stance.holder
        about = stance.target, stance.target_actor, stance.position, stance.claim
        rest = _json(stance.statements), stance.margin, _review(stance)
        yield "stances", (number, stance.id, holder, *about, *rest)
    for event in summary.events:
        yield "events", (number, *_event(event), _review(event))
        for name, row in _details(event):
            yield name, (number, event.id, *row)
    for item, kind, pieces in evidence_of(summary):
        for place, piece in enumerate(pieces, start=1):
            where = piece.start, piece.end, piece.sentence
            yield "evidence", (number, item, place, kind, piece.quote, *where)


def mode_of(event: Event) -> str | None:
    """The mode, if PLOVER has it for the type: a summary edited by hand may hold another."""
    return event.mode if mode_is_legal(event.type, event.mode) else None


def evidence_of(summary: ArticleSummary) -> Iterator[tuple[str, str, Sequence[Evidence]]]:
    """The id, the kind and the evidence of every item; the summary's own text has no ids."""
    if summary.headline is not None:
        yield "headline", "headline", summary.headline.evidence
    for place, sentence in enumerate(summary.gist, start=1):
        yield f"g{place}", "gist", sentence.evidence
    for kind, name in _LISTS:
        for item in getattr(summary, name):
            yield item.id, kind, item.evidence


def _article(summary: ArticleSummary, number: int) -> Row:
    known = summary.article
    return (
        number,
        known.id,
        known.sha256,
        known.title,
        summary.headline.text if summary.headline is not None else None,
        " ".join(sentence.text for sentence in summary.gist) or None,
        known.source,
        known.url,
        known.publisher,
        known.byline,
        _moment(known.published),
        _moment(known.retrieved),
        known.language,
        known.media_type,
        known.text,
        len(summary.warnings),
        *_run(summary.run),
    )


def _run(run: Run | None) -> Row:
    if run is None:  # written by hand or elsewhere
        return (None,) * 5
    prompt = f"{run.prompt.name} {run.prompt.fingerprint}"
    return run.model, run.plan, prompt, _moment(run.created), run.cost


def _actor(actor: Actor, language: str | None) -> Row:
    country = country_of(actor, language)
    named = actor.name, _json(actor.aliases), actor.kind
    return actor.id, *named, actor.role, country, len(actor.mentions)


def _event(event: Event) -> Row:
    what = event.id, event.description, event.type, mode_of(event), quad_of(event.type)
    time = event.time
    when: tuple[str | None, ...] = (None,) * 5
    if time is not None:
        when = time.value, time.value_end, time.granularity, time.text, time.anchor
    place = event.place.text if event.place is not None else None
    return *what, event.status, *when, place, event.margin


def _details(event: Event) -> Iterator[tuple[str, Row]]:
    """What an event has several of."""
    for role, ids in (("actor", event.actors), ("recipient", event.recipients)):
        for actor in dict.fromkeys(ids):
            yield "event_actors", (role, actor)
    for place, found in enumerate(event.quantities, start=1):
        counted = float(found.value), found.unit, found.what
        yield "quantities", (place, *counted, found.start, found.end)


def _review(item: Item) -> str | None:
    return item.review.state if item.review is not None else None


def _moment(moment: date | None) -> str | None:
    return moment.isoformat() if moment is not None else None


def _json(values: list[str]) -> str | None:
    return json.dumps(values, ensure_ascii=False) if values else None
