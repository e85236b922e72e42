"""Which articles a note is over: by topic and by date, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from summarizer.briefing.options import Options
from summarizer.merging import stems
from summarizer.schema import ArticleSummary, Caveat


def choose(
    summaries: Sequence[ArticleSummary], options: Options
) -> tuple[list[ArticleSummary], list[Caveat]]:
    """The summaries that the note is over, and what is to be said about the others."""
    kept, warnings = _each_once(summaries)
    if options.since is not None:
        undated = [one for one in kept if one.article.published is None]
        later = [one for one in kept if (_day(one) or date.min) >= options.since]
        if undated:
            message = f"{_articles(len(undated))} without a date kept, whatever --since says"
            warnings.append(_caveat("undated_article", message))
        kept = [*later, *undated]
    if options.topic is not None:
        wanted = stems(options.topic)
        kept = [one for one in kept if wanted <= _speaks_of(one)]
    left = len(summaries) - len(kept) - len([w for w in warnings if w.code == "repeated_article"])
    if left > 0 and (options.since or options.topic):
        message = f"{_articles(left)} left out: earlier, or not about the topic"
        warnings.append(_caveat("article_left_out", message))
    return kept, warnings


def _each_once(
    summaries: Iterable[ArticleSummary],
) -> tuple[list[ArticleSummary], list[Caveat]]:
    """One text once, however often it was given; one id for two texts is told."""
    kept: dict[str, ArticleSummary] = {}
    warnings = []
    for summary in summaries:
        article = summary.article
        if article.sha256 in kept:
            message = f"the text of {article.id} was given twice; the first is used"
            warnings.append(_caveat("repeated_article", message))
        else:
            kept[article.sha256] = summary
    ids = Counter(summary.article.id for summary in kept.values())
    for id_, count in sorted(ids.items()):
        if count > 1:
            message = f"{count} different texts have the id {id_}; each is a source of its own"
            warnings.append(_caveat("shared_article_id", message))
    return list(kept.values()), warnings


def _speaks_of(summary: ArticleSummary) -> frozenset[str]:
    """Words of what a summary says."""
    texts = [
        summary.article.title or "",
        *(sentence.text for sentence in summary.gist),
        *(name for actor in summary.actors for name in (actor.name, *actor.aliases)),
        *(event.description for event in summary.events),
        *(event.place.text for event in summary.events if event.place is not None),
        *(f"{stance.target} {stance.claim}" for stance in summary.stances),
    ]
    if summary.headline is not None:
        texts.append(summary.headline.text)
    return frozenset().union(*map(stems, texts))


def _day(summary: ArticleSummary) -> date | None:
    published = summary.article.published
    return published.date() if isinstance(published, datetime) else published


def _articles(count: int) -> str:
    return f"{count} article{'' if count == 1 else 's'}"


def _caveat(code: str, message: str) -> Caveat:
    return Caveat(code=code, path="/sources", message=message)
