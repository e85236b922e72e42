"""A summary and a note whose every word is an attack."""

from __future__ import annotations

from functools import cache
from typing import Any

from summarizer.schema import ArticleSummary, BriefingNote
from tests.render.notes import incident_note
from tests.render.stories import Story, run


def hostile(payload: str) -> ArticleSummary:
    """A summary in which every free text of an article, a model or a reviewer is the payload."""
    story = Story(f"{payload} one", f"{payload} two", gap=" ")
    found = story.evidence(1)
    start, end = story.spans[0]
    by = {"state": "edited", "by": payload, "at": "2032-03-05T00:00:00Z", "note": payload}
    told = {
        "article": story.record(
            title=payload, source=payload, url=payload, publisher=payload, byline=payload
        ),
        "headline": {"text": payload, "evidence": found},
        "gist": [{"text": payload, "evidence": found}],
        "actors": [
            {
                "id": "a1",
                "name": payload,
                "aliases": [payload],
                "kind": "person",
                "role": payload,
                "mentions": [[start, end]],
                "evidence": found,
                "review": by,
            }
        ],
        "statements": [
            {"id": "q1", "speaker": "a1", "kind": "quoted", "cue": payload, "evidence": found}
        ],
        "stances": [
            {
                "id": "s1",
                "holder": "a1",
                "target": payload,
                "position": "mixed",
                "claim": payload,
                "margin": 0.01,
                "evidence": story.evidence(2),
            }
        ],
        "events": [
            {
                "id": "e1",
                "description": payload,
                "type": "PROTEST",
                "mode": payload,
                "actors": ["a1"],
                "recipients": ["a1"],
                "time": {
                    "text": payload,
                    "start": start,
                    "end": end,
                    "value": payload,
                    "value_end": payload,
                    "granularity": "day",
                    "rule": payload,
                },
                "place": {"text": payload, "start": start, "end": end},
                "quantities": [
                    {"value": 1, "unit": payload, "what": payload, "start": start, "end": end}
                ],
                "status": "planned",
                "evidence": found,
            }
        ],
        "warnings": [{"code": "odd", "path": payload, "message": payload}],
        "run": {**run().model_dump(), "model": payload, "plan": payload, "engine": payload},
    }
    return ArticleSummary.model_validate(told)


def hostile_note(payload: str) -> BriefingNote:
    """A note in which every free text is the payload."""

    def spoiled(value: Any, name: str = "") -> Any:
        kept = {"cites", "cite", "key", "holder", "id", "sha256", "kind", "position", "type"}
        kept |= {"status", "value", "granularity", "published", "schema_version", "actors"}
        kept |= {
            "created",
            "reported",
            "same_report_as",
            "start",
            "end",
            "code",
            "path",
            "sentence",
        }
        if isinstance(value, dict):
            return {key: spoiled(held, key) for key, held in value.items()}
        if isinstance(value, list):
            return [spoiled(held, name) for held in value]
        return payload if isinstance(value, str) and name not in kept else value

    return BriefingNote.model_validate(spoiled(_incident()))


@cache
def _incident() -> dict[str, Any]:
    return incident_note().model_dump(mode="json")
