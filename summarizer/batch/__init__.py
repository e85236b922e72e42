"""Many articles on one machine: bounded, durable, resumed where it was stopped."""

from summarizer.batch.failed import FailedArticle, failures_of
from summarizer.batch.ledger import Ledger
from summarizer.batch.run import Batch, Options, Watcher
from summarizer.batch.tally import Tally, expected

__all__ = [
    "Batch",
    "FailedArticle",
    "Ledger",
    "Options",
    "Tally",
    "Watcher",
    "expected",
    "failures_of",
]
