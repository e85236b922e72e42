"""What a report on a batch shows, whatever it is shown in: a few lines and some tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.batch.report import BatchReport


@dataclass(frozen=True, slots=True)
class Table:
    """A table with at least one row; numbers are numbers still."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[str | int, ...]]


def counts_of(report: BatchReport) -> str:
    """How many were done and how many failed."""
    return f"{report.done:,} done, {report.failed:,} failed."


def lines_of(report: BatchReport) -> Iterator[str]:
    """What all of it took."""
    usage, wasted = report.usage, report.wasted
    yield f"{usage.calls:,} calls, {usage.input:,} tokens read, {usage.output:,} written"
    if wasted.calls:
        lost = f"{wasted.input:,} tokens read, {wasted.output:,} written"
        yield f"for what failed, at the last attempt: {wasted.calls:,} calls, {lost}"
    if report.unpriced < report.done:
        unknown = f"; {report.unpriced:,} articles without a known price" if report.unpriced else ""
        yield f"${report.cost:,.4f}{unknown}"
    if report.half is not None and report.most is not None:
        yield f"half done within {report.half:,.1f} s each, 95 % within {report.most:,.1f} s"


def tables_of(report: BatchReport) -> Iterator[Table]:
    """The tables, those without a row left out."""
    yield from _table(
        "What read them", ("model, plan and prompt", "articles"), report.readers.most_common()
    )
    yield from _table(
        "Failures by cause",
        ("cause", "exit code", "articles", "one of them"),
        ((c.said, c.exit_code, c.articles, c.example) for c in report.causes),
    )
    yield from _table(
        "Warnings by code",
        ("code", "warnings", "articles"),
        ((code, n, report.warned[code]) for code, n in report.warnings.most_common()),
    )
    yield from _table(
        "What was found",
        ("items", "in all", "articles without"),
        ((kind, n, report.without[kind]) for kind, n in report.found.items()),
    )
    yield from _table(
        "The slowest",
        ("article", "seconds", "calls", "tokens"),
        ((t.article, f"{t.seconds:,.1f}", t.calls, t.tokens) for t in report.slowest),
    )


def _table(
    title: str, heads: tuple[str, ...], rows: Iterable[tuple[str | int, ...]]
) -> Iterator[Table]:
    listed = list(rows)
    if listed:
        yield Table(title, heads, listed)
