"""Summaries: likeness to the references, and what the article does not hold."""

from __future__ import annotations

import re
from typing import Final

from summarizer.scoring.records import GoldArticle, Prediction
from summarizer.scoring.rouge import rouge
from summarizer.scoring.tally import Metric, Tally, share
from summarizer.scoring.text import fold

_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_CAPITALISED = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w-]{2,}")
"""A capitalised word that does not begin a sentence."""
_ROUGES: Final = ("rouge1", "rouge2", "rougeL")


def score_summary(gold: GoldArticle, found: Prediction) -> Tally:
    """Sums for one article; the figures are means over articles."""
    tally = Tally("summary", gold.id)
    summary = found.summary or ""
    if gold.gold.summary:
        scores = [rouge(summary, reference) for reference in gold.gold.summary]
        for name in _ROUGES:
            tally.counts[f"{name}_max"] += max(s[name] for s in scores)
            tally.counts[f"{name}_mean"] += sum(s[name] for s in scores) / len(scores)
        tally.counts["referenced"] += 1
    if gold.gold.event_summaries:
        whole = " ".join(event.summary for event in gold.gold.event_summaries)
        for name, value in rouge(summary, whole).items():
            tally.counts[f"event_{name}"] += value
        tally.counts["event_referenced"] += 1
    if summary:
        _count_inventions(tally, summary, gold)
    return tally


def _count_inventions(tally: Tally, summary: str, gold: GoldArticle) -> None:
    known = set(fold(f"{gold.text} {gold.title or ''} {gold.date or ''}").split())
    numbers = [n for n in _NUMBER.findall(summary) if not set(fold(n).split()) <= known]
    names = [n for n in _CAPITALISED.findall(summary) if not set(fold(n).split()) <= known]
    tally.counts.add(
        summaries=1,
        words=len(summary.split()),
        new_numbers=len(numbers),
        new_names=len(names),
    )
    for invented in numbers + names:
        tally.note("false", f"not in the article: {invented}")


SUMMARY_METRICS: Final[dict[str, Metric]] = {
    **{
        f"{name}_{how}": share(f"{name}_{how}", "referenced")
        for name in _ROUGES
        for how in ("max", "mean")
    },
    **{f"event_{name}": share(f"event_{name}", "event_referenced") for name in _ROUGES},
    "words": share("words", "summaries"),
    "new_numbers": share("new_numbers", "summaries"),
    "new_names": share("new_names", "summaries"),
}
