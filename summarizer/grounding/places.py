"""Where an event took place, if its sentence says so in plain words."""

from __future__ import annotations

import re
from typing import Final

from summarizer.grounding.reading import Reading
from summarizer.schema import Place

# Words after which a name that acts nowhere is a place. Spanish and English; in other languages
# no place is given rather than a guessed one.
_BEFORE: Final = re.compile(
    r"\b(?:in|at|near|outside|inside|across|around|off|en|cerca de)\s+(?:the\s+|el\s+|la\s+)?"
    r"(?:(?:city|town|village|port|province|region|district|capital)\s+of\s+)?$",
    re.IGNORECASE,
)
_REACH: Final = 40


def follows_place_word(before: str) -> bool:
    """Whether a text ends in a word, such as "near", after which a name is a place."""
    return _BEFORE.search(before) is not None


def place_in(reading: Reading, number: int) -> Place | None:
    """The first name in a sentence that follows a word of place, or None."""
    article = reading.article
    sentence = article.sentences[number - 1]
    for entity, (start, end) in reading.named_in(number):
        if entity.kind_guess in ("person", "organization", "group"):
            continue
        if follows_place_word(article.text[max(sentence.start, start - _REACH) : start]):
            return Place(text=article.text[start:end], start=start, end=end)
    return None
