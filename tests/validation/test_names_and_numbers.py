"""Names, words and numbers: each written in the text as it says."""

from __future__ import annotations

import pytest

from tests.validation.cases import changed, cited, put
from tests.validation.checking import found, problems
from tests.validation.documents import TEXT, quantity, span, summary


@pytest.mark.parametrize("alias", ["Pilots’ Guild", "PILOTS' GUILD", "pilots'  guild"])
def test_names_may_differ_in_case_and_folding(alias: str) -> None:
    assert found(put("actors", 0, "aliases", ["Guild", alias])) == []


@pytest.mark.parametrize("alias", ["Guil", "Pilots Guild", "Lindtt", ""])
def test_other_forms_are_not_in_the_text(alias: str) -> None:
    assert ("name_not_in_text", "/actors/0/aliases/1") in found(
        put("actors", 0, "aliases", ["Guild", alias])
    )


def test_a_mention_is_a_whole_name() -> None:
    start, end = span("Lindt", 5)
    assert found(put("actors", 1, "mentions", [[start, end]])) == []
    inside = TEXT.index("ick voted")
    short = put("actors", 1, "aliases", ["Lindt", TEXT[inside : inside + 3]])
    assert ("mention_mismatch", "/actors/1/mentions/0") in found(
        short, put("actors", 1, "mentions", [[inside, inside + 3]])
    )
    for wrong in ([start, end - 1], [start - 1, end], [0, 7], [9000, 9007]):
        assert found(put("actors", 1, "mentions", [wrong])) == [
            ("mention_mismatch", "/actors/1/mentions/0")
        ]


@pytest.mark.parametrize(
    ("value", "written", "unit"),
    [(2_000_000, "2 million crowns", "crowns"), (2e6, "2 million", None), (7, "7%", "%")],
)
def test_a_number_is_read_with_its_scale(value: float, written: str, unit: str | None) -> None:
    number = quantity(value, written, 3, unit=unit)
    assert found(put("events", 2, "quantities", [number])) == []
    for wrong in (value + 1, value * 1000, -value):
        number = quantity(wrong, written, 3, unit=unit)
        assert found(put("events", 2, "quantities", [number])) == [
            ("quantity_mismatch", "/events/2/quantities/0/value")
        ]


def test_a_number_is_never_cut() -> None:
    start, _ = span("310", 4)
    cut = {**quantity(10, "310", 4), "start": start + 1}
    assert found(put("events", 1, "quantities", [cut])) == [
        ("quantity_mismatch", "/events/1/quantities/0")
    ]


def test_quotation_marks_may_open_sentences_before() -> None:
    text = "“We stay. They go. We win,” he said. She said nothing."
    start = text.index("They go.")
    document = changed(
        summary(),
        put("article", "text", text),
        put("statements", 1, "evidence", cited("They go.", start)),
    )
    assert ("no_quotation_marks", "/statements/1/kind") not in problems(document)
    straight = changed(document, put("article", "text", text.replace("“", '"').replace("”", '"')))
    assert ("no_quotation_marks", "/statements/1/kind") not in problems(straight)
    start = text.index("She said")
    document = changed(
        document, put("statements", 1, "evidence", cited("She said nothing.", start))
    )
    assert ("no_quotation_marks", "/statements/1/kind") in problems(document)
