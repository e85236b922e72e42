"""Text, labels, dates, matching and ROUGE: the parts that the layers share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.ontology import STATUSES
from summarizer.scoring.dates import date_agrees, written_date
from summarizer.scoring.labels import NOT_SIMPLY_OCCURRED, polarity, status_class
from summarizer.scoring.matching import match
from summarizer.scoring.rouge import rouge
from summarizer.scoring.text import fold, overlap, words


def test_fold() -> None:
    assert fold("The U.S.") == "the u s"
    assert fold("U.S.") == "us"
    assert fold("Drivers' League’s  vote!") == "drivers league vote"
    assert fold("Zoë") == "zoe"


def test_words_cut_han_characters_apart() -> None:
    assert words("Feld said 5%") == ("feld", "said", "5")
    assert words("罢工abc推迟") == ("罢", "工", "abc", "推", "迟")


def test_overlap_is_of_the_shorter_text() -> None:
    assert overlap("five men were freed", "Police say five men were freed on Monday") == 1.0
    assert overlap("five men were freed", "five women were caught") == 0.5
    assert overlap("five men", "men, five of them") == 1.0
    assert overlap("five men", "five women") == 0.0
    assert overlap(None, "five men") == 0.0


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("favor", "supports"),
        ("Supports", "supports"),
        ("for", "supports"),
        ("against", "opposes"),
        ("criticises", "opposes"),
        ("con", "opposes"),
        ("conditional", "neutral"),
        ("mixed", "neutral"),
        (None, "neutral"),
    ],
)
def test_polarity(label: str | None, expected: str) -> None:
    assert polarity(label) == expected


def test_statuses_fall_into_the_shared_classes() -> None:
    assert {status: status_class(status) for status in STATUSES} == {
        "occurred": "occurred",
        "ongoing": "occurred",
        "planned": "threatened",
        "proposed": "threatened",
        "threatened": "threatened",
        "attempted": "attempted",
        "postponed": "postponed",
        "cancelled": "cancelled",
        "denied": "denied",
    }
    assert set(STATUSES) - NOT_SIMPLY_OCCURRED == {"occurred", "ongoing"}
    assert status_class(None) is None


@pytest.mark.parametrize(
    ("date", "start", "agrees"),
    [
        ("2031-03-10", "2031-03-10", True),
        ("2031-03-11", "2031-03-10", True),
        ("2031-03-14", "2031-03-10", False),
        ("2031-03", "2031-03-10", True),
        ("2031-04", "2031-03-10", False),
        ("2031", "2031-03-10", False),
        ("2031-03-99", "2031-03-10", False),
        ("2030-07-01", None, True),
        ("2029-07-01", None, False),
        (None, "2031-03-10", False),
    ],
)
def test_date_agrees(date: str | None, start: str | None, agrees: bool) -> None:
    assert date_agrees(date, start, "2031-03-12") is agrees


def test_written_date_takes_the_first() -> None:
    assert written_date("from 2031-03-04T10:00 to 2031-03-05") == "2031-03-04"
    assert written_date("in spring") is None


def test_match_pairs_the_best_first_and_tells_repetitions() -> None:
    fits = {("a", "x"): 2.0, ("b", "x"): 5.0, ("b", "y"): 4.0, ("c", "y"): 1.0, ("d", "x"): 3.0}
    matching = match("abcde", "xy", lambda p, g: fits.get((p, g), 0.0))
    assert matching.pairs == {1: 0, 2: 1}
    assert matching.duplicates == {0: 0, 3: 0}
    assert matching.is_false(4)
    assert matching.hits() == {0, 1}


def test_match_prefers_earlier_items_among_equals() -> None:
    assert match("ab", "xy", lambda _p, _g: 1.0).pairs == {0: 0, 1: 1}


def test_rouge_by_hand() -> None:
    scores = rouge("The vote was put off.", "The vote was held on Monday")
    assert scores["rouge1"] == pytest.approx(2 * (3 / 5) * (3 / 6) / (3 / 5 + 3 / 6))
    assert scores["rouge2"] == pytest.approx(2 * (2 / 4) * (2 / 5) / (2 / 4 + 2 / 5))
    assert scores["rougeL"] == scores["rouge1"]
    assert rouge("off put was vote", "vote was put off")["rougeL"] == 0.25
    assert rouge("", "vote") == {"rouge1": 0.0, "rouge2": 0.0, "rougeL": 0.0}


def test_rouge_reads_other_scripts() -> None:
    assert rouge("罢工推迟", "罢工推迟")["rougeL"] == 1.0
    assert rouge("забастовка отложена", "забастовка отменена")["rouge1"] == 0.5


@given(st.text(max_size=60), st.text(max_size=60))
def test_rouge_and_overlap_stay_between_nought_and_one(one: str, other: str) -> None:
    assert all(0.0 <= value <= 1.0 for value in rouge(one, other).values())
    assert 0.0 <= overlap(one, other) <= 1.0
    assert overlap(one, other) == overlap(other, one)
