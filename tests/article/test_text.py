"""The one form of a text: what is changed, what is kept, and that twice is once."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article.text import is_blank, is_visible, normalise, trimmed

TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "ab. \t\r\n\x00\x0b\x0c\x85\u2028\u2029\u00a0\u200b\ufeff\u0301\ud83d\ude00"
        ),
        st.characters(),
    )
)


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("a\r\nb\rc\n", "a\nb\nc"),
        ("\ufeffa", "a"),
        ("a\x0bb\x0cc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\n\nf"),
        ("a\tb\x00c\x1bd\x7fe\x9ff", "a b c d e f"),
        ("a  \nb \t\nc", "a\nb\nc"),
        ("\n\n  a\n \n\n", "a"),
        ("e\u0301", "\u00e9"),
        ("\ud83d\ude00 \ud83d x", "\U0001f600 \ufffd x"),
    ],
)
def test_what_is_changed(written: str, fixed: str) -> None:
    assert normalise(written) == fixed


@pytest.mark.parametrize(
    "kept",
    [
        "5\u00a0p.m.",
        "a\u200bb\u200cc\u200dd",
        "soft\u00adhyphen",
        "“curly” ‘quotes’ — dashes",
        "\u200fعربي\u200e",
        "two  blanks\n\n\n\nempty lines",
        "a\ufeffb",
        "ﬁ ligature ½ Ⅳ",
    ],
)
def test_what_a_reader_sees_is_kept(kept: str) -> None:
    assert normalise(kept) == kept


@settings(deadline=None)  # the machine may be busy
@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@settings(deadline=None)  # the machine may be busy
@given(TEXTS)
def test_the_result_can_be_hashed_shown_and_counted(text: str) -> None:
    fixed = normalise(text)
    fixed.encode("utf-8")
    assert unicodedata.is_normalized("NFC", fixed)
    assert all(char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"} for char in fixed)
    assert fixed == fixed.strip()
    assert "\r" not in fixed
    assert " \n" not in fixed


@settings(deadline=None)  # the machine may be busy
@given(TEXTS)
def test_a_trimmed_span_has_no_blanks_at_its_ends_and_loses_nothing_else(text: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert all(is_blank(char) for char in text[:start] + text[end:])
    inside = text[start:end]
    assert not inside or not (is_blank(inside[0]) or is_blank(inside[-1]))


@pytest.mark.parametrize(
    ("text", "visible"), [("_", True), ("\u200b\u200e \u00a0", False), ("", False)]
)
def test_visible(text: str, *, visible: bool) -> None:
    assert is_visible(text) is visible
