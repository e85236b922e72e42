"""Words of a text and words of its evidence: what counts, and what the guard looks at by itself."""

from __future__ import annotations

import pytest

from summarizer.grounding.guard import GuardContext
from summarizer.grounding.paraphrase import is_paraphrase

NAMES = GuardContext(names=[("Norden Lines",), ("Ada Moss", "Moss")])


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The shares rose fourteen percent.", "The shares rose 14 per cent."),
        ("5 of 7 judges agreed.", "Five of seven judges agreed."),
        ("Moss said nobody would be suspended.", "Moss said there would be no suspension."),
        ("Norden Lines was invaded.", "It was the second invasion of Norden Lines."),
    ],
)
def test_another_form_of_the_same_words_is_a_paraphrase(text: str, evidence: str) -> None:
    assert is_paraphrase(text, [evidence], NAMES)


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Norden Lines sank.", "Norden Lines runs the ferry."),
        ("Norden Lines sank 14 times.", "Norden Lines runs 14 ferries."),
        ("Ada Moss.", "Ada Moss owns the ferry."),
        ("Nobody wept for 12 days.", "No ferry left."),
    ],
)
def test_names_and_numbers_alone_make_none(text: str, evidence: str) -> None:
    assert not is_paraphrase(text, [evidence], NAMES)


def test_words_beside_the_evidence_count() -> None:
    around = GuardContext(neighbours=["The ferry left the harbour."])
    assert is_paraphrase("The ferry left.", ["It was late."], around)
