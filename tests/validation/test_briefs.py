"""Briefing notes: keys, citations, counts and wording."""

from __future__ import annotations

import pytest

from tests.validation.cases import put
from tests.validation.checking import in_note


def test_keys_are_unique_over_all_lists() -> None:
    assert in_note(put("gaps", 0, "key", "k1")) == [("duplicate_id", "/gaps/0/key")]


def test_actors_are_named_by_key() -> None:
    assert in_note(put("positions", 0, "holder", "author")) == []
    assert in_note(put("positions", 0, "holder", "k2")) == [
        ("unknown_actor", "/positions/0/holder")
    ]
    assert in_note(put("timeline", 0, "recipients", ["k3"])) == [
        ("unknown_actor", "/timeline/0/recipients/0")
    ]


def test_a_source_repeats_an_independent_report() -> None:
    path = "/sources/1/same_report_as"
    assert ("same_report", path) in in_note(put("sources", 1, "same_report_as", "n2"))
    assert ("unknown_source", path) in in_note(put("sources", 1, "same_report_as", "n9"))


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("Two independent reports", True),
        ("2 independent reports from three articles", True),
        ("2 Independent Sources (3 articles)", True),
        ("One independent report", False),
        ("Two independent reports (two articles)", False),
        ("Several independent reports", True),
        ("No independent reports", False),
    ],
)
def test_counts_in_the_title_are_those_of_the_sources(title: str, right: bool) -> None:
    assert in_note(put("title", title)) == ([] if right else [("independence_count", "/title")])


def test_a_sentence_may_count_the_reports_that_it_cites() -> None:
    sentence = ("bottom_line", 0)
    one = put(*sentence, "text", "One independent report says so.")
    assert in_note(one, put(*sentence, "cites", ["n1:e1", "n2:e1"])) == []
    assert in_note(one, put(*sentence, "cites", ["n1:e1", "n3:e1"])) == [
        ("independence_count", "/bottom_line/0/text")
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Lindt said that a strike is very likely.", []),
        ("According to Brandt, talks are almost certain.", []),
        ("Talks are almost  certain.", ["likelihood_unattributed"]),
        ("The likelihood of a strike was discussed.", []),
        ("They unlikeliest of partners met.", []),
        ("Lindt said talks are nearly certain.", ["likelihood_mixed"]),
        (
            "Brandt said with moderate confidence that talks are likely.",
            ["confidence_with_likelihood"],
        ),
        ("Brandt has high confidence in the pilots.", []),
    ],
)
def test_likelihood_is_said_by_somebody_in_one_wording(text: str, codes: list[str]) -> None:
    seen = in_note(put("judgements", 1, "text", text), put("judgements", 1, "cites", ["n1:q1"]))
    assert [code for code, _ in seen] == codes


def test_times_of_a_note_are_checked_too() -> None:
    assert in_note(put("period", "end", "2031-03-01")) == [("date_order", "/period/end")]
    assert in_note(put("timeline", 0, "granularity", None)) == [("date_form", "/timeline/0/value")]
    assert in_note(put("timeline", 0, "value_end", "2031-03-01")) == [
        ("date_order", "/timeline/0/value_end")
    ]
