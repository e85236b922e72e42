"""The report on a batch as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from summarizer.batch.report import BatchReport
from summarizer.batch.shown import Table, counts_of, lines_of, tables_of
from summarizer.safe import one_line

_MARKS: Final = re.compile(r"[\\`*_\[\]<>|#]")


def to_markdown(report: BatchReport, name: str) -> str:
    """Lines and tables; names and messages are text, never Markdown."""
    written = [f"# {_plain(name)}\n", f"{counts_of(report)}\n"]
    written += [f"- {line}" for line in lines_of(report)]
    written.append("")
    for table in tables_of(report):
        written += _table(table)
    return "\n".join(written)


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.title}\n"
    yield f"| {' | '.join(table.heads)} |"
    yield f"|{'---|' * len(table.heads)}"
    yield from (f"| {' | '.join(map(_cell, row))} |" for row in table.rows)
    yield ""


def _cell(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else _plain(value)


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", one_line(text))
