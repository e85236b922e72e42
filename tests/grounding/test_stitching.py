"""Words that were moved from one sentence into another."""

from __future__ import annotations

import pytest

from summarizer.grounding.stitching import is_stitched
from tests.grounding.made import read

LEAVES = "Before leaving for Lund, Minister Ada Holt praised the pilots of the coast guard."
VISITS = "She will be the first minister to visit Velden harbour."
EVIDENCE = [read(LEAVES, VISITS).article.evidence(number) for number in (1, 2)]


@pytest.mark.parametrize(
    "text",
    [
        LEAVES,
        "Minister Ada Holt praised the coast guard and will visit Velden harbour.",
        "The first minister to visit Velden harbour praised the pilots before leaving for Lund.",
        "Holt will visit Velden.",
        "",
    ],
)
def test_words_in_the_order_of_their_sentences_are_left_alone(text: str) -> None:
    assert not is_stitched(text, EVIDENCE, "en")


def test_leaving_a_sentence_and_coming_back_is_told() -> None:
    moved = "Minister Ada Holt will visit Velden harbour before leaving for Lund."
    assert is_stitched(moved, EVIDENCE, "en")


def test_one_sentence_cannot_be_stitched() -> None:
    moved = "Minister Ada Holt will visit Velden harbour before leaving for Lund."
    assert not is_stitched(moved, EVIDENCE[:1], "en")
