"""Tells the language of a text: by script, and for Latin script by its frequent small words.

Good for whole articles; a text too short to tell has no language rather than a guessed one.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_LETTERS_READ: Final = 4_000
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS: Final = 3
"""Different small words of a language that must occur."""
_LOWEST_SHARE: Final = 0.12
"""Share of a language's small words among all words, below which it is not that language."""
_LEAD: Final = 1.1
"""How far ahead of the second the first must be."""
_KANA_SHARE: Final = 0.05


@dataclass(frozen=True, slots=True)
class _Data:
    scripts: dict[str, str]
    letters: dict[str, dict[str, str]]
    words: dict[str, frozenset[str]]


@cache
def _data() -> _Data:
    data = tomllib.loads(
        files("summarizer.article").joinpath("languages.toml").read_text(encoding="utf-8")
    )
    return _Data(
        scripts={entry["name"]: entry["language"] for entry in data["scripts"]},
        letters={entry["language"]: entry.get("letters", {}) for entry in data["scripts"]},
        words={language: frozenset(words.split()) for language, words in data["words"].items()},
    )


def detect_language(text: str) -> str | None:
    """The two-letter code of the text's language, or None if it cannot be told."""
    sample = text[:_LETTERS_READ]
    scripts = Counter(_script(char) for char in sample if char.isalpha())
    if not scripts:
        return None
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    if kana > _KANA_SHARE * scripts.total():
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script == "LATIN":
        return _by_words(sample)
    language = _data().scripts.get(script)
    return _by_letters(sample, language) if language else None


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]


def _by_letters(sample: str, language: str) -> str:
    for other, letters in _data().letters[language].items():
        if any(letter in sample for letter in letters):
            return other
    return language


def _by_words(sample: str) -> str | None:
    words = _WORD.findall(sample.lower())
    seen = Counter(words)
    counts = {
        language: sum(seen[word] for word in small)
        for language, small in _data().words.items()
        if len(small & seen.keys()) >= _FEWEST_WORDS
    }
    if not counts:
        return None
    ranked = sorted(counts, key=lambda language: -counts[language])
    most = counts[ranked[0]]
    clear = len(ranked) == 1 or most >= _LEAD * counts[ranked[1]]
    return ranked[0] if clear and most >= _LOWEST_SHARE * len(words) else None
