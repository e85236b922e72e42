"""Reading an article by code: names, statements, times, and, once asked for, what happens."""

from __future__ import annotations

from dataclasses import replace

from summarizer.article import Article
from summarizer.grounding.happenings import find_happenings
from summarizer.grounding.reading import Reading
from summarizer.grounding.reading import read_article as read_names


def read_article(article: Article) -> Reading:
    """All that code alone can find in an article, found once."""
    return replace(read_names(article), finder=find_happenings)
