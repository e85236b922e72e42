"""For each code a document that has the problem and one, as near to it as may be, that has not."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from tests.validation.documents import SPANS, TEXT, Json, brief, dumped, evidence, summary

Change = Callable[[Json], object]
Document = Json | bytes


@dataclass(frozen=True)
class Case:
    """Two documents, the options that both are checked with, and files that lie beside them."""

    bad: Document
    good: Document
    args: tuple[str, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    good_files: dict[str, bytes] = field(default_factory=dict)
    """Files that lie beside the good document instead."""
    name: str = "story.summary.json"

    def written(self, *, bad: bool) -> dict[str, bytes]:
        """Give the files of one side by name."""
        document = self.bad if bad else self.good
        data = document if isinstance(document, bytes) else dumped(document)
        files = self.files if bad or not self.good_files else self.good_files
        return {**files, self.name: data}


CASES: dict[str, Case] = {}


def put(*path: Any) -> Change:
    """Make a change that puts its last argument at the path that the others are."""
    *holders, key, value = path

    def apply(document: Json) -> None:
        inner: Any = document
        for holder in holders:
            inner = inner[holder]
        inner[key] = deepcopy(value)

    return apply


def drop(*path: Any) -> Change:
    """Make a change that removes what stands at a path."""
    *holders, key = path

    def apply(document: Json) -> None:
        inner: Any = document
        for holder in holders:
            inner = inner[holder]
        del inner[key]

    return apply


def changed(base: Json, *changes: Change) -> Json:
    """Apply changes to a document."""
    for change in changes:
        change(base)
    return base


def case(code: str, *bad: Change, good: Change | None = None, **more: Any) -> None:
    """Add a case over the summary."""
    better = changed(summary(), good) if good else summary()
    CASES[code] = Case(changed(summary(), *bad), better, **more)


def brief_case(code: str, *bad: Change, good: Change | None = None, **more: Any) -> None:
    """Add a case over the note."""
    better = changed(brief(), good) if good else brief()
    CASES[code] = Case(changed(brief(), *bad), better, **more)


def raw_case(code: str, bad: bytes, good: bytes | None = None, **more: Any) -> None:
    """Add a case over bytes."""
    CASES[code] = Case(bad, good if good is not None else dumped(summary()), **more)


def line(document: Json) -> bytes:
    """Write a document as one line."""
    return json.dumps(document).encode() + b"\n"


PLAIN = dumped(summary())
FOREIGN = "Ferry crews in Lund Bay asked for a longer break. They will meet again on Friday."
FERRIES = {"articles/ferries.txt": FOREIGN.encode(), "articles/empty.txt": b"Nothing new."}
PILOTS = {"articles/pilots.txt": TEXT.encode()}
CHANGED = {"articles/pilots.txt": TEXT.replace("310 pilots", "290 pilots").encode()}
BESIDE = ("--source", "articles")


def change(*path: Any, by: Callable[[Any], Any]) -> Change:
    """Make a change that replaces what stands at a path by a function of it."""

    def apply(document: Json) -> None:
        inner: Any = document
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = by(inner[path[-1]])

    return apply


def cited(quote: str, start: int = 0) -> list[Json]:
    """Cite a quote at a place where it need not stand."""
    return [{"quote": quote, "start": start, "end": start + len(quote), "sentence": 1}]


QUOTE = ("gist", 0, "evidence", 0)
NO_TEXT = put("article", "text", None)


# parse
raw_case("not_utf8", PLAIN.replace(b"Mara", b"M\xe4ra"), PLAIN)
raw_case("malformed_json", PLAIN.replace(b'"kind": "summary",', b'"kind": "summary",,'))
raw_case("too_deep", b'{"a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}")
raw_case("duplicate_key", PLAIN.replace(b'"kind"', b'"kind": "summary", "kind"', 1))

# schema
raw_case("not_an_object", b"[1, 2]")
case("unknown_kind", put("kind", "recipe"))
case("missing_kind", drop("kind"))
raw_case(
    "failed_article",
    b'{"id": "x", "source": null, "error": "cut off", "exit_code": 5, "attempts": 2, "usage": {}}',
    line(summary()),
    name="out.jsonl",
)
case("missing_version", drop("schema_version"))
case("newer_major", put("schema_version", "9.0"))
case("newer_minor", put("schema_version", "0.9"))
case("no_migration", put("schema_version", "0.0"))
case("missing_field", drop("events", 0, "status"), good=drop("events", 0, "margin"))
case("unknown_field", put("statements", 0, "speeker", "a1"))
case("wrong_type", put("events", 0, "evidence", 0, "start", "50"))
case(
    "wrong_value",
    put("stances", 0, "position", "positive"),
    good=put("stances", 0, "position", "mixed"),
)
case("derived_missing", drop("article", "sha256"))

# integrity
case("duplicate_id", put("actors", 1, "id", "a1"), put("statements", 0, "speaker", "a1"))
case("id_order", put("events", 4, "id", "e7"))
case(
    "unknown_actor",
    put("statements", 0, "speaker", "a9"),
    good=put("statements", 0, "speaker", "a1"),
)
case(
    "unknown_statement",
    put("stances", 0, "statements", ["q9"]),
    good=put("stances", 0, "statements", ["q2"]),
)
case(
    "repeated_reference",
    put("events", 1, "actors", ["a1", "a1"]),
    good=put("events", 1, "actors", ["a1", "a2"]),
)
case("actor_is_recipient", put("events", 2, "recipients", ["a3"]))
case("duplicate_actor", put("actors", 2, "name", "Mara  Lindt"), put("actors", 2, "mentions", []))
case("duplicate_item", lambda s: s["gist"].append(deepcopy(s["gist"][0])))
case("shared_name", put("actors", 0, "aliases", ["Guild", "Mara Lindt"]))
case("dead_path", put("warnings", 0, "path", "/events/9"), good=put("warnings", 0, "path", ""))
case(
    "id_not_hash", put("article", "id", f"sha256:{'0' * 64}"), good=put("article", "id", "story-1")
)
case(
    "bad_language",
    put("article", "language", "../../en"),
    good=put("article", "language", "en-GB"),
)
case("bad_span", put("article", "sentences", 0, [20, 12]))
case(
    "span_order",
    put("article", "pages", [[0, 60], [50, 90]]),
    good=put("article", "pages", [[0, 60], [60, 90]]),
)
case("no_such_sentence", put("article", "boilerplate", [9, 12]))
case("number_order", put("article", "boilerplate", [9, 9]))
case("unused_mismatch", put("article", "unused", [2]), good=put("article", "unused", [9]))
case(
    "not_iso_8601",
    put("article", "published", "1930348800"),
    good=put("article", "published", "2031-03-04T08:00:00+02:00"),
)
case("time_without_offset", put("run", "created", "2032-01-05T10:00:00"))

# grounding
case("text_left_out", NO_TEXT)
case("text_hash", change("article", "text", by=lambda text: text + " "))
case("source_not_found", NO_TEXT, args=BESIDE, files=FERRIES)
case(
    "source_changed",
    NO_TEXT,
    args=BESIDE,
    files=CHANGED,
    good_files=PILOTS,
)
case("quote_gone", args=BESIDE, files=CHANGED, good_files=PILOTS)
case("quote_moved", put(*QUOTE, "start", 3), put(*QUOTE, "end", 9))
case("quote_folded", change(*QUOTE, "quote", by=lambda quote: quote.replace("'", "’")))
case(
    "quote_elided",
    put(*QUOTE, "quote", "The Pilots' Guild did not … that it had asked for."),
)
case(
    "quote_misattributed",
    put("gist", 0, "evidence", cited("Ferry crews in Lund Bay asked for a longer break.")),
    args=BESIDE,
    files=FERRIES,
)
case("quote_unsupported", change(*QUOTE, "quote", by=lambda quote: quote.replace(" not", "")))
case(
    "quote_cuts_word",
    change(*QUOTE, "start", by=lambda start: start + 1),
    change(*QUOTE, "quote", by=lambda quote: quote[1:]),
)
case("quote_length", NO_TEXT, change(*QUOTE, "end", by=lambda end: end - 1), good=NO_TEXT)
case("offsets_missing", drop(*QUOTE, "start"), drop(*QUOTE, "end"), drop(*QUOTE, "sentence"))
case(
    "context_mismatch",
    put("gist", 1, "evidence", 0, "prefix", "after 8 days\n\n"),
    good=put("gist", 1, "evidence", 0, "prefix", TEXT[SPANS[1][0] - 32 : SPANS[1][0]]),
)
case("sentence_number", put(*QUOTE, "sentence", 2))
case(
    "quote_crosses_sentences",
    put("gist", 1, "evidence", [{**evidence(2)[0], "quote": TEXT[SPANS[1][0] : SPANS[2][1]]}]),
    put("gist", 1, "evidence", 0, "end", SPANS[2][1]),
)
case("boilerplate_evidence", put("gist", 1, "evidence", evidence(9)))
case(
    "name_not_in_text",
    put("actors", 2, "aliases", ["J. Brandt"]),
    good=put("actors", 2, "aliases", ["jonas  brandt"]),
)
case("mention_mismatch", change("actors", 1, "mentions", 0, by=lambda at: [at[0], at[1] - 1]))
case("words_moved", change("events", 0, "time", "start", by=lambda start: start - 1))
case("quantity_mismatch", put("events", 1, "quantities", 0, "value", 301))
case("cue_not_in_text", put("statements", 0, "cue", "claimed"))
case("no_quotation_marks", put("statements", 0, "kind", "quoted"))

# guard
case("unsupported_number", put("events", 1, "description", "301 pilots accepted an offer of 4%"))
case(
    "unsupported_money",
    put("events", 2, "description", "Jonas Brandt gave 3 million crowns to a relief fund"),
)
case("unsupported_date", put("events", 4, "description", "Ships will sail again on Friday"))
case(
    "unsupported_name",
    put("stances", 0, "claim", "Tomas Brandt praised the vote."),
    good=put("stances", 0, "claim", "Brandt praised the vote."),
)
case("unsupported_negation", put("stances", 0, "claim", "Jonas Brandt did not praise the vote."))
case(
    "missing_negation",
    put("gist", 0, "text", "The Pilots' Guild did get the 7% rise that it had asked for."),
)
case("reversal", put("events", 1, "description", "310 pilots rejected an offer of 4%"))
case(
    "swapped_parties",
    put("stances", 0, "claim", "The vote praised Jonas Brandt."),
    good=put("stances", 0, "claim", "The vote was praised by Jonas Brandt."),
)

# dates
TIME = ("events", 0, "time")
case("date_mismatch", put(*TIME, "value", "2031-03-05"))
case("date_form", put(*TIME, "granularity", "month"))
case(
    "date_order", put(*TIME, "value_end", "2031-03-02"), good=put(*TIME, "value_end", "2031-03-05")
)
case("anchor_missing", put(*TIME, "anchor", None))
case("anchor_unknown", put("article", "published", None), good=put("article", "publisher", None))
case("status_against_date", put("events", 4, "status", "occurred"))

# events
case("illegal_mode", put("events", 0, "mode", "strike"), good=put("events", 0, "mode", "resign"))
case("quad_mismatch", put("events", 2, "quad", "verbal conflict"))
case("recipient_missing", put("events", 2, "recipients", []))

# brief
brief_case("unknown_source", put("bottom_line", 0, "cites", ["n7:e1"]))
brief_case(
    "unknown_cite",
    put("bottom_line", 0, "cites", ["n1:e8"]),
    args=BESIDE,
    files={
        "articles/one.summary.json": dumped(changed(summary(), put("article", "id", "article-n1")))
    },
)
brief_case("same_report", put("sources", 2, "same_report_as", "n2"))
brief_case("independence_count", put("title", "Three independent reports"))
brief_case("delta_key", put("delta", "withdrawn", ["k3"]))
brief_case("not_newest", put("disagreements", 0, "versions", 0, "newest", True))
brief_case("likelihood_unattributed", put("judgements", 0, "text", "A new strike is unlikely."))
brief_case(
    "likelihood_mixed",
    put("bottom_line", 0, "text", "Lindt said that talks are highly probable."),
    good=put("bottom_line", 0, "text", "Lindt said that talks are very likely."),
)
brief_case(
    "confidence_with_likelihood",
    put("judgements", 0, "text", "Lindt said with high confidence that a strike is unlikely."),
)

# review
REVIEW = {"state": "accepted", "by": "ed", "at": "2032-01-05T10:00:00Z", "note": None}


def reviewed(document: Json) -> None:
    """Accept every item."""
    document["headline"]["review"] = dict(REVIEW)
    for name in ("gist", "actors", "statements", "stances", "events"):
        for item in document[name]:
            item["review"] = dict(REVIEW)


case(
    "not_reviewed",
    reviewed,
    drop("events", 1, "review"),
    good=reviewed,
    args=("--require-reviewed",),
)
case(
    "rejected_item",
    reviewed,
    put("events", 1, "review", "state", "rejected"),
    good=reviewed,
    args=("--require-reviewed",),
)
