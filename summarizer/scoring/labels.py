"""Labels of different sources brought to the shared ones."""

from __future__ import annotations

from summarizer.scoring.lists import word_lists
from summarizer.scoring.text import fold

NEUTRAL = "neutral"
_WHOLE_WORDS = frozenset({"for", "pro", "con"})
NOT_SIMPLY_OCCURRED = frozenset(
    {"planned", "proposed", "threatened", "attempted", "postponed", "cancelled", "denied"}
)
"""Exact statuses of happenings that did not, or not yet, take place."""


def polarity(label: str | None) -> str:
    """supports, opposes, or neutral for everything else."""
    return _by_start(fold(label or ""), word_lists().polarity) or NEUTRAL


def status_class(label: str | None) -> str | None:
    """occurred, attempted, threatened or cancelled; a label of none of these stays as it is.

    The shared gold knows no finer ones: what is ongoing has occurred, what is planned or
    proposed counts with what is threatened.
    """
    folded = fold(label or "")
    return _by_start(folded, word_lists().status) or folded or None


def _by_start(folded: str, table: dict[str, tuple[str, ...]]) -> str | None:
    for label, starts in table.items():
        for start in starts:
            if folded == start or (start not in _WHOLE_WORDS and folded.startswith(start)):
                return label
    return None
