"""Rendering: any text in every field, in every format; nothing hidden comes out."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from io import StringIO
from typing import Final

from hypothesis import strategies as st
from rich.console import Console

from summarizer.render import parse_document, render, render_terminal
from summarizer.safe import visible
from summarizer.schema import ArticleSummary, BriefingNote
from summarizer.validation.sheet import COLUMNS, write_sheet
from tests.fuzz.bending import texts
from tests.fuzz.part import Part
from tests.render.hostile import hostile, hostile_note

FORMULA: Final = re.compile(r"[=+\-@\t\r\n]")
_ODD: Final = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("<&\"'`[]*\\\x1b\u202e\n"),
    min_size=1,
    max_size=40,
)
PAYLOADS: Final = st.one_of(_ODD, texts(4).filter(bool), st.text(min_size=1, max_size=20))


def made(payload: str, number: int) -> ArticleSummary | BriefingNote:
    """A summary, or a note, in which every free text is the payload."""
    return hostile(payload) if number % 3 else hostile_note(payload)


def quick(drawn: tuple[str, int]) -> None:
    """Write one of the formats that take no time."""
    payload, number = drawn
    form = ("json", "jsonl", "markdown", "html")[number % 4]
    document = made(payload, number)
    written = str(render(document, form))
    assert visible(written) == written
    if form in {"json", "jsonl"}:
        assert parse_document(written.encode(), "x") == document


def screen(drawn: tuple[str, int]) -> None:
    """Write plain text, and print to a terminal."""
    document = made(*drawn)
    shown = StringIO()
    render_terminal(document, Console(file=shown, force_terminal=False, width=80))
    for written in (str(render(document, "text")), shown.getvalue()):
        assert visible(written) == written


def word(drawn: tuple[str, int]) -> None:
    """Write a Word document."""
    data = render(made(*drawn), "docx")
    assert isinstance(data, bytes)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        words = packed.read("word/document.xml").decode()
    assert visible(words) == words


def cells(payload: str) -> None:
    """Write a sheet and read it again: no cell begins like a formula."""
    sheet = write_sheet([dict.fromkeys(COLUMNS, payload)])
    (_, row) = csv.reader(StringIO(sheet, newline=""))
    assert not any(FORMULA.match(cell) for cell in row)


_NUMBERED: Final = st.tuples(PAYLOADS, st.integers(0, 23))

PARTS: Final = (
    Part("render: JSON, Markdown, HTML", _NUMBERED, quick, 60, 5_000),
    Part("render: text, terminal", _NUMBERED, screen, 4, 300),
    Part("render: DOCX", _NUMBERED, word, 2, 100),
    Part("render: CSV", PAYLOADS, cells, 60, 30_000),
)
