"""The way in from Python: many articles or summaries, one note."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

from summarizer.article import Article
from summarizer.briefing.inputs import Given, Refused, read_inputs
from summarizer.briefing.options import Length, Options
from summarizer.briefing.work import BriefWork
from summarizer.errors import InputError
from summarizer.progress import Listener, silent
from summarizer.schema import ArticleSummary, BriefingNote
from summarizer.settings import load_settings


async def brief_async(
    inputs: Iterable[str | Path | ArticleSummary | Article],
    *,
    topic: str | None = None,
    since: date | None = None,
    length: Length = "standard",
    previous: BriefingNote | None = None,
    write: bool = True,
    listener: Listener = silent,
    **settings: Any,
) -> BriefingNote:
    """One note over many: paths to summaries or articles, or the objects themselves.

    Without `write` no model writes bottom line and judgements; articles still need one, to be
    summarized. Keyword arguments are fields of `Settings`, such as `model="openai/gpt-4o"`.

    Raises:
        InputError: an input cannot be used.
        ConfigurationError, ProviderError, AnswerError: see `summarizer.errors`.
    """
    given = [one for source in inputs for one in _given(source)]
    work = BriefWork(
        Options(topic=topic, since=since, length=length), previous, write=write, listener=listener
    )
    return (await work.run(given, load_settings(**settings))).note


def brief(inputs: Iterable[str | Path | ArticleSummary | Article], **options: Any) -> BriefingNote:
    """Write one note and wait for it; see `brief_async`.

    Where an event loop runs already, as in a notebook, the work is done in a thread of its own.
    """

    def work() -> BriefingNote:
        return asyncio.run(brief_async(inputs, **options))

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return work()
    with ThreadPoolExecutor(1, "brief") as thread:
        return thread.submit(work).result()


def _given(source: str | Path | ArticleSummary | Article) -> list[Given]:
    if isinstance(source, ArticleSummary | Article):
        return [source]
    found: list[Given] = []
    for one in read_inputs([source]):
        if isinstance(one, Refused):
            raise InputError(one.error.message, hint=one.error.hint) from one.error
        found.append(one)
    return found
