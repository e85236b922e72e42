"""The report on a batch as one HTML page without scripts."""

from __future__ import annotations

from summarizer.batch.report import BatchReport
from summarizer.batch.shown import counts_of, lines_of, tables_of
from summarizer.render import page


def to_html(report: BatchReport, name: str) -> str:
    """The page; names and messages are text, never HTML."""
    return page(
        "batch",
        title=name,
        counts=counts_of(report),
        lines=list(lines_of(report)),
        tables=list(tables_of(report)),
    )
