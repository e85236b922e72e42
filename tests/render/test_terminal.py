"""Plain text and the terminal: one layout, nothing that steers the terminal but our own colours."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from summarizer.render import render, render_terminal
from tests.render.hostile import hostile
from tests.render.pilots import pilots

STYLE = re.compile(r"\x1b\[[0-9;]*m")


def _text() -> str:
    return str(render(pilots(), "text"))


def _terminal(payload: str | None = None, width: int = 80) -> str:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="truecolor", width=width)
    render_terminal(pilots() if payload is None else hostile(payload), console)
    return stream.getvalue()


def test_top_is_grasped_at_once() -> None:
    assert _text().startswith(
        "Harbour pilots in Lunde halt work over night shifts [1]\n"
        "Coast Courier · Ida Storm · 2032-03-04 · https://courier.example/pilots\n"
        "\n"
        "  Harbour pilots in Lunde walked out, leaving 14 ships at anchor. [2]\n"
        "  The Guild says a promise on night shifts was broken. [3]\n"
        "\n"
        "ACTORS\n"
    )


def test_timeline_runs_by_date_then_undated_then_to_come() -> None:
    dates = re.findall(r"^  (\d{4}-\d\d-\d\d|undated)  ", _text(), re.MULTILINE)
    assert dates == ["2032-03-04", "2032-03-05", "undated", "2032-03-08"]


def test_status_parties_and_quote_are_shown() -> None:
    assert "  2032-03-05  CANCELLED Talks planned for Friday were cancelled\n" in _text()
    assert "reject · Tomas Quill → Pilots' Guild\n" in _text()
    assert "              [6] Talks planned for Friday were cancelled.\n" in _text()


def test_every_quote_stands_in_full() -> None:
    joined = re.sub(r"\s+", " ", _text())
    summary = pilots()
    for item in (*summary.statements, *summary.stances, *summary.events):
        for piece in item.evidence:
            assert f"[{piece.sentence}] {piece.quote}" in joined


def test_what_is_cited_by_number_alone_is_quoted_at_the_end() -> None:
    summary = pilots()
    summary.stances, summary.statements = [], []
    written = str(render(summary, "text"))
    assert "ALSO CITED\n  [3]  The Pilots' Guild said the port authority" in written
    assert written.count("[8]") == 2  # the actor and the event that quotes it


def test_claim_that_is_its_quote_is_not_said_twice() -> None:
    summary = pilots()
    summary.statements, summary.events = [], []
    stance = summary.stances[0]
    stance.claim = stance.evidence[0].quote.removesuffix(".")
    assert str(render(summary, "text")).count("called the walkout reckless") == 1


def test_text_is_80_columns_without_trailing_space() -> None:
    for written in (_text(), str(render(hostile("字 words " * 30), "text"))):
        assert all(
            cell_len(line) <= 80 and line == line.rstrip(" ") for line in written.split("\n")
        )
    assert "\x1b" not in _text()


def test_terminal_shows_the_same_words_in_colour() -> None:
    coloured = _terminal()
    assert STYLE.search(coloured)
    plain = [line.rstrip() for line in STYLE.sub("", coloured).splitlines()]
    assert plain == _text().splitlines()


def test_narrow_terminal_fits() -> None:
    lines = STYLE.sub("", _terminal(width=40)).splitlines()
    assert max(map(cell_len, lines)) <= 40


@pytest.mark.parametrize(
    "payload",
    [
        "\x1b[2J\x1b]0;title\x07",
        "\x9b31m",
        "\u202egnp\u200b\u2066",
        "[bold red]x[/] [link=http://evil.example]y[/link] :skull:",
        "line\nFAKE SECTION\n  2032-01-01",
    ],
)
def test_nothing_steers_the_terminal(payload: str) -> None:
    shown = STYLE.sub("", _terminal(payload, width=400))
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u200b\u2066")
    assert "FAKE SECTION" not in {line.strip() for line in shown.splitlines()}
    if payload.startswith("[bold"):
        assert payload in shown
