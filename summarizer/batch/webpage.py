"""The report on a batch as one HTML page without scripts."""

from __future__ import annotations

from summarizer.batch.report import BatchReport
from summarizer.batch.shown import RETRY, figures_of, lost_on, tables_of, written
from summarizer.render import page


def to_html(report: BatchReport, name: str) -> str:
    """The page; names and messages are text, never HTML."""
    return page(
        "batch",
        title=name,
        report=report,
        figures=list(figures_of(report)),
        share=round(100 * report.done / max(report.done + report.failed, 1), 1),
        lost=lost_on(report) if report.wasted.calls else "",
        retry=RETRY,
        tables=list(tables_of(report)),
        written=written,
    )
