"""The status of an event, by the tables of its language."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from summarizer.grounding.status.cues import status_by_cues
from summarizer.grounding.status.english import status_in_english
from summarizer.grounding.status.remarks import denied_by
from summarizer.grounding.words import base_language
from summarizer.ontology import Status

_TEXTS: Final = 2**7
"""Events whose status is remembered: it is asked of each more than once."""


@lru_cache(_TEXTS)
def status_of(
    sentence_text: str, clause: str | None = None, language: str | None = "en"
) -> tuple[Status | None, str]:
    """The status and the words that show it; (None, "") where the wording leaves it open.

    `clause` describes the event and says which part of the sentence is meant; without it the
    sentence's first predicate is.
    """
    code = base_language(language)
    if code == "en":
        return status_in_english(sentence_text, clause)
    return status_by_cues(sentence_text, clause, code)


def denial_of_report(following: str, language: str | None = "en") -> str | None:
    """The words of a sentence that deny what the one before it reports; English only."""
    return denied_by(following) if base_language(language) == "en" else None
