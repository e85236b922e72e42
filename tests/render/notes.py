"""Briefing notes to show."""

from __future__ import annotations

from summarizer.briefing import Options, write_note
from summarizer.schema import BriefingNote
from tests.briefing.story import incident
from tests.render.stories import run


def note() -> BriefingNote:
    """A note over two articles that disagree on a number."""
    digest = "0" * 64
    articles = [
        {"id": f"x{n}", "sha256": digest, "title": f"Story {n}", "published": f"2032-03-0{n + 3}"}
        for n in (1, 2)
    ]
    told = {
        "title": "Pilots' walkout in Lunde",
        "topic": "harbour",
        "period": {"start": "2032-03-04", "end": "2032-03-05"},
        "bottom_line": [{"text": "Talks resume on Monday.", "cites": ["n1:e1"]}],
        "judgements": [{"text": "The Guild holds out.", "cites": ["n1:s1", "n2:s1"]}],
        "actors": [
            {"key": "k1", "name": "Pilots' Guild", "kind": "organization", "cites": ["n1:a1"]}
        ],
        "positions": [
            {
                "key": "k2",
                "holder": "k1",
                "target": "night shifts",
                "position": "against",
                "claim": "The Guild rejects night shifts",
                "cites": ["n1:s1"],
            }
        ],
        "timeline": [
            {
                "key": "k3",
                "description": "Pilots walked out",
                "type": "PROTEST",
                "status": "occurred",
                "value": "2032-03-04",
                "granularity": "day",
                "place": "Lunde",
                "actors": ["k1"],
                "cites": ["n1:e3"],
            }
        ],
        "disagreements": [
            {
                "key": "k4",
                "kind": "quantity",
                "about": "ships at anchor",
                "versions": [
                    {"says": "14", "published": "2032-03-04", "cites": ["n1:e3"]},
                    {"says": "16", "published": "2032-03-05", "newest": True, "cites": ["n2:e3"]},
                ],
            }
        ],
        "gaps": [{"key": "k5", "text": "Who will mediate is not said."}],
        "sources": [
            {"id": "n1", "article": articles[0], "descriptor": "wire report, first-hand"},
            {"id": "n2", "article": articles[1], "descriptor": "rewrite", "same_report_as": "n1"},
        ],
        "warnings": [{"code": "left_out", "path": "/timeline", "message": "1 event left out"}],
        "run": run(),
    }
    return BriefingNote.model_validate(told)


def incident_note() -> BriefingNote:
    """The note over four articles, with what changed since the first three."""
    before = write_note(incident()[:3], Options()).note
    return write_note(incident(), Options(), previous=before).note
