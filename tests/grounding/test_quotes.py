"""Finding quotes: exact, folded, elided, misattributed, unsupported."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer.grounding.folding import fold
from summarizer.grounding.quotes import SearchText, cuts_word, find_quote
from tests.grounding.test_folding import texts

ARTICLE = (
    "Harbour pilots in Ostwick did not resign on Tuesday. “We\u00a0stay,” said Mara Lindt, "
    "who leads 1,500 pilots \u2014 17 of them women.\r\n\r\n"
    "The port’s owner offered 5% and −2 days. "
    "“We stay,” she repeated. 他们周二没有辞职。 Lindt will speak again next Monday at noon."
)


def quoted(quote: str, near: int | None = None) -> tuple[str, list[str]]:
    found = find_quote(quote, ARTICLE, near=near)
    return found.match, [ARTICLE[start:end] for start, end in found.spans]


def test_the_articles_own_words_match_exactly() -> None:
    assert quoted("did not resign on Tuesday.") == ("exact", ["did not resign on Tuesday."])


@pytest.mark.parametrize(
    ("typed", "original"),
    [
        ('"We stay," said Mara Lindt', "“We\u00a0stay,” said Mara Lindt"),
        ("1,500 pilots - 17 of them women", "1,500 pilots \u2014 17 of them women"),
        ("women. The port's owner", "women.\r\n\r\nThe port’s owner"),
        ("  The port’s owner ", "The port’s owner"),
        ("-2 days", "−2 days"),
    ],
)
def test_a_quote_typed_again_matches_folded(typed: str, original: str) -> None:
    assert quoted(typed) == ("folded", [original])


@pytest.mark.parametrize(
    "quote",
    [
        "did resign on Tuesday",
        "71 of them women",
        "7 of them women",
        "500 pilots",
        "1,50",
        "2 days",
        "Mara Lind",
        "arbour pilots",
        "harbour pilots",
        "he port’s owner",
        "Harbour pilots of Ostwick",
        "",
        "   ",
        "…",
        "\ud800",
    ],
)
def test_what_the_article_does_not_say_is_unsupported(quote: str) -> None:
    assert quoted(quote) == ("unsupported", [])


def test_scripts_without_spaces_may_be_cut_anywhere() -> None:
    assert quoted("周二没有辞职") == ("exact", ["周二没有辞职"])


def test_a_letter_without_its_mark_is_not_found_in_a_marked_one() -> None:
    assert find_quote("cafe", "the cafe\u0301 is shut").match == "unsupported"
    assert find_quote("caf\u00e9", "the cafe\u0301 is shut").spans == ((4, 9),)


@pytest.mark.parametrize("dots", ["…", " ... ", " [...] ", " [\u2026] ", " (...) "])
def test_an_elided_quote_is_found_in_parts(dots: str) -> None:
    quote = f"Harbour pilots in Ostwick{dots}said Mara Lindt"
    assert quoted(quote) == ("elided", ["Harbour pilots in Ostwick", "said Mara Lindt"])


@pytest.mark.parametrize(
    "quote",
    [
        "said Mara Lindt … Harbour pilots in Ostwick",  # not in this order
        "Harbour pilots in Ostwick did … resign on Tuesday",  # only "not" is left out
        "Harbour pilots … Mara Lindt",  # too little is kept
        "Harbour pilots in Ostwick … said Otto Lindt",
    ],
)
def test_a_careless_elision_is_unsupported(quote: str) -> None:
    assert quoted(quote) == ("unsupported", [])


def test_a_word_or_number_that_only_looks_ended_is_not_cut() -> None:
    text = "Over 1\u00a0500 mem\u00adbers and 2\u202f000 others wrote it’s over\u200bdue."
    for quote in (
        "500 mem\u00adbers",
        "bers and",
        "members and 2",
        "due.",
        "wrote it",
        "000 others",
    ):
        assert find_quote(quote, text).match == ("exact" if quote == "wrote it" else "unsupported")
    assert find_quote("Over 1 500 members", text).spans == ((0, 19),)


def test_the_place_nearest_to_the_hint_wins() -> None:
    text = "We stay. They go. We stay. They go. We stay."
    assert find_quote("We stay.", text).spans == ((0, 8),)
    assert find_quote("We stay.", text, near=20).spans == ((18, 26),)
    assert find_quote("We stay.", text, near=999).spans == ((36, 44),)


def test_a_quote_found_only_in_another_article_is_misattributed() -> None:
    others = [("first", SearchText("Nothing here.")), ("second", SearchText("He said “never”."))]
    found = find_quote('said "never"', "Another text.", others=others)
    assert (found.match, found.source, found.spans) == ("misattributed", "second", ((3, 15),))
    assert find_quote("Another text.", "Another text.", others=others).match == "exact"


@settings(deadline=None)
@given(texts, st.data())
def test_a_whole_piece_is_found_exactly_at_its_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    assume(quote.strip() and not cuts_word(text, start, end))
    found = find_quote(quote, text, near=start)
    assert found.match == "exact"
    assert found.spans == ((start, end),)


@settings(deadline=None)
@given(texts, texts)
def test_whatever_is_found_folds_to_the_quote(quote: str, text: str) -> None:
    found = find_quote(quote, text)
    if found.match in ("exact", "folded"):
        ((start, end),) = found.spans
        assert fold(text[start:end]).text.strip() == fold(quote).text.strip()
    if found.match == "exact":
        assert text[start:end] == quote
