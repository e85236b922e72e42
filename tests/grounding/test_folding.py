"""Folding: what is folded, what is not, and the way back to the original positions."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.grounding.folding import fold, joins_previous

# The characters that folding is about, besides ordinary ones of many scripts.
ALPHABET = (
    "abcXYZ019.,%'\"-() \t\n\r"
    "\u00a0\u202f\u2007\u2028\u0085\u200b\u200c\u200d\u200e\u2060\ufeff\u00ad"
    "\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2212"
    "e\u0301o\u0308\u00e9\u00f6\u0323\u212b"
    "\u1112\u1161\u11ab\ud55c"
    "\u0bc6\u0bbe\u05e9\u05dc\u0645\u0631\u4e2d\u6587\U0001f680\U0001f469\U0001f3fd"
)
texts = st.text(st.sampled_from(ALPHABET), max_size=60) | st.text(max_size=40)


@pytest.mark.parametrize(
    ("typed", "article"),
    [
        ("it's", "it\u2019s"),
        ('"No,"', "\u201cNo,\u201d"),
        ("10-15", "10\u201315"),
        ("a - b", "a \u2014 b"),
        ("5 %", "5\u00a0%"),
        ("one two", "one \r\n\t two"),
        ("cooperate", "co\u00adoperate"),
        ("word", "wo\u200brd"),
        ("caf\u00e9", "cafe\u0301"),
        ("\ud55c", "\u1112\u1161\u11ab"),
    ],
)
def test_what_differs_only_in_form_folds_alike(typed: str, article: str) -> None:
    assert fold(typed).text == fold(article).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("did not resign", "did resign"),
        ("17", "71"),
        ("Feld", "feld"),
        ("resume", "r\u00e9sum\u00e9"),
        ("5", "\u0665"),
        ("m2", "m\u00b2"),
        ("\ufb01ne", "fine"),
        ("yes.", "yes"),
        ("...", "\u2026"),
        ("\u00abNo\u00bb", '"No"'),
        ("ab", "a b"),
    ],
)
def test_everything_else_stays_apart(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@settings(deadline=None)
@given(texts)
def test_every_folded_character_has_an_ordered_span_that_folds_to_it(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert folded.starts == sorted(folded.starts)
    assert folded.ends == sorted(folded.ends)
    for index in range(len(folded.text)):
        span = folded.span(index, index + 1)
        if span is not None:
            assert fold(text[slice(*span)]).text == folded.text[index]


@settings(deadline=None)
@given(texts, st.data())
def test_a_piece_of_the_folded_text_maps_back_to_characters_that_fold_to_it(
    text: str, data: st.DataObject
) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.span(start, end)
    if span is not None:
        assert 0 <= span[0] < span[1] <= len(text)
        assert fold(text[slice(*span)]).text == folded.text[start:end]


@settings(deadline=None)
@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@settings(deadline=None)
@given(texts)
def test_composition_agrees_with_nfc_of_the_whole(text: str) -> None:
    folded = fold(unicodedata.normalize("NFD", text)).text
    assert folded == fold(unicodedata.normalize("NFC", text)).text


@settings(deadline=None)
@given(st.text(st.sampled_from("abcxyz 0123,.%$\u00e9\u4e2d\U0001f680"), max_size=40))
def test_text_without_foldable_characters_is_kept(text: str) -> None:
    assert fold(text).text == " ".join(text.split(" ")) or "  " in text


def test_a_span_that_cuts_a_composed_character_is_refused() -> None:
    folded = fold("x\u0323\u0300y")  # no single character for x with both marks
    assert folded.span(0, 1) is None
    assert folded.span(1, 4) is None
    assert folded.span(0, 3) == (0, 3)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 9)])
def test_an_impossible_span_is_refused(start: int, end: int) -> None:
    assert fold("abc").span(start, end) is None


def test_position_finds_the_first_folded_character_from_there() -> None:
    folded = fold("a \r\n b\u00adc")
    assert folded.text == "a bc"
    assert [folded.position(at) for at in (0, 1, 2, 5, 6, 7, 8)] == [0, 1, 2, 2, 3, 3, 4]


def test_whatever_composes_with_the_character_before_it_joins_it() -> None:
    """Clusters are cut where nothing composes across: checked over all of Unicode."""
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.combining(character):
            assert joins_previous(character), hex(code)
        parts = unicodedata.decomposition(character).split()
        composes = unicodedata.normalize("NFC", character) == character
        if len(parts) == 2 and composes and not parts[0].startswith("<"):
            assert joins_previous(chr(int(parts[1], 16))), hex(code)


def test_a_long_run_of_marks_takes_linear_time() -> None:
    folded = fold("a" + "\u0301" * 50_000)
    assert folded.span(0, len(folded.text)) == (0, 50_001)
