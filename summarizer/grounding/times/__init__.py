"""Time phrases of an article, resolved by rule: never by the system clock, never by guess."""

from summarizer.grounding.times.article import TimeAnchor, anchor_of, article_times, event_dates
from summarizer.grounding.times.choice import time_of
from summarizer.grounding.times.dates import Tense
from summarizer.grounding.times.find import AnchorKind, find_times, time_spans
from summarizer.grounding.times.found import FoundTime
from summarizer.grounding.times.tense import tense_at

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
