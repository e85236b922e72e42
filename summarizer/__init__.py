"""News article in, structured summary out; every statement pinned to the words that support it.

from summarizer import summarize
summary = summarize("story.txt", model="local")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer._version import __version__

if TYPE_CHECKING:
    from summarizer.article import Article, Metadata, build_article
    from summarizer.briefing import brief, brief_async
    from summarizer.errors import SummarizerError
    from summarizer.pipeline import summarize, summarize_async
    from summarizer.render import load
    from summarizer.schema import ArticleSummary, BriefingNote
    from summarizer.validation import validate

# Names are found when they are first used: `summarizer --help` must not pay for pydantic.
_HOMES = {
    "Article": "summarizer.article",
    "ArticleSummary": "summarizer.schema",
    "BriefingNote": "summarizer.schema",
    "Metadata": "summarizer.article",
    "SummarizerError": "summarizer.errors",
    "brief": "summarizer.briefing",
    "brief_async": "summarizer.briefing",
    "build_article": "summarizer.article",
    "load": "summarizer.render",
    "summarize": "summarizer.pipeline",
    "summarize_async": "summarizer.pipeline",
    "validate": "summarizer.validation",
}

__all__ = [
    "Article",
    "ArticleSummary",
    "BriefingNote",
    "Metadata",
    "SummarizerError",
    "__version__",
    "brief",
    "brief_async",
    "build_article",
    "load",
    "summarize",
    "summarize_async",
    "validate",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
