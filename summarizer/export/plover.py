"""Events as records of PLOVER, one JSON object a line.

Field names are those of the manual's chapter "Data Fields" (draft 2.0); docs/export.md says where
ours differ.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any, Final

from summarizer.export.countries import country_of
from summarizer.export.language import language_of
from summarizer.export.rows import mode_of
from summarizer.files import replaced
from summarizer.ontology import EVENT_CLASSES, EventType, Quad, quad_of
from summarizer.safe import escape_hidden
from summarizer.schema import Actor, ArticleSummary, Event, EventTime

Record = dict[str, Any]

OTHER: Final[EventType] = "OTHER"
QUADS: Final[tuple[Quad, ...]] = (
    "verbal cooperation",
    "material cooperation",
    "verbal conflict",
    "material conflict",
)
"""In the order of PLOVER's codes 1 to 4."""
AUXILIARY: Final = {
    "planned": "future",
    "postponed": "future",
    "proposed": "hypothetical",
    "threatened": "hypothetical",
    "cancelled": "negation",
    "denied": "negation",
}
"""By status: the auxiliary mode, which the manual puts among the contexts."""
CODEBOOK: Final = "PLOVER manual, draft 2.0"


class PloverFile:
    """Takes summaries; `left_out` counts events that are none of PLOVER's, by reason."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.left_out: Counter[str] = Counter()

    def take(self, summary: ArticleSummary) -> None:
        """Write a line for each event of PLOVER's."""
        actors = {actor.id: actor for actor in summary.actors}
        for event in summary.events:
            reason = _unfit(event)
            if reason is not None:
                self.left_out[reason] += 1
                continue
            line = json.dumps(record_of(event, summary, actors), ensure_ascii=False)
            self._file.write(f"{escape_hidden(line)}\n")


@contextmanager
def plover_file(path: Path) -> Iterator[PloverFile]:
    """A file of lines that is there when all went well; until then what was there still is.

    Raises:
        OutputError: it cannot be written.
    """
    with replaced(path) as place, place.open("w", encoding="utf-8", newline="\n") as file:
        yield PloverFile(file)


def record_of(event: Event, summary: ArticleSummary, actors: dict[str, Actor]) -> Record:
    """The record of an event; `actors` are the article's, by id."""
    article, run = summary.article, summary.run
    mode, auxiliary = mode_of(event), AUXILIARY.get(event.status)
    quad = quad_of(event.type)
    first = event.evidence[0]
    return {
        "id": f"{article.id}#{event.id}",
        "has_event": True,
        **_dates(event.time),
        "pub_date": _day(article.published),
        "actor": [_entity(actors[one], article.language) for one in event.actors],
        "recipient": [_entity(actors[one], article.language) for one in event.recipients],
        "event": [event.type],
        "mode": [mode] if mode is not None else [],
        "context": [auxiliary] if auxiliary is not None else [],
        "quad_code": QUADS.index(quad) + 1 if quad is not None else None,
        "status": event.status,
        "event_text": [event.description],
        "event_loc": {"text": event.place.text} if event.place is not None else None,
        "quantities": [one.model_dump(mode="json") for one in event.quantities],
        "text_info": {"sequence": first.sentence, "start": first.start, "end": first.end},
        "evidence": [one.model_dump(mode="json") for one in event.evidence],
        "cite_info": {
            "citation": article.id,
            "url": article.url,
            "title": article.title,
            "language": language_of(article.language) if article.language else None,
            "publication": article.publisher,
            "codebook": CODEBOOK,
        },
        "coder": f"summarizer {run.summarizer}, {run.model}, plan {run.plan}" if run else None,
        "coded_date": _day(run.created) if run else None,
        "margin": event.margin,
    }


def _unfit(event: Event) -> str | None:
    """Why an event is no record, if so."""
    if event.type == OTHER:
        return "of type OTHER"
    if event.review is not None and event.review.state == "rejected":
        return "rejected in review"
    if EVENT_CLASSES[event.type].recipient_needed and not event.recipients:
        return "without the recipient that their type needs"
    return None


def _dates(time: EventTime | None) -> Record:
    """PLOVER's dates are days: no day is made up for a week, a month or a year."""
    value = time.value if time is not None else None
    to_the_day = time is not None and time.granularity in ("day", "time")
    day, _, clock = (value or "").partition("T") if to_the_day else ("", "", "")
    known = None
    if time is not None:
        names = ("value", "value_end", "granularity", "text", "anchor", "rule")
        known = {name: getattr(time, name) for name in names}
    return {
        "date": day or None,
        "time": clock or None,
        "enddate": time.value_end if time is not None and to_the_day else None,
        "date_info": known,
    }


def _entity(actor: Actor, language: str | None) -> Record:
    return {
        "code": country_of(actor, language),
        "entity_text": actor.name,
        "office": actor.role,
        "kind": actor.kind,
        "id": actor.id,
    }


def _day(moment: date | None) -> str | None:
    day = moment.date() if isinstance(moment, datetime) else moment
    return day.isoformat() if day is not None else None
