"""The tables that summaries become: which columns, what they hold, what they point to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Type = Literal["text", "integer", "real"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; a `list` or a `table` in a cell is JSON."""

    name: str
    type: Type
    holds: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table; `refers` gives columns by the table whose key they are."""

    name: str
    holds: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str], ...] = ()
    """Column, and the table it points into; together with `article`, unless that is the column."""


def _text(name: str, holds: str) -> Column:
    return Column(name, "text", holds)


def _whole(name: str, holds: str) -> Column:
    return Column(name, "integer", holds)


_ARTICLE: Final = _whole("article", "number of the article in this export")
_ID: Final = _text("id", "id within the article")
_MARGIN: Final = Column(
    "margin", "real", "how sure the model's answer was, 0 to 1, if it was asked"
)
_REVIEW: Final = _text("review", "a person's decision: accepted, rejected or edited")
_START: Final = _whole("start_char", "first character in the article's text, in code points from 0")
_END: Final = _whole("end_char", "one past the last character")
_OF_ARTICLE: Final = ("article", "articles")

TABLES: Final = (
    Table(
        "articles",
        "one row an article",
        (
            _ARTICLE,
            _text("id", "the article's lasting id, as in its summary"),
            _text("sha256", "hash of its text"),
            _text("title", "its title"),
            _text("headline", "headline of the summary"),
            _text("gist", "gist of the summary, its sentences joined by spaces"),
            _text("source", "path or address it was read from"),
            _text("url", "where it is published"),
            _text("publisher", "who published it"),
            _text("byline", "who wrote it"),
            _text("published", "when, ISO 8601"),
            _text("retrieved", "when it was fetched, ISO 8601"),
            _text("language", "BCP 47 tag"),
            _text("media_type", "type of what was read"),
            _text("text", "the text that all positions refer to; empty if it was left out"),
            _whole("warnings", "how many things were dropped, repaired or not supported"),
            _text("model", "model that read it"),
            _text("plan", "plan it was read by"),
            _text("prompt", "name and hash of the prompt"),
            _text("created", "when the summary was made, ISO 8601"),
            Column("cost", "real", "US dollars; empty if not known"),
        ),
        ("article",),
    ),
    Table(
        "actors",
        "who is in an article",
        (
            _ARTICLE,
            _ID,
            _text("name", "the fullest form that the article uses"),
            _text("aliases", "other forms, a JSON list"),
            _text("kind", "person, state, organization or group"),
            _text("role", "office or role, in the article's words"),
            _text("country", "ISO 3166 alpha-3 code of a state, by its name"),
            _whole("mentions", "how often it is named"),
            _REVIEW,
        ),
        ("article", "id"),
        (_OF_ARTICLE,),
    ),
    Table(
        "statements",
        "who said what; the words are in evidence",
        (
            _ARTICLE,
            _ID,
            _text("speaker", "id of the actor"),
            _text("kind", "quoted or reported"),
            _text("cue", "the article's word that attributes, such as said"),
            _REVIEW,
        ),
        ("article", "id"),
        (_OF_ARTICLE, ("speaker", "actors")),
    ),
    Table(
        "stances",
        "who is for or against what",
        (
            _ARTICLE,
            _ID,
            _text("holder", "id of the actor; empty where the article itself judges"),
            _text("target", "whom or what it is about"),
            _text("target_actor", "id of the target, if it is an actor"),
            _text("position", "favor, against, neutral or mixed"),
            _text("claim", "the stance in a clause"),
            _text("statements", "ids of the statements that express it, a JSON list"),
            _MARGIN,
            _REVIEW,
        ),
        ("article", "id"),
        (_OF_ARTICLE, ("holder", "actors"), ("target_actor", "actors")),
    ),
    Table(
        "events",
        "what happened, or did not",
        (
            _ARTICLE,
            _ID,
            _text("description", "what, in a clause"),
            _text("type", "PLOVER type, or OTHER"),
            _text("mode", "PLOVER mode that the type allows"),
            _text("quad", "quad class of the type"),
            _text("status", "whether it took place: occurred, planned, denied, …"),
            _text("date", "ISO 8601 at its granularity; empty if not known"),
            _text("date_end", "last day of a range"),
            _text("granularity", "year, month, week, day or time"),
            _text("date_text", "the article's words for it"),
            _text("anchor", "what a relative date was counted from"),
            _text("place", "the article's words for where"),
            _MARGIN,
            _REVIEW,
        ),
        ("article", "id"),
        (_OF_ARTICLE,),
    ),
    Table(
        "event_actors",
        "the parties of events",
        (
            _ARTICLE,
            _text("event", "id of the event"),
            _text("role", "actor or recipient"),
            _text("actor", "id of the actor"),
        ),
        ("article", "event", "role", "actor"),
        (_OF_ARTICLE, ("event", "events"), ("actor", "actors")),
    ),
    Table(
        "quantities",
        "the numbers of events",
        (
            _ARTICLE,
            _text("event", "id of the event"),
            _whole("number", "which number of the event, from 1"),
            Column("value", "real", "the number"),
            _text("unit", "ISO 4217 currency, % or a unit; empty for counts"),
            _text("what", "the noun that is counted"),
            _START,
            _END,
        ),
        ("article", "event", "number"),
        (_OF_ARTICLE, ("event", "events")),
    ),
    Table(
        "evidence",
        "the words of the article that items rest on",
        (
            _ARTICLE,
            _text("item", "id of the item; headline, g1, g2 or g3 for the summary's own text"),
            _whole("number", "which piece of the item's evidence, from 1"),
            _text("kind", "headline, gist, actor, statement, stance or event"),
            _text("quote", "the words, character by character"),
            _START,
            _END,
            _whole("sentence", "number of the sentence, from 1"),
        ),
        ("article", "item", "number"),
        (_OF_ARTICLE,),
    ),
)
"""Every table after those that it points into."""
