"""What a note is called: its matter, and on how many independent reports it rests."""

from __future__ import annotations

from summarizer.briefing.sections import Sections
from summarizer.merging import Source


def title_of(sections: Sections, topic: str | None) -> str:
    """The topic, else the headline of the newest report on the main event, and the counts."""
    merged = sections.merged
    articles = len(merged.sources)
    reports = articles - len(merged.copies)
    counts = (
        f"{reports} independent report{'' if reports == 1 else 's'} "
        f"({articles} article{'' if articles == 1 else 's'})"
    )
    return f"{topic or _matter(sections) or 'Briefing note'}: {counts}"


def _matter(sections: Sections) -> str | None:
    """A headline, if the articles are about one matter: most reports tell the main event."""
    merged = sections.merged
    if not sections.timeline:
        return None
    main = sections.events[sections.timeline[0].key]
    reports = len(merged.sources) - len(merged.copies)
    if 2 * merged.reports(main.refs) < reports:
        return None
    told = [merged.source(number) for number in dict.fromkeys(n for n, _ in main.refs)]
    own = [source for source in told if source.number not in merged.copies]
    return next((text for source in reversed(own) if (text := _headline(source))), None)


def _headline(source: Source) -> str | None:
    headline = source.summary.headline
    return headline.text.rstrip(".") if headline is not None else source.summary.article.title
