"""Running the pipeline over a gold set, resumably."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from summarizer.article import Article
from summarizer.errors import AnswerError, InputError
from summarizer.evaluation.adapter import prediction_of
from summarizer.evaluation.gold import article_of, load_gold
from summarizer.evaluation.store import (
    FILE,
    Entry,
    Spent,
    append,
    code_fingerprint,
    key_of,
    make_room,
    read_entries,
)
from summarizer.schema import ArticleSummary, Run
from summarizer.scoring import GoldArticle, Score, score_set

Summarize = Callable[[Article], Awaitable[ArticleSummary]]


@dataclass(frozen=True, slots=True)
class Progress:
    """An article is about to be read, or all are done."""

    done: int
    total: int
    article: str | None
    seconds_left: float | None
    """Estimated from the characters read so far; None before the first article."""


@dataclass(frozen=True, slots=True)
class EvalRun:
    """A run over a gold set."""

    gold_path: Path
    gold: list[GoldArticle]
    entries: list[Entry]
    identity: Mapping[str, str]

    @property
    def score(self) -> Score:
        """What the run is worth."""
        return score_set(self.gold, self.entries)


async def run_eval(
    gold_path: Path,
    summarize_fn: Summarize,
    out_dir: Path,
    limit: int | None = None,
    *,
    identity: Mapping[str, str],
    fresh: bool = False,
    on_progress: Callable[[Progress], None] = lambda _: None,
) -> EvalRun:
    """Summarise every article of a gold set, taking those that `out_dir` has already.

    `identity` names what reads: model, prompt, plan. An article that has no usable answer is
    kept with its error and counts as found nothing; other errors end the run, which a second
    call takes up again.

    Raises:
        InputError: the gold cannot be read.
        OutputError: the run cannot be kept.
        ProviderError, ConfigurationError: whatever stops `summarize_fn`.
    """
    gold = load_gold(gold_path, limit)
    known = {} if fresh else read_entries(out_dir / FILE)
    keys = [key_of(article, identity) for article in gold]
    waiting = [(a, key) for a, key in zip(gold, keys, strict=True) if key not in known]
    make_room(out_dir / FILE)
    clock = _Clock(sum(len(article.text) for article, _ in waiting))
    for done, (article, key) in enumerate(waiting, start=len(gold) - len(waiting)):
        on_progress(Progress(done, len(gold), article.id, clock.left()))
        known[key] = await _summarised(article, key, summarize_fn)
        append(out_dir / FILE, known[key])
        clock.read(len(article.text))
    on_progress(Progress(len(gold), len(gold), None, 0.0))
    return EvalRun(gold_path, gold, [known[key] for key in keys], identity)


async def _summarised(article: GoldArticle, key: str, summarize_fn: Summarize) -> Entry:
    begun = time.monotonic()
    spent = Spent(key=key, code=code_fingerprint())
    try:
        summary = await summarize_fn(article_of(article))
    except (AnswerError, InputError) as error:
        seconds = time.monotonic() - begun
        failed = spent.model_copy(update={"error": str(error), "seconds": seconds})
        return Entry(id=article.id, run=failed)
    used = _used(summary.run) if summary.run else {"seconds": time.monotonic() - begun}
    used["warnings"] = len(summary.warnings)
    found = prediction_of(summary).model_dump() | {"id": article.id}
    return Entry(**found, run=spent.model_copy(update=used))


def _used(run: Run) -> dict[str, float | None]:
    usage = run.usage.model_dump(include={"input", "output", "calls"})
    return {"seconds": run.seconds, "cost": run.cost, **usage}


class _Clock:
    """Time left, by characters: articles differ much in length."""

    def __init__(self, characters: int) -> None:
        self._begun = time.monotonic()
        self._to_read = characters
        self._read = 0

    def read(self, characters: int) -> None:
        self._read += characters

    def left(self) -> float | None:
        if not self._read:
            return None
        passed = time.monotonic() - self._begun
        return passed / self._read * (self._to_read - self._read)
