"""The embedded model as a plain OpenAI-compatible server, the same for every baseline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from summarizer.llm.local import Engine, join_weights
from summarizer.llm.local.engine import CONTEXT_TOKENS
from summarizer.settings import default_cache_dir

TIMEOUT = 3 * 3600.0
"""Seconds for one answer: on a busy machine slowness must not count as failure."""


@dataclass(frozen=True)
class Served:
    """Where a model answers."""

    base_url: str
    model: str
    api_key: str


@contextmanager
def served(
    base_url: str | None, model: str | None, api_key: str, jobs: int = 1
) -> Iterator[Served]:
    """The server at an address; without one, the embedded engine, started and ended here.

    The engine answers `jobs` requests at once, each with the whole context to itself.
    """
    if base_url is not None:
        yield Served(base_url, model or "local", api_key)
        return
    with Engine.start(
        join_weights(default_cache_dir()),
        context_tokens=CONTEXT_TOKENS * jobs,
        params={"n_parallel": jobs},
    ) as engine:
        yield Served(engine.base_url, engine.model, engine.api_key)
