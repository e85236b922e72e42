"""Pure code: one set of actors, events and positions over many articles, and where they differ."""

from summarizer.merging.disagreements import Dispute, Side, find_disputes
from summarizer.merging.happened import days_of
from summarizer.merging.merge import in_order, merge
from summarizer.merging.model import (
    Merge,
    Merged,
    MergedActor,
    MergedEvent,
    MergedPosition,
    Ref,
    Source,
)
from summarizer.merging.words import stems

__all__ = [
    "Dispute",
    "Merge",
    "Merged",
    "MergedActor",
    "MergedEvent",
    "MergedPosition",
    "Ref",
    "Side",
    "Source",
    "days_of",
    "find_disputes",
    "in_order",
    "merge",
    "stems",
]
