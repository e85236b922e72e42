"""Whether a text is one piece of a sentence."""

from __future__ import annotations

import pytest

from summarizer.grounding.guard import is_clause_of

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
