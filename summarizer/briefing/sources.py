"""The list of sources: who, when, first-hand or not (ICD 206)."""

from __future__ import annotations

from summarizer.merging import Merged, Source
from summarizer.schema.brief import BriefArticle, BriefSource, Period


def list_sources(merged: Merged) -> list[BriefSource]:
    """Every article, with the report that it repeats."""
    return [_source(source, merged) for source in merged.sources]


def period_of(merged: Merged) -> Period | None:
    """First and last day of publication."""
    days = [source.day for source in merged.sources if source.day is not None]
    return Period(start=min(days), end=max(days)) if days else None


def name_of_source(source: Source) -> str:
    """How a source is called in a sentence: its publisher, else its number."""
    return source.summary.article.publisher or f"n{source.number}"


def _source(source: Source, merged: Merged) -> BriefSource:
    article = source.summary.article
    original = merged.copies.get(source.number)
    return BriefSource(
        id=f"n{source.number}",
        article=BriefArticle(
            id=article.id,
            sha256=article.sha256,
            title=article.title or _headline(source),
            publisher=article.publisher,
            url=article.url,
            published=article.published,
        ),
        same_report_as=f"n{original}" if original is not None else None,
        descriptor=_descriptor(source, original),
    )


def _headline(source: Source) -> str | None:
    headline = source.summary.headline
    return headline.text if headline is not None else None


def _descriptor(source: Source, original: int | None) -> str:
    """Who wrote it and when, and whether it heard the people it speaks of."""
    article, statements = source.summary.article, source.summary.statements
    when = "" if source.day else "no date"
    quoted = len({s.speaker for s in statements if s.kind == "quoted"})
    if original is not None:
        hand = "no report of its own"
    elif quoted:
        hand = f"first-hand: quotes {quoted} {'person' if quoted == 1 else 'people'} directly"
    elif statements:
        hand = "second-hand: reports what was said, quotes nobody directly"
    else:
        hand = "attributes nothing to anybody"
    return "; ".join(part for part in (article.byline, when, hand) if part)
