"""What a sentence of the model's makes of its items."""

from __future__ import annotations

import pytest

from summarizer.briefing.linking import claim_as_fact, tied_anew, without_source

RESIGNED = "Minister Karel Vond resigned on Saturday, a day after a footbridge collapsed in Orsand."
REVISED = "The fire service revised the toll to 17 after divers recovered six bodies."
WARNED = "The Bridge Workers' Union said it had warned the ministry twice about rusted cables."


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Karel Vond resigned after a footbridge collapsed in Orsand.", None),
        ("Karel Vond resigned and the fire service revised the toll to 17.", None),
        ("Karel Vond resigned after the fire service revised the toll to 17.", "after"),
        ("Karel Vond resigned because a footbridge collapsed in Orsand.", "because"),
        ("The fire service revised the toll after a footbridge collapsed in Orsand.", "after"),
    ],
)
def test_what_no_article_ties_is_not_tied(text: str, link: str | None) -> None:
    assert tied_anew(text, [RESIGNED, REVISED]) == link


@pytest.mark.parametrize(
    ("text", "item", "wrong"),
    [
        ("The Bridge Workers' Union warned the ministry about rusted cables.", WARNED, True),
        ("The Bridge Workers' Union said it had warned the ministry twice.", WARNED, False),
        ("The union blamed the ministry.", "The union blamed the ministry.", False),
        ("A footbridge collapsed.", "A footbridge over the Velda collapsed, police said.", False),
        ("The deck gave way.", '"The deck gave way," fire chief Edda Morin said.', True),
    ],
)
def test_a_claim_stays_a_claim(text: str, item: str, wrong: bool) -> None:
    assert claim_as_fact(text, [item]) is wrong


def test_who_said_so_is_taken_off_the_end() -> None:
    told = "The ministry opposes an inquiry, its spokesman Olan Dreve said."
    assert without_source(told) == "The ministry opposes an inquiry."
    assert without_source(RESIGNED) == RESIGNED
