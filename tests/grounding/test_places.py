"""Places: a name after a word of place, and nothing guessed."""

from __future__ import annotations

import pytest

from summarizer.grounding.places import follows_place_word, place_in
from tests.grounding.made import read


@pytest.mark.parametrize(
    "before",
    ["met in ", "a fire near the ", "in the city of ", "Outside ", "vive en la ", "cerca de "],
)
def test_words_of_place(before: str) -> None:
    assert follows_place_word(before)


@pytest.mark.parametrize("before", ["", "the mayor of ", "within ", "in a ", "in ten ", "met "])
def test_other_words(before: str) -> None:
    assert not follows_place_word(before)


def place(sentence: str) -> str | None:
    reading = read("Talks go on", sentence)
    found = place_in(reading, 2)
    if found is not None:
        assert reading.article.text[found.start : found.end] == found.text
    return found.text if found is not None else None


def test_the_first_name_after_such_a_word_is_the_place() -> None:
    assert place("Envoys of Norrland met in Varde and later in Halm.") == "Varde"


def test_a_person_is_no_place() -> None:
    assert place("Mayor Ada Moss left, but the council put its trust in Moss.") is None


def test_without_such_a_word_there_is_no_place() -> None:
    assert place("Varde welcomed the envoys of Norrland.") is None
