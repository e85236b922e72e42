"""How a batch stands: counted as it goes, shown by whoever watches."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from summarizer.errors import InputError
from summarizer.progress import Called, Ended, Event
from summarizer.schema import Usage
from summarizer.sources.kinds import SUFFIXES
from summarizer.sources.load import STDIN
from summarizer.sources.paths import files_of, is_address

_LINES: Final = (".jsonl", ".ndjson")
_READ: Final = 2**20


@dataclass
class Tally:
    """Counts of one run; `kept` articles were done by an earlier one."""

    expected: int | None
    """Articles in all, as far as files tell before they are read."""
    done: int = 0
    failed: int = 0
    kept: int = 0
    passed_over: int = 0
    """Articles that failed in an earlier run, and that nobody asked to take up again."""
    repeated: int = 0
    under_way: int = 0
    usage: Usage = field(default_factory=Usage)
    cost: float | None = None
    """US dollars; None where the price is not known."""
    refusals: int = 0
    """How often the server said that requests come too fast."""
    began: float = field(default_factory=time.monotonic)
    _spent: dict[str, Usage] = field(default_factory=dict)

    @property
    def met(self) -> int:
        """Articles that need no more work in this run."""
        return self.done + self.failed + self.kept + self.passed_over + self.repeated

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self.began

    @property
    def rate(self) -> float:
        """Articles a minute, those of this run."""
        return 60 * (self.done + self.failed) / max(self.seconds, 0.001)

    @property
    def seconds_left(self) -> float | None:
        """At the rate so far; None while nothing tells."""
        if self.expected is None or not self.done:
            return None
        return 60 * max(0, self.expected - self.met) / self.rate

    def hear(self, event: Event) -> None:
        """Count what a call took; keep what an article took that will have no summary to say it."""
        match event:
            case Called(read, written, cost):
                self.usage.input += read
                self.usage.output += written
                self.usage.calls += 1
                self.cost = cost if self.cost is None or cost is None else self.cost + cost
            case Ended(article, _, calls, read, written, _, error) if error is not None:
                self._spent[article] = Usage(input=read, output=written, calls=calls)

    def spent_on(self, article: str) -> Usage:
        """What a failed article took; asked once."""
        return self._spent.pop(article, Usage())


def expected(sources: Iterable[str]) -> int | None:
    """How many articles the sources hold: files, and lines of JSONL; None where nothing tells."""
    count = 0
    for source in sources:
        if source == STDIN:
            return None
        if is_address(source):
            count += 1
            continue
        try:
            count += sum(map(_articles_in, files_of(source, SUFFIXES).paths))
        except InputError:
            count += 1  # one failure
    return count


def _articles_in(path: Path) -> int:
    if path.suffix.lower() not in _LINES:
        return 1
    lines, last = 0, b"\n"
    try:
        with path.open("rb") as file:
            while block := file.read(_READ):
                lines += block.count(b"\n")
                last = block[-1:]
    except OSError:
        return 1
    return lines + (last != b"\n")
