"""Time phrases of an article, resolved by rule: never by the system clock, never by guess."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.grounding.times.article import (
        TimeAnchor,
        anchor_of,
        article_times,
        event_dates,
    )
    from summarizer.grounding.times.choice import time_of
    from summarizer.grounding.times.dates import Tense
    from summarizer.grounding.times.find import AnchorKind, find_times, time_spans
    from summarizer.grounding.times.found import FoundTime
    from summarizer.grounding.times.tense import tense_at

# Names are found when they are first used: `validate` reads single sentences, no articles.
_HOMES = {
    "AnchorKind": "find",
    "FoundTime": "found",
    "Tense": "dates",
    "TimeAnchor": "article",
    "anchor_of": "article",
    "article_times": "article",
    "event_dates": "article",
    "find_times": "find",
    "tense_at": "tense",
    "time_of": "choice",
    "time_spans": "find",
}

__all__ = [
    "AnchorKind",
    "FoundTime",
    "Tense",
    "TimeAnchor",
    "anchor_of",
    "article_times",
    "event_dates",
    "find_times",
    "tense_at",
    "time_of",
    "time_spans",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
