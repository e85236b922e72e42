"""How a summary came about, which `summarize` always tells."""

from __future__ import annotations

from summarizer.schema import ArticleSummary, Run


def run_of(summary: ArticleSummary) -> Run:
    """The run of a summary that was made here."""
    assert summary.run is not None
    return summary.run
