"""The report on a batch as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from summarizer.batch.report import BatchReport
from summarizer.batch.shown import Cell, Table, counts_of, lines_of, tables_of, written
from summarizer.safe import one_line

_MARKS: Final = re.compile(r"[\\`*_\[\]<>|#]")


def to_markdown(report: BatchReport, name: str) -> str:
    """Lines and tables; names and messages are text, never Markdown."""
    lines = [f"# {_plain(name)}\n", f"{counts_of(report)}\n"]
    lines += [f"- {line}" for line in lines_of(report)]
    lines.append("")
    for table in tables_of(report):
        lines += _table(table)
    return "\n".join(lines)


def _table(table: Table) -> Iterator[str]:
    yield f"## {table.title}\n"
    yield f"| {' | '.join(table.heads)} |"
    yield f"|{'|'.join('---:' if number else '---' for number in table.numeric)}|"
    yield from (f"| {' | '.join(map(_cell, row))} |" for row in table.rows)
    yield ""


def _cell(value: Cell) -> str:
    return _plain(value) if isinstance(value, str) else written(value)


def _plain(text: str) -> str:
    return _MARKS.sub(r"\\\g<0>", one_line(text))
