"""Whether a text speaks of what its evidence speaks of, as a loose paraphrase does.

What it says of it is the guard's matter: words that the guard looks at one by one do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from summarizer.grounding.guard import GuardContext
from summarizer.grounding.guard.content import content_words
from summarizer.grounding.guard.read import read_polarity
from summarizer.grounding.quantities import measured_in
from summarizer.grounding.words import base_language

_FROM_D: Final = re.compile(r"(?<=[aeioun])s$")
"""How a key ends in Latin nouns of verbs in -d: "suspension" is to "suspend", in English."""
_TEXTS: Final = 2**7
"""Texts whose keys are remembered: each claim is held against the same names."""
_BORNE_OUT: Final = 0.5
"""More than this share of a text's own words must stand in its evidence or around it."""


def is_paraphrase(text: str, quotes: Sequence[str], context: GuardContext) -> bool:
    """Whether most of a text's words stand in its evidence, beside it or in the title.

    Names do not count: "Norden Lines sank" has two words of any article on that company.
    """
    language = base_language(context.language)
    known = _keys([*quotes, *context.neighbours, context.title or ""], language)
    names = _keys((form for forms in context.names for form in forms), language)
    told = _keys([text], language) - names
    told -= _looked_at(text, language) - known  # "fourteen percent" where it has "14 per cent"
    return len(told & known) > _BORNE_OUT * len(told)


def _looked_at(text: str, language: str) -> frozenset[str]:
    """Keys of the words that are part of a quantity or of a denial."""
    spans = [(found.start, found.end) for found in measured_in(text, language)]
    spans += [(found.start, found.end) for found in read_polarity(text, language).negators]
    return _keys((text[start:end] for start, end in spans), language)


def _keys(texts: Iterable[str], language: str) -> frozenset[str]:
    return _keys_of("\n".join(texts), language)


@lru_cache(_TEXTS)
def _keys_of(text: str, language: str) -> frozenset[str]:
    found = (word.key for word in content_words(text, language))
    return frozenset(_FROM_D.sub("d", key) for key in found)
