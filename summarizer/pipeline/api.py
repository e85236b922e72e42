"""The way in from Python."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from summarizer.article import Article
from summarizer.errors import InputError
from summarizer.llm import Pace, open_model
from summarizer.pipeline.article import Summarizer
from summarizer.pipeline.plans import plan_for
from summarizer.progress import Listener, silent
from summarizer.prompts import load_prompt
from summarizer.schema import ArticleSummary
from summarizer.settings import Settings, load_settings
from summarizer.sources import load as load_sources


@asynccontextmanager
async def open_summarizer(
    settings: Settings, *, listener: Listener = silent, pace: Pace | None = None
) -> AsyncIterator[Summarizer]:
    """A summarizer for as many articles as you like; its model is closed afterwards.

    A pace is for articles side by side: it holds all their requests back when a server says 429.
    """
    prompt = load_prompt(settings.prompt)
    async with open_model(settings, listener=listener, pace=pace) as model:
        plan = plan_for(model.name, settings.plan, verify=settings.verify)
        yield Summarizer(model, prompt, plan, listener, settings.section_tokens, settings.language)


async def summarize_async(
    source: str | Path | Article, *, listener: Listener = silent, **settings: Any
) -> ArticleSummary:
    """Summarize one article: a path to a file, or an Article built by `build_article`.

    Keyword arguments are fields of `Settings`, such as `model="openai/gpt-4o"`.

    Raises:
        InputError: the source cannot be used, or holds more than one article.
        ConfigurationError, ProviderError, AnswerError: see `summarizer.errors`.
    """
    article = source if isinstance(source, Article) else _only_article(source)
    async with open_summarizer(load_settings(**settings), listener=listener) as summarizer:
        return await summarizer.summarize(article)


def summarize(source: str | Path | Article, **settings: Any) -> ArticleSummary:
    """Summarize one article and wait for it; see `summarize_async`.

    Where an event loop runs already, as in a notebook, the work is done in a thread of its own.
    """

    def work() -> ArticleSummary:
        return asyncio.run(summarize_async(source, **settings))

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return work()
    with ThreadPoolExecutor(1, "summarize") as thread:
        return thread.submit(work).result()


def _only_article(source: str | Path) -> Article:
    loaded = list(load_sources(source))
    if len(loaded) != 1:
        raise InputError(
            f"{source} holds {len(loaded)} articles",
            hint="summarize them one by one, or as a batch",
        )
    return loaded[0]
