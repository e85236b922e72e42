"""docs/export.md and the README say what is so."""

from __future__ import annotations

import re
import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.export import TABLES, Table
from tests.cli.command import Command
from tests.export.made import EXAMPLES

ROOT = EXAMPLES.parent
PAGE = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _described(table: Table) -> str:
    points = dict(table.refers)
    lines = [f"### `{table.name}`: {table.holds}", "", "| column | type | holds |", "|---|---|---|"]
    for column in table.columns:
        key = " · key" if column.name in table.key else ""
        to = f" · into `{points[column.name]}`" if column.name in points else ""
        lines.append(f"| `{column.name}` | {column.type} | {column.holds}{key}{to} |")
    return "\n".join(lines)


def test_every_column_is_documented() -> None:
    told = re.search(r"<!-- tables -->\n(.*)\n<!-- end of tables -->", PAGE, re.DOTALL)
    wanted = "\n\n".join(map(_described, TABLES))
    assert told is not None
    assert told[1] == wanted, wanted


def test_the_query_of_the_readme_prints_what_stands_there(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = re.search(r"<!-- export -->(.*)<!-- end of export -->", README, re.DOTALL)
    assert section is not None
    blocks = re.findall(r"```(\w+)\n(.*?)```", section[1], re.DOTALL)
    (_, shell), (_, query), (_, printed) = blocks
    made = Path("news.sqlite").absolute()
    monkeypatch.chdir(ROOT)
    args = shlex.split(shell.splitlines()[0].partition(" #")[0])[1:]
    inputs = [path for arg in args[1:-2] for path in sorted(Path().glob(arg))]
    assert inputs
    assert command(args[0], *inputs, "-o", made).code == 0
    with closing(sqlite3.connect(made)) as database:
        rows = database.execute(query).fetchall()
    assert printed.splitlines() == ["|".join("" if c is None else str(c) for c in r) for r in rows]
