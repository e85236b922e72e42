"""Whether a text is one piece of a sentence."""

from __future__ import annotations

import pytest

from summarizer.grounding.guard import check, is_clause_of

SENTENCE = "The “Drivers’ League” did not win\u00a0the 8% rise."


@pytest.mark.parametrize(
    "text",
    ["did not win the 8% rise", "the Drivers' League", '"Drivers\' League" did  not win', "The"],
)
def test_white_space_quotes_and_case_do_not_count(text: str) -> None:
    assert is_clause_of(text, SENTENCE)


@pytest.mark.parametrize(
    "text", ["did win the 8% rise", "the 9% rise", "rivers' League", "rise the", "", "…"]
)
def test_every_word_counts(text: str) -> None:
    assert not is_clause_of(text, SENTENCE)


def test_scripts_without_spaces_are_compared_letter_by_letter() -> None:
    assert is_clause_of("赞扬了投票", "市长张丽赞扬了投票结果。")
    assert not is_clause_of("赞扬投票", "市长张丽赞扬了投票结果。")


@pytest.mark.parametrize(
    ("sentence", "text", "code"),
    [
        ("The council plans to build a bridge.", "build a bridge", "reversal"),
        ("The firm threatened to sue the city.", "sue the city", "reversal"),
        ("If the council builds a bridge, trains run.", "the council builds a bridge", "reversal"),
        ("They ask whether the bridge stays open.", "the bridge stays open", "reversal"),
        ("He did not say that it is safe.", "it is safe", "missing_negation"),
        ("They do not believe that rents will fall.", "rents will fall", "missing_negation"),
    ],
)
def test_a_cut_may_not_lose_what_governed_it(sentence: str, text: str, code: str) -> None:
    assert code in [problem.code for problem in check(text, [sentence])]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("He said that it is safe.", "it is safe"),
        ("He did not know that it was safe.", "it was safe"),
        ("Trains run if the bridge is open.", "Trains run"),
    ],
)
def test_a_cut_that_loses_nothing_stands(sentence: str, text: str) -> None:
    assert check(text, [sentence]) == []
