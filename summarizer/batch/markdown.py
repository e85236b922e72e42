"""The report on a batch as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from summarizer.batch.report import BatchReport
from summarizer.safe import one_line

_MARKS: Final = re.compile(r"[\\`*_\[\]<>|#]")


def to_markdown(report: BatchReport, name: str) -> str:
    """Tables, those without a row left out; names and messages are text, never Markdown."""
    return "\n".join(
        [
            f"# {_plain(name)}\n",
            *_whole(report),
            *_table(
                "What read them",
                ("model, plan and prompt", "articles"),
                report.readers.most_common(),
            ),
            *_table(
                "Failures by cause",
                ("cause", "exit code", "articles", "one of them"),
                ((c.said, c.exit_code, c.articles, c.example) for c in report.causes),
            ),
            *_table(
                "Warnings by code",
                ("code", "warnings", "articles"),
                ((code, n, report.warned[code]) for code, n in report.warnings.most_common()),
            ),
            *_table(
                "What was found",
                ("items", "in all", "articles without"),
                ((kind, n, report.without[kind]) for kind, n in report.found.items()),
            ),
            *_table(
                "The slowest",
                ("article", "seconds", "calls", "tokens"),
                ((t.article, f"{t.seconds:,.1f}", t.calls, t.tokens) for t in report.slowest),
            ),
        ]
    )


def _whole(report: BatchReport) -> Iterator[str]:
    usage, wasted = report.usage, report.wasted
    yield f"{report.done:,} done, {report.failed:,} failed.\n"
    yield f"- {usage.calls:,} calls, {usage.input:,} tokens read, {usage.output:,} written"
    if wasted.calls:
        lost = f"{wasted.input:,} tokens read, {wasted.output:,} written"
        yield f"- for what failed, at the last attempt: {wasted.calls:,} calls, {lost}"
    if report.unpriced < report.done:
        unknown = f"; {report.unpriced:,} articles without a known price" if report.unpriced else ""
        yield f"- ${report.cost:,.4f}{unknown}"
    if report.half is not None and report.most is not None:
        yield f"- half done within {report.half:,.1f} s each, 95 % within {report.most:,.1f} s"
    yield ""


def _table(title: str, heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    listed = list(rows)
    if not listed:
        return
    yield f"## {title}\n"
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    yield from (f"| {' | '.join(map(_cell, row))} |" for row in listed)
    yield ""


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else _plain(str(value))


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", one_line(text))
