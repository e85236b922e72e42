from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.statements import find_quotations


def inside(text: str) -> list[str]:
    return [text[slice(*found.inner)] for found in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "we won" today.', ["we won"]),
        ("He said “we won” today.", ["we won"]),
        ("Er sagte „wir gewannen“ heute.", ["wir gewannen"]),
        ("Он сказал: «Мы победили».", ["Мы победили"]),
        ("他说：「我们赢了。」", ["我们赢了。"]),
        ("He said 'we won' today.", ["we won"]),
        ("The drivers' league didn't win '90s games.", []),
        ("He said “she told me ‘no’ twice” today.", ["she told me ‘no’ twice"]),
        ("He said “a “b” c” today.", ["a “b” c"]),
        ('The 6" pipe broke.', []),
        ("He said “we won and left.", []),
        ('One "a" and two "b".', ["a", "b"]),
    ],
)
def test_outermost_quotations(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_long_quotation_opens_every_paragraph_and_closes_the_last() -> None:
    text = "He said: “We won.\n\n“It was hard.\n\n“We are glad.” Then he left."
    found = find_quotations(text)
    assert [(q.closed, q.continues) for q in found] == [(False, False), (False, True), (True, True)]
    assert inside(text) == ["We won.", "It was hard.", "We are glad."]


@given(st.text(alphabet="ab .,\n\"'“”«»„‘’", max_size=80))
def test_places_are_in_the_text_and_apart(text: str) -> None:
    last = 0
    for found in find_quotations(text):
        assert last <= found.start < found.inner[0] <= found.inner[1] <= found.end <= len(text)
        last = found.end
