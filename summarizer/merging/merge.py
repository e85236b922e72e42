"""Many summaries to one set of actors, events and positions."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.merging.actors import merge_actors
from summarizer.merging.context import Context
from summarizer.merging.copies import find_copies
from summarizer.merging.events import merge_events
from summarizer.merging.model import Merge, Merged, Source
from summarizer.merging.positions import merge_positions
from summarizer.schema import ArticleSummary


def in_order(summaries: Sequence[ArticleSummary]) -> list[Source]:
    """Sources numbered by day of publication, the dated first; the order given plays no part."""
    ordered = sorted(summaries, key=_when)
    return [Source(number, summary) for number, summary in enumerate(ordered, start=1)]


def merge(sources: Sequence[Source]) -> Merged:
    """Everything that the articles say, each thing once, with every merge and its reason."""
    copies = find_copies(sources)
    context = Context(sources)
    actors, merges = merge_actors(sources, context)
    for number, actor in enumerate(actors):
        actor.number = number
    events, of_events = merge_events(sources, actors, context)
    positions, of_issues = merge_positions(sources, actors, context)
    repeats = [
        Merge("report", f"n{original}", f"n{copy}", "hardly a word of its own")
        for copy, original in sorted(copies.items())
    ]
    return Merged(
        sources, copies, actors, events, positions, [*repeats, *merges, *of_events, *of_issues]
    )


def _when(summary: ArticleSummary) -> tuple[bool, str, int, str, str]:
    """Dated before undated; then the longer, which the shorter may have been cut from."""
    article = summary.article
    published = article.published.isoformat() if article.published is not None else ""
    length = article.sentences[-1][1] if article.sentences else 0
    return not published, published, -length, article.sha256, article.id
