"""A summary without its article, for those who may not keep the text."""

from __future__ import annotations

from typing import Final, TypeVar

from summarizer.schema import ArticleSummary, Evidence, Item

AROUND: Final = 32
"""Characters kept before and after each quote, by which it can be found again."""

T = TypeVar("T", bound=Item)


def without_text(summary: ArticleSummary) -> ArticleSummary:
    """The summary with `article.text` null and a prefix and suffix on each evidence."""
    text = summary.article.text
    if text is None:
        return summary

    def kept(evidence: Evidence) -> Evidence:
        before = text[max(0, evidence.start - AROUND) : evidence.start]
        after = text[evidence.end : evidence.end + AROUND]
        return evidence.model_copy(update={"prefix": before or None, "suffix": after or None})

    def each(items: list[T]) -> list[T]:
        return [
            item.model_copy(update={"evidence": [kept(e) for e in item.evidence]}) for item in items
        ]

    headline = each([summary.headline])[0] if summary.headline is not None else None
    return summary.model_copy(
        update={
            "article": summary.article.model_copy(update={"text": None}),
            "headline": headline,
            "gist": each(summary.gist),
            "actors": each(summary.actors),
            "statements": each(summary.statements),
            "stances": each(summary.stances),
            "events": each(summary.events),
        }
    )
