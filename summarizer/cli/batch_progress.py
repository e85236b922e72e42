"""How a batch goes, on stderr: a live line on a terminal, a line a minute in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from summarizer.cli.failing import note, tell
from summarizer.cli.watching import told
from summarizer.errors import SummarizerError
from summarizer.progress import Called, Ended, Event, Note, Recalled

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from summarizer.batch import FailedArticle, Tally
    from summarizer.sources import OwnOutput, RepeatedSource

_LISTED: Final = 5
"""Failures, and repeated articles, that are told one by one."""
_BETWEEN_LINES: Final = 60.0
"""Seconds."""


@contextmanager
def follow(*, quiet: bool, verbose: bool) -> Iterator[Shown]:
    """What shows a batch while the context is open."""
    if quiet or not sys.stderr.isatty():
        yield Shown(_Log(quiet), verbose=verbose)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = BarColumn(), TextColumn("{task.description}", markup=False)
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield Shown(_Bar(progress), verbose=verbose)


class Shown:
    """Shows a run; the first failures one by one, the others in the count."""

    def __init__(self, line: _Log | _Bar, *, verbose: bool) -> None:
        self._line = line
        self._verbose = verbose
        self._failures = 0
        self._repeated = 0

    def tick(self, tally: Tally) -> None:
        """Show how it stands."""
        self._line.show(tally)

    def failed(self, failed: FailedArticle, hint: str | None) -> None:
        """Tell a failure."""
        self._failures += 1
        if self._failures <= _LISTED:
            about = failed.id if failed.id is not None else None
            tell(SummarizerError(failed.error, hint=hint), about=about)
        elif self._failures == _LISTED + 1:
            note("more have failed; they are listed in the file of failures only")

    def repeated(self, repeated: RepeatedSource) -> None:
        """Tell that an article was left out."""
        self._repeated += 1
        if self._repeated <= _LISTED:
            note(str(repeated))
        elif self._repeated == _LISTED + 1:
            note("more were met before; they are counted only")

    def own_output(self, own: OwnOutput) -> None:
        """Tell that files of ours were left out."""
        note(str(own))

    def hear(self, event: Event) -> None:
        """Tell what a verbose log tells."""
        if self._verbose and isinstance(event, Note | Called | Recalled | Ended):
            print(told(event), file=sys.stderr)


class _Log:
    """A line now and then."""

    def __init__(self, quiet: bool) -> None:
        self._quiet = quiet
        self._told_at = time.monotonic()

    def show(self, tally: Tally) -> None:
        now = time.monotonic()
        if not self._quiet and now - self._told_at >= _BETWEEN_LINES:
            self._told_at = now
            print(standing(tally), file=sys.stderr)


class _Bar:
    """A bar with the line beside it; what stays is printed above."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task: TaskID = progress.add_task("starting", total=None)

    def show(self, tally: Tally) -> None:
        total = None if tally.expected is None else max(tally.expected, tally.met)
        said = standing(tally)
        self._progress.update(self._task, total=total, completed=tally.met, description=said)


def standing(tally: Tally) -> str:
    """How a run stands, in one line."""
    of = "" if tally.expected is None else f" of about {max(tally.expected, tally.met):,}"
    parts = [f"{tally.met:,}{of}", f"{tally.rate:,.0f}/min", f"{tally.under_way} under way"]
    if tally.failed:
        parts.append(f"{tally.failed:,} failed")
    parts.append(_spent(tally))
    if tally.refusals:
        parts.append(f"slowed {tally.refusals:,} times by the server")
    if tally.seconds_left is not None:
        parts.append(f"{_time(tally.seconds_left)} left")
    return " · ".join(parts)


def ended(tally: Tally) -> str:
    """What a run did, in one line."""
    parts = [f"{tally.done:,} done", f"{tally.failed:,} failed"]
    for count, what in (
        (tally.kept, "done before"),
        (tally.passed_over, "failed before, passed over"),
        (tally.repeated, "repeated, left out"),
    ):
        if count:
            parts.append(f"{count:,} {what}")
    return " · ".join([*parts, _spent(tally), _time(tally.seconds)])


def _spent(tally: Tally) -> str:
    cost = "" if tally.cost is None else f", ${tally.cost:,.2f}"
    return f"{tally.usage.input:,} + {tally.usage.output:,} tokens{cost}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
