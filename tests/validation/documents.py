"""A correct summary and a correct briefing note, written for these tests; made anew each time."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

PARAGRAPHS = (
    ("Harbour pilots in Ostwick end strike after 9 days",),
    (
        "OSTWICK, March 4, 2031 (Ostwick Courier) — Harbour pilots in Ostwick voted on Tuesday to "
        "end a 9-day strike, their guild said.",
        "The Pilots' Guild did not get the 7% rise that it had asked for.",
    ),
    (
        "Guild president Mara Lindt said 310 pilots had accepted an offer of 4%.",
        '"We stay on the water," Lindt said.',
        "The port's owner, Jonas Brandt, praised the vote and gave 2 million crowns to a relief "
        "fund for dock workers.",
    ),
    (
        "A second vote, planned for April 9, was cancelled.",
        "Ships will sail again on Thursday.",
    ),
    ("Sign up for our newsletter.",),
)
TEXT = "\n\n".join(" ".join(sentences) for sentences in PARAGRAPHS)
SENTENCES = [sentence for sentences in PARAGRAPHS for sentence in sentences]
SPANS = [[TEXT.index(sentence), TEXT.index(sentence) + len(sentence)] for sentence in SENTENCES]
BOILERPLATE = [9]

Json = dict[str, Any]


def span(words: str, sentence: int = 1) -> list[int]:
    """Find words from a sentence on."""
    start = TEXT.index(words, SPANS[sentence - 1][0])
    return [start, start + len(words)]


def evidence(sentence: int) -> list[Json]:
    """Cite a whole sentence."""
    start, end = SPANS[sentence - 1]
    return [{"quote": TEXT[start:end], "start": start, "end": end, "sentence": sentence}]


def placed(words: str, sentence: int) -> Json:
    """Place words of a sentence."""
    start, end = span(words, sentence)
    return {"text": words, "start": start, "end": end}


def quantity(value: float, written: str, sentence: int, **more: Any) -> Json:
    """Place a number of a sentence."""
    start, end = span(written, sentence)
    return {"value": value, "unit": None, "what": None, **more, "start": start, "end": end}


def article() -> Json:
    """Make the record of the article."""
    digest = sha256(TEXT.encode()).hexdigest()
    return {
        "id": f"sha256:{digest}",
        "sha256": digest,
        "title": SENTENCES[0],
        "source": "pilots.txt",
        "url": None,
        "publisher": "Ostwick Courier",
        "byline": None,
        "published": "2031-03-04",
        "retrieved": None,
        "language": "en",
        "media_type": "text/plain",
        "text": TEXT,
        "sentences": [list(one) for one in SPANS],
        "pages": None,
        "boilerplate": list(BOILERPLATE),
        "unused": [],
    }


def actor(id_: str, name: str, kind: str, sentence: int, **more: Any) -> Json:
    """Make an actor that is mentioned where the sentence names it."""
    return {
        "id": id_,
        "name": name,
        "aliases": [],
        "kind": kind,
        "role": None,
        "mentions": [span(name, sentence)],
        **more,
        "evidence": evidence(sentence),
    }


def event(id_: str, description: str, type_: str, sentence: int, **more: Any) -> Json:
    """Make an event that has occurred."""
    return {
        "id": id_,
        "description": description,
        "type": type_,
        "mode": None,
        "quad": None,
        "actors": [],
        "recipients": [],
        "time": None,
        "place": None,
        "quantities": [],
        "status": "occurred",
        "margin": None,
        **more,
        "evidence": evidence(sentence),
    }


def time(words: str, sentence: int, value: str | None, **more: Any) -> Json:
    """Make a day counted from the publication date."""
    return {
        **placed(words, sentence),
        "value": value,
        "value_end": None,
        "granularity": "day",
        "anchor": "published",
        "rule": "nearest such day in the tense of the verb",
        **more,
    }


def run() -> Json:
    """Make the record of a run."""
    return {
        "summarizer": "0.1.0",
        "model": "local",
        "weights": None,
        "engine": None,
        "plan": "draft",
        "prompt": {"name": "main", "fingerprint": f"sha256:{'0' * 64}"},
        "schema_fingerprint": f"sha256:{'1' * 64}",
        "sampling": {"temperature": 0},
        "usage": {"input": 900, "output": 400, "calls": 1},
        "cost": None,
        "seconds": 12.5,
        "created": "2032-01-05T10:00:00Z",
    }


def summary() -> Json:
    """Make the summary of the article."""
    return {
        "kind": "summary",
        "schema_version": "0.1",
        "article": article(),
        "headline": {"text": SENTENCES[0], "evidence": evidence(1)},
        "gist": [
            {"text": SENTENCES[2], "evidence": evidence(3)},
            {
                "text": "Harbour pilots in Ostwick voted to end a 9-day strike.",
                "evidence": evidence(2),
            },
        ],
        "actors": [
            actor("a1", "Pilots' Guild", "organization", 3, aliases=["Guild"]),
            actor("a2", "Mara Lindt", "person", 4, aliases=["Lindt"], role="Guild president"),
            actor("a3", "Jonas Brandt", "person", 6, role="owner"),
        ],
        "statements": [
            {"id": "q1", "speaker": "a2", "kind": "reported", "cue": "said"}
            | {"evidence": evidence(4)},
            {"id": "q2", "speaker": "a2", "kind": "quoted", "cue": "said"}
            | {"evidence": evidence(5)},
        ],
        "stances": [
            {
                "id": "s1",
                "holder": "a3",
                "target": "the vote",
                "target_actor": None,
                "position": "favor",
                "claim": "Jonas Brandt praised the vote.",
                "statements": [],
                "margin": None,
                "evidence": evidence(6),
            }
        ],
        "events": [
            event(
                "e1",
                "Harbour pilots in Ostwick voted to end a 9-day strike",
                "RETREAT",
                2,
                quad="material cooperation",
                time=time("on Tuesday", 2, "2031-03-04"),
                place={**placed("Ostwick", 2), "start": span("Ostwick voted", 2)[0]}
                | {"end": span("Ostwick voted", 2)[0] + 7},
                quantities=[quantity(9, "9-day", 2, unit="day", what="strike")],
            ),
            event(
                "e2",
                "310 pilots accepted an offer of 4%",
                "AGREE",
                4,
                quad="verbal cooperation",
                actors=["a1"],
                quantities=[
                    quantity(310, "310", 4, what="pilots"),
                    quantity(4, "4%", 4, unit="%", what="offer"),
                ],
            ),
            event(
                "e3",
                "Jonas Brandt gave 2 million crowns to a relief fund",
                "AID",
                6,
                quad="material cooperation",
                actors=["a3"],
                recipients=["a1"],
            ),
            event(
                "e4",
                "A second vote planned for April 9 was cancelled",
                "OTHER",
                7,
                time=time("April 9", 7, "2031-04-09"),
                status="cancelled",
            ),
            event(
                "e5",
                "Ships will sail again on Thursday",
                "OTHER",
                8,
                time=time("on Thursday", 8, "2031-03-06"),
                status="planned",
            ),
        ],
        "warnings": [
            {"code": "duplicate_item", "path": "/events", "message": "one event stood there twice"}
        ],
        "run": run(),
    }


def brief() -> Json:
    """Make a note over three sources, of which the second repeats the first."""
    return {
        "kind": "brief",
        "schema_version": "0.1",
        "title": "The Ostwick strike: two independent reports (3 articles)",
        "topic": None,
        "period": {"start": "2031-03-04", "end": "2031-03-06"},
        "bottom_line": [
            {"text": "The pilots of Ostwick ended their strike.", "cites": ["n1:e1", "n3:e1"]}
        ],
        "judgements": [
            {"text": "Mara Lindt said a new strike is unlikely.", "cites": ["n1:q1"]},
            {"text": "Two independent reports give the offer as 4%.", "cites": ["n1:e2", "n3:e2"]},
        ],
        "actors": [
            {"key": "k1", "name": "Pilots' Guild", "aliases": [], "kind": "organization"}
            | {"role": None, "cites": ["n1:a1"]}
        ],
        "positions": [
            {"key": "k2", "holder": "k1", "target": "the offer", "position": "favor"}
            | {"claim": "The guild accepted the offer.", "cites": ["n1:s1"]}
        ],
        "timeline": [
            {
                "key": "k3",
                "description": "The pilots voted",
                "type": "RETREAT",
                "status": "occurred",
                "value": "2031-03-04",
                "value_end": None,
                "granularity": "day",
                "place": "Ostwick",
                "actors": ["k1"],
                "recipients": [],
                "cites": ["n1:e1"],
            }
        ],
        "disagreements": [
            {
                "key": "k4",
                "kind": "quantity",
                "about": "how many accepted",
                "versions": [
                    {"says": "310", "published": "2031-03-04", "newest": False, "cites": ["n1:e2"]},
                    {"says": "330", "published": "2031-03-06", "newest": True, "cites": ["n3:e2"]},
                ],
            }
        ],
        "gaps": [{"key": "k5", "text": "When the relief fund pays is not known.", "cites": []}],
        "sources": [source("n1"), {**source("n2"), "same_report_as": "n1"}, source("n3")],
        "delta": {"new": ["k4"], "changed": [], "withdrawn": ["k9"]},
        "warnings": [],
        "run": run(),
    }


def source(id_: str) -> Json:
    """Make a source of a note."""
    return {
        "id": id_,
        "article": {
            "id": f"article-{id_}",
            "sha256": "0" * 64,
            "title": None,
            "publisher": "Ostwick Courier",
            "url": None,
            "published": "2031-03-04",
        },
        "same_report_as": None,
        "descriptor": "local newspaper, on the spot",
    }


def dumped(document: Any) -> bytes:
    """Write a document as people keep it."""
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()
