"""Reading a text for the checks of denial."""

from __future__ import annotations

from functools import lru_cache

from summarizer.grounding.guard.content import content_words
from summarizer.grounding.guard.denials import DenialReader, PlainReader
from summarizer.grounding.guard.english import EnglishReader
from summarizer.grounding.guard.polarity import Polarity
from summarizer.grounding.words import clauses_of, predicates_of


@lru_cache(maxsize=2048)
def read_polarity(text: str, language: str = "en") -> Polarity:
    """A text with its content words, clauses, verb groups and denials."""
    words = tuple(content_words(text, language))
    clauses = tuple(clauses_of(text, language))
    predicates = tuple(predicates_of(text)) if language == "en" else ()
    reader: type[DenialReader] = EnglishReader if language == "en" else PlainReader
    negators = reader(text, words, clauses, predicates, language).read()
    return Polarity(text, words, clauses, predicates, tuple(negators))
