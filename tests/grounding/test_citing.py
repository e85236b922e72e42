"""From sentence numbers to evidence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.caveats import Caveats
from summarizer.grounding.citing import cite
from tests.grounding.made import read

READING = read(
    "Ferry stops",
    "The ferry stopped on Monday.",
    "Sign up for our newsletter",
    "Its owner, Ada Moss, gave no reason.",
)
ARTICLE = READING.article


def cited(*numbers: int) -> tuple[list[int], list[str]]:
    caveats = Caveats()
    evidence = cite(ARTICLE, numbers, "/events", caveats)
    assert all(ARTICLE.text[e.start : e.end] == e.quote for e in evidence)
    return [e.sentence for e in evidence], [caveat.code for caveat in caveats.items]


def test_sentences_are_cited_in_order_and_once() -> None:
    assert cited(4, 2, 4) == ([2, 4], [])


def test_a_number_out_of_range_is_told_and_left_out() -> None:
    assert cited(2, 0, 99, -1) == ([2], ["citation_out_of_range"] * 3)


def test_boilerplate_is_told_and_left_out() -> None:
    assert cited(3, 4) == ([4], ["citation_boilerplate"])


def test_the_same_trouble_is_told_once() -> None:
    assert cited(99, 99) == ([], ["citation_out_of_range"])


def test_nothing_cited_is_no_evidence() -> None:
    assert cited() == ([], [])


@given(st.lists(st.integers(-5, 10)))
def test_whatever_is_cited_stands_in_the_article(numbers: list[int]) -> None:
    sentences, _ = cited(*numbers)
    assert sentences == sorted(set(numbers) & {1, 2, 4})
