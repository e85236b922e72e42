"""All happenings of an article, in text order, each once."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.grounding.happenings.english import EnglishReader
from summarizer.grounding.happenings.model import Happening
from summarizer.grounding.happenings.plain import PlainReader
from summarizer.grounding.happenings.prefixes import load_prefixes
from summarizer.grounding.happenings.retelling import Retellings, Telling
from summarizer.grounding.happenings.salience import Salience
from summarizer.grounding.names.lexicon import language_of
from summarizer.grounding.reading import Reading


def find_happenings(reading: Reading) -> list[Happening]:
    """What the article tells to have happened, to come, or not to have happened.

    English, Spanish, Russian, Arabic and Chinese; in other languages nothing is found.
    """
    salience, found = Salience(reading), Retellings(reading)
    for happening, telling in _told(reading):
        found.add(salience.scored(happening), telling)
    return sorted(found.kept, key=lambda happening: happening.clause)


def speaks(language: str) -> bool:
    """Whether the event words of a language, by its ISO 639-1 code, are known."""
    return language == "en" or load_prefixes(language).known


def _told(reading: Reading) -> Iterator[tuple[Happening, Telling]]:
    """Each happening as often as it is told, and how."""
    language = language_of(reading.article)
    if language == "en":
        yield from EnglishReader(reading).read()
    elif speaks(language):
        yield from ((happening, "plain") for happening in PlainReader(reading).read())
