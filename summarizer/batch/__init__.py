"""Many articles on one machine: bounded, durable, resumed where it was stopped."""

from summarizer.batch.cluster import Cluster
from summarizer.batch.failed import FailedArticle, failures_of
from summarizer.batch.intake import Intake, Options, Watcher
from summarizer.batch.ledger import Ledger
from summarizer.batch.markdown import to_markdown
from summarizer.batch.reading import failures_in, summaries_in
from summarizer.batch.report import BatchReport, report_on
from summarizer.batch.run import Batch
from summarizer.batch.tally import Tally, expected
from summarizer.batch.webpage import to_html

__all__ = [
    "Batch",
    "BatchReport",
    "Cluster",
    "FailedArticle",
    "Intake",
    "Ledger",
    "Options",
    "Tally",
    "Watcher",
    "expected",
    "failures_in",
    "failures_of",
    "report_on",
    "summaries_in",
    "to_html",
    "to_markdown",
]
