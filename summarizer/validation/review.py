"""Human review: every item was looked at, and none was rejected. Only checked when asked for."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.validation.document import SummaryDocument
from summarizer.validation.problem import Problem


def check_reviews(document: SummaryDocument) -> Iterator[Problem]:
    """Check that a person has accepted or edited every item."""
    for path, item in document.items():
        if item.review is None:
            yield Problem("not_reviewed", path, "nobody has reviewed this item")
        elif item.review.state == "rejected":
            message = f"{item.review.by} rejected this item"
            yield Problem("rejected_item", path, message)
