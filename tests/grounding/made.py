"""Short articles made for one test each, and drafts about them."""

from __future__ import annotations

from datetime import date
from typing import Any

from summarizer.article import Metadata, build_article
from summarizer.draft import Draft
from summarizer.grounding import Grounded, Reading, ground, read_article
from tests.invariants import grounded_holds

PUBLISHED = date(2033, 10, 5)
"""A Wednesday."""


def read(*sentences: str, language: str | None = None) -> Reading:
    """The reading of an article of these sentences, one a line."""
    known = Metadata(published=PUBLISHED, language=language)
    return read_article(build_article("\n\n".join(sentences), known))


def draft(**lists: Any) -> Draft:
    """A draft with these lists, the others empty."""
    empty: dict[str, Any] = {"actors": [], "events": [], "stances": [], "gist": []}
    return Draft.model_validate(empty | lists)


def grounded(reading: Reading, **lists: Any) -> Grounded:
    """Those lists grounded; what must always hold is checked."""
    found = ground(draft(**lists), reading)
    grounded_holds(found, reading.article)
    return found


def event(description: str, *sentences: int, **more: Any) -> dict[str, Any]:
    """A drafted event."""
    plain = {"type": "OTHER", "actors": [], "recipients": [], "status": "occurred"}
    return {**plain, "description": description, "sentences": list(sentences), **more}


def stance(holder: str, target: str, *sentences: int, position: str = "against") -> dict[str, Any]:
    """A drafted stance."""
    return {
        "holder": holder,
        "target": target,
        "position": position,
        "sentences": list(sentences),
    }


def actor(name: str, kind: str = "organization", role: str = "") -> dict[str, Any]:
    """A drafted actor."""
    return {"name": name, "kind": kind, "role": role}


def gist(text: str, *sentences: int) -> dict[str, Any]:
    """A drafted sentence of the gist."""
    return {"text": text, "sentences": list(sentences)}


def warned(found: Grounded) -> list[tuple[str, str]]:
    """Codes and paths of the warnings."""
    return [(warning.code, warning.path) for warning in found.warnings]
