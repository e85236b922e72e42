"""How a note may word what it says in its own voice, by the rules that validation checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.schema import BriefingNote
from summarizer.schema.brief import BriefSentence
from summarizer.validation.brief import BriefDocument
from summarizer.validation.wording import check_wording

_EMPTY: Final = BriefingNote.model_construct(title="")
"""Made once: looking up the defaults of a note costs more than checking its words."""


def wording_problem(*texts: str) -> str | None:
    """What is wrong with a likelihood in these sentences of one note; None if nothing is."""
    said = [BriefSentence(text=text, cites=["n1:headline"]) for text in texts]
    note = _EMPTY.model_copy(update={"judgements": said})
    for problem in check_wording(BriefDocument(note)):
        if problem.code != "independence_count":
            return problem.message
    return None


def of_one_wording(sentences: Sequence[BriefSentence]) -> list[BriefSentence]:
    """The sentences without those whose likelihood words are of another column than the first's."""
    kept: list[BriefSentence] = []
    for sentence in sentences:
        if wording_problem(*(one.text for one in kept), sentence.text) is None:
            kept.append(sentence)
    return kept
