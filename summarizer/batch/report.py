"""What came of a batch: counts, failures by cause, tokens, cost, the slowest, warnings."""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any, Final

from summarizer.batch.failed import FailedArticle
from summarizer.schema import Usage

_KINDS: Final = ("actors", "statements", "stances", "events")
_SLOWEST: Final = 10
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, order=True)
class Took:
    """What one article took."""

    seconds: float
    article: str
    calls: int
    tokens: int


@dataclass(frozen=True, slots=True)
class Cause:
    """Failures that say the same but for names and numbers."""

    said: str
    exit_code: int
    articles: int
    example: str
    """Id or source of one."""


@dataclass
class BatchReport:
    """The figures of a whole output, whichever runs it came of."""

    done: int = 0
    usage: Usage = field(default_factory=Usage)
    """Of what was done; failed attempts are apart."""
    wasted: Usage = field(default_factory=Usage)
    """Of the latest attempt at each article that failed."""
    cost: float = 0.0
    unpriced: int = 0
    """Articles whose price is not known."""
    readers: Counter[str] = field(default_factory=Counter)
    """Articles by model, plan and prompt."""
    found: Counter[str] = field(default_factory=Counter)
    """Items of each kind."""
    without: Counter[str] = field(default_factory=Counter)
    """Articles with no item of a kind."""
    warnings: Counter[str] = field(default_factory=Counter)
    warned: Counter[str] = field(default_factory=Counter)
    """Articles by the code of a warning that they carry."""
    warned_articles: int = 0
    """Articles that carry any."""
    slowest: list[Took] = field(default_factory=list)
    """The slowest first."""
    causes: list[Cause] = field(default_factory=list)
    """The commonest first."""
    half: float | None = None
    """Seconds within which half of the articles were done."""
    most: float | None = None
    """Seconds within which 95 of a hundred were done."""

    @property
    def failed(self) -> int:
        """Articles and sources without a result."""
        return sum(cause.articles for cause in self.causes)


def report_on(summaries: Iterable[dict[str, Any]], failed: Iterable[FailedArticle]) -> BatchReport:
    """The figures of results, given as JSON, and of failures."""
    report, seconds = BatchReport(), []
    for summary in summaries:
        seconds.append(summary["run"]["seconds"])
        _count(report, summary)
    report.slowest.sort(reverse=True)
    if len(seconds) > 1:
        cuts = quantiles(seconds, n=20, method="inclusive")
        report.half, report.most = cuts[9], cuts[18]
    report.causes = _causes(failed, report.wasted)
    return report


def _count(report: BatchReport, summary: dict[str, Any]) -> None:
    run = summary["run"]
    usage, cost = run["usage"], run["cost"]
    report.done += 1
    _add(report.usage, Usage.model_validate(usage))
    report.cost += cost or 0.0
    report.unpriced += cost is None
    reader = f"{run['model']} · plan {run['plan']} · prompt {run['prompt']['name']}"
    report.readers[f"{reader} {run['prompt']['fingerprint'][7:15]}"] += 1
    for kind in _KINDS:
        report.found[kind] += len(summary[kind])
        report.without[kind] += not summary[kind]
    codes = Counter(warning["code"] for warning in summary["warnings"])
    report.warnings += codes
    report.warned.update(codes.keys())
    report.warned_articles += bool(codes)
    tokens = usage["input"] + usage["output"]
    took = Took(run["seconds"], summary["article"]["id"], usage["calls"], tokens)
    keep = heapq.heappush if len(report.slowest) < _SLOWEST else heapq.heappushpop
    keep(report.slowest, took)


def _causes(failures: Iterable[FailedArticle], wasted: Usage) -> list[Cause]:
    counts: Counter[tuple[str, int]] = Counter()
    examples: dict[tuple[str, int], str] = {}
    for failed in failures:
        _add(wasted, failed.usage)
        key = _cause(failed), failed.exit_code
        counts[key] += 1
        examples.setdefault(key, failed.id or failed.source)
    return [Cause(*key, count, examples[key]) for key, count in counts.most_common()]


def _cause(failed: FailedArticle) -> str:
    """What it says, without what differs from one to the next."""
    said = failed.error
    for name in (failed.id, failed.source):
        said = said.replace(name, "…") if name else said
    return _NUMBER.sub("N", said)


def _add(total: Usage, more: Usage) -> None:
    total.input += more.input
    total.output += more.output
    total.calls += more.calls
