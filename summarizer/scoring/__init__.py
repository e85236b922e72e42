"""What is found measured against what is to be found. Pure code; the rules are in the modules."""

from summarizer.scoring.bootstrap import Difference, Interval
from summarizer.scoring.records import GoldArticle, Prediction
from summarizer.scoring.score import (
    METRICS,
    Score,
    annotated,
    compare,
    score_article,
    score_set,
)
from summarizer.scoring.tally import Counts, Layer, Note, Tally

__all__ = [
    "METRICS",
    "Counts",
    "Difference",
    "GoldArticle",
    "Interval",
    "Layer",
    "Note",
    "Prediction",
    "Score",
    "Tally",
    "annotated",
    "compare",
    "score_article",
    "score_set",
]
