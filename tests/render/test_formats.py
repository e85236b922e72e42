"""The table of formats, and notes in those formats."""

from __future__ import annotations

import re
import sys

import pytest

from summarizer.errors import ConfigurationError, MissingExtraError
from summarizer.render import FORMATS, SUFFIXES, format_for, render
from tests.render.notes import note
from tests.render.pilots import pilots


@pytest.mark.parametrize(("suffix", "expected"), [*SUFFIXES.items(), (".MD", "markdown")])
def test_suffix_decides_the_format(suffix: str, expected: str) -> None:
    assert format_for(suffix) == expected
    assert expected in FORMATS


@pytest.mark.parametrize("suffix", ["", ".pdf", "md"])
def test_unknown_suffix_says_what_is_known(suffix: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        format_for(suffix)
    assert ".jsonl" in str(caught.value.hint)


def test_unknown_format_says_what_is_known() -> None:
    with pytest.raises(ConfigurationError, match="unknown format 'pdf'") as caught:
        render(pilots(), "pdf")
    assert "markdown" in str(caught.value.hint)


def test_docx_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match="docx"):
        render(pilots(), "docx")


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "docx"])
def test_note_and_summary_in_every_format(form: str) -> None:
    for document, words in ((pilots(), "Mara Venn"), (note(), "Talks resume on Monday")):
        written = str(render(document, form))
        assert words in written
        assert written.endswith("\n")


def test_note_shows_bottom_line_first_and_both_sides() -> None:
    written = str(render(note(), "text"))
    assert written.startswith(
        "Pilots' walkout in Lunde\nharbour · 2032-03-04 – 2032-03-05 · 1 independent report "
        "(2 articles)\n\n  Talks resume on Monday. [n1:e1]\n"
    )
    assert "  ships at anchor: number\n" in written
    assert "14, 2032-03-04 [n1:e3]" in written
    assert "16, 2032-03-05, newer [n2:e3]" in written
    assert re.search(r"Pilots' Guild +night shifts +against +The Guild rejects", written)
