"""What a report on a batch shows, whatever it is shown in: figures, a few lines and some tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from summarizer.batch.report import BatchReport

Cell: TypeAlias = str | int | float
RETRY: Final = "summarizer batch … --retry-failed"
"""What takes up again what failed."""
_KINDS: Final = {
    3: "input or setting",
    4: "provider or network",
    5: "the answer never fitted",
    6: "budget",
    70: "a fault of the program",
}
"""Exit codes in words; a table shows both."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that a reader wants first; `more` says what it means or what is beside it."""

    name: str
    value: str
    more: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with at least one row; numbers are numbers still."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[Cell, ...]]
    says: str = ""
    """What to make of it."""

    @property
    def numeric(self) -> list[bool]:
        """Which columns hold numbers."""
        return [not isinstance(cell, str) for cell in self.rows[0]]


def counts_of(report: BatchReport) -> str:
    """How many were done and how many failed."""
    return f"{report.done:,} done, {report.failed:,} failed."


def figures_of(report: BatchReport) -> Iterator[Figure]:
    """What was done and what it took, first things first."""
    yield Figure(
        "done", f"{report.done:,}", f"of {_articles(report.done + report.failed)}", "favor"
    )
    yield Figure(
        "failed", f"{report.failed:,}", "causes below" if report.failed else "", _bad(report)
    )
    warned = f"in {_articles(report.warned_articles)}" if report.warned_articles else ""
    yield Figure("warnings", f"{report.warnings.total():,}", warned)
    if report.unpriced < report.done:
        priced = report.done - report.unpriced
        each = f"${report.cost / priced:,.4f} an article"
        yield Figure(
            "cost",
            f"${report.cost:,.2f}",
            f"{each}; {report.unpriced:,} of unknown price" if report.unpriced else each,
        )
    if report.half is not None and report.most is not None:
        yield Figure(
            "an article took",
            f"{report.half:,.1f} s",
            f"half of them; 95 % within {report.most:,.1f} s",
        )
    usage = report.usage
    yield Figure(
        "tokens",
        f"{_short(usage.input + usage.output)}",
        f"{usage.input:,} read, {usage.output:,} written in {usage.calls:,} calls",
    )


def lines_of(report: BatchReport) -> Iterator[str]:
    """What all of it took."""
    usage = report.usage
    yield f"{usage.calls:,} calls, {usage.input:,} tokens read, {usage.output:,} written"
    if report.wasted.calls:
        yield lost_on(report)
    if report.unpriced < report.done:
        unknown = f"; {report.unpriced:,} articles without a known price" if report.unpriced else ""
        yield f"${report.cost:,.4f}{unknown}"
    if report.half is not None and report.most is not None:
        yield f"half done within {report.half:,.1f} s each, 95 % within {report.most:,.1f} s"


def lost_on(report: BatchReport) -> str:
    """What was spent on articles that failed."""
    wasted = report.wasted
    lost = f"{wasted.input:,} tokens read, {wasted.output:,} written"
    return f"for what failed, at the last attempt: {wasted.calls:,} calls, {lost}"


def tables_of(report: BatchReport) -> Iterator[Table]:
    """The tables, those without a row left out."""
    yield from _table(
        "Failures by cause",
        ("articles", "cause", "kind", "one of them"),
        ((c.articles, c.said, _kind(c.exit_code), c.example) for c in report.causes),
        "N stands for numbers and … for names, which differ from one article to the next; "
        "in brackets the exit code.",
    )
    yield from _table(
        "Warnings by code",
        ("code", "warnings", "articles"),
        ((code, n, report.warned[code]) for code, n in report.warnings.most_common()),
        "What was dropped, repaired or could not be supported; each summary says where and why.",
    )
    yield from _table(
        "What was found",
        ("items", "in all", "an article", "articles without"),
        ((kind, n, n / report.done, report.without[kind]) for kind, n in report.found.items()),
    )
    yield from _table(
        "The slowest",
        ("article", "seconds", "calls", "tokens"),
        ((t.article, t.seconds, t.calls, t.tokens) for t in report.slowest),
    )
    yield from _table(
        "What read them", ("model, plan and prompt", "articles"), report.readers.most_common()
    )


def _table(
    title: str, heads: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], says: str = ""
) -> Iterator[Table]:
    listed = list(rows)
    if listed:
        yield Table(title, heads, listed, says)


def written(cell: Cell) -> str:
    """A cell as text."""
    match cell:
        case float():
            return f"{cell:,.1f}"
        case int():
            return f"{cell:,}"
        case _:
            return cell


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"


def _bad(report: BatchReport) -> str:
    return "against" if report.failed else ""


def _kind(exit_code: int) -> str:
    return f"{_KINDS.get(exit_code, 'other')} ({exit_code})"


def _short(count: int) -> str:
    """A large number that can be taken in at a glance."""
    for size, name in ((1_000_000, "M"), (1_000, "k")):
        if count >= 10 * size:
            return f"{count / size:,.0f} {name}"
    return f"{count:,}"
