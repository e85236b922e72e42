"""Progress: a line that changes on a terminal, a line a step elsewhere, silence if wanted."""

from __future__ import annotations

import io
import sys

import pytest

from summarizer.cli.watching import watch
from summarizer.progress import Asked, Bytes, Event, Found, Note, Step, Tokens

EVENTS: list[Event] = [
    Step("reading"),
    Found(("Ada Moss", "Otto\x1b[31m Feld", "A", "B", "C", "D", "E", "F")),
    Step("drafting"),
    Tokens(1, "{"),
    Tokens(2, '{"'),
    Asked(0, 3),
    Bytes("joining", 1 << 20, 3 << 20),
    Bytes("joining", 2 << 20, 3 << 20),
    Note("HTTP 500; trying again in 1.0 s"),
]
FOUND = "found Ada Moss, Otto [31m Feld, A, B, C, D and 2 more"


class Terminal(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def told(*, quiet: bool = False, verbose: bool = False) -> None:
    with watch(quiet=quiet, verbose=verbose) as listener:
        for event in EVENTS:
            listener(event)


def test_a_log_has_a_line_for_each_step(capsys: pytest.CaptureFixture[str]) -> None:
    told()
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == ["reading", FOUND, "drafting", "joining (3 MB)"]


def test_a_verbose_log_has_the_notes_too(capsys: pytest.CaptureFixture[str]) -> None:
    told(verbose=True)
    assert capsys.readouterr().err.splitlines()[-1] == "HTTP 500; trying again in 1.0 s"


def test_quiet_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    told(quiet=True, verbose=True)
    assert capsys.readouterr() == ("", "")


def test_no_names_are_said_to_be_none(capsys: pytest.CaptureFixture[str]) -> None:
    with watch(quiet=False, verbose=False) as listener:
        listener(Found(()))
    assert capsys.readouterr().err == "found no names\n"


@pytest.mark.parametrize("verbose", [False, True])
def test_a_terminal_keeps_the_names_and_changes_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *, verbose: bool
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    told(verbose=verbose)
    shown = terminal.getvalue()
    assert FOUND in shown
    assert "\x1b[31m Feld" not in shown
    assert ("HTTP 500" in shown) is verbose
    assert capsys.readouterr().out == ""
