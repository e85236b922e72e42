"""Words of ours in another language than the evidence: names held out of reach, numbers compared.

What a translation says cannot be checked by words. Names are masked before, so that they come back
as the article writes them; numbers must be those of the original; and nothing else may look like a
name. Where a script has no capitals, such as Chinese or Arabic, the last is not seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.names.countries import load_atlas
from summarizer.grounding.names.lexicon import ORDINARY, load_lexicon
from summarizer.grounding.quantities import numbers_in
from summarizer.grounding.quotes import cuts_word
from summarizer.grounding.times import time_spans
from summarizer.grounding.words import Token, base_language, tokens_of

_MASK: Final = re.compile(r"X(\d+)")
_SMALL: Final = 2
"""Number words up to this are articles and pronouns in many languages."""
_MONTH: Final = re.compile(r"\d{1,2}\s*(?:月|월)")
"""A month that is written as a number in some languages and as a name in others."""
_CAPITALISING: Final = frozenset({"de", "lb"})
"""Languages that write every noun with a capital."""
_OPENING: Final = ".!?:…\"'“”‘’«»([—–-"


@dataclass(frozen=True)
class Masked:
    """A text with X1, X2 … for its names."""

    text: str
    names: tuple[str, ...]

    @classmethod
    def of(cls, text: str, names: Iterable[str]) -> Masked:
        """The text with each of these names masked, the longest first."""
        found: list[str] = []
        longest_first = sorted(
            {name for name in names if name}, key=lambda name: (-len(name), name)
        )
        pattern = "|".join(map(re.escape, longest_first))

        def mask(match: re.Match[str]) -> str:
            if cuts_word(text, match.start(), match.end()):
                return match[0]
            if match[0] not in found:
                found.append(match[0])
            return f"X{found.index(match[0]) + 1}"

        masked = re.sub(pattern, mask, text) if pattern else text
        return cls(masked, tuple(found))

    @property
    def has_words(self) -> bool:
        """Whether anything but names is left to translate: a lone capitalised word may be one."""
        words = [word for word in tokens_of(_MASK.sub(" ", self.text)) if word.text.isalpha()]
        return any(not word.text[0].isupper() for word in words)

    def unmasked(self, translated: str) -> str | None:
        """The translation with the names in their places; None if one is missing or unknown."""
        used = [int(number) for number in _MASK.findall(translated)]
        if set(used) != set(range(1, len(self.names) + 1)):
            return None
        return _MASK.sub(lambda match: self.names[int(match[1]) - 1], translated)


def translation_problem(
    translated: str, originals: Sequence[str], known: Iterable[str], languages: tuple[str, str]
) -> Problem | None:
    """What a translation has that its originals do not have; None if nothing can be seen.

    `known` are texts whose words may be names; `languages` are those of originals and translation.
    """
    source, target = (base_language(language) for language in languages)
    stated = {value for text in originals for value in _numbers(text, source)}
    for value in _telling(translated, target):
        if value not in stated:
            message = f"the evidence does not state the number {value:g}"
            return Problem("unsupported_number", f"{value:g}", message)
    words = {token.folded for text in (*originals, *known) for token in tokens_of(text)}
    strange = next((t for t in _names(translated, target) if t.folded not in words), None)
    if strange is None:
        return None
    message = f"the evidence does not name {strange.text!r}"
    return Problem("unsupported_name", strange.text, message)


def lost_number(translated: str, original: str, languages: tuple[str, str]) -> str | None:
    """A number of the original that its translation lacks."""
    source, target = (base_language(language) for language in languages)
    kept = _numbers(translated, target)
    lost = [value for value in _telling(original, source) if value not in kept]
    return f"{lost[0]:g}" if lost else None


def _numbers(text: str, language: str) -> set[float]:
    return {float(number.value) for number in numbers_in(text, language)}


def _telling(text: str, language: str) -> list[float]:
    """The numbers that must be the same: not "a", "both" or "first", nor a month's."""
    spans = time_spans(text, language)
    bare = _MONTH.sub(lambda match: " " * len(match[0]), text)
    return [
        float(number.value)
        for number in numbers_in(bare, language)
        if not number.in_words
        or (number.value > _SMALL and not any(s <= number.start < e for s, e in spans))
    ]


def _names(text: str, language: str) -> list[Token]:
    """Words that look like names: with a capital that neither place nor word list explains."""
    if language in _CAPITALISING:
        return []
    spans, lexicon, atlas = time_spans(text, language), load_lexicon(language), load_atlas(language)
    return [
        token
        for token in tokens_of(text)
        if token.capitalized
        and text[: token.start].rstrip()[-1:] not in ("", *_OPENING)
        and not any(s <= token.start < e for s, e in spans)
        and not lexicon.has(token.folded, *ORDINARY)
        and atlas.code(token.text, "country") is None
        and atlas.code(token.text, "people") is None
    ]
