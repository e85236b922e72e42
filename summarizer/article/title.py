"""The headline, where it stands in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.article.boilerplate import is_prose
from summarizer.article.lines import Line

_LONGEST: Final = 200
_MOST_WORDS: Final = 30
_FEWEST_LETTERS: Final = 4
_UNLIKE: Final = re.compile(r"[.。,，、;；:：](?:[\"”’»」』)\]]*)\Z")
"""A headline does not end like this; "?", "!" and "…" are fine."""
_ABBREVIATION: Final = re.compile(r"\b(?:[A-Z]\.){2,}\Z")
_MARKDOWN: Final = re.compile(r"#{1,3}\s+")


def find_title(text: str, lines: Sequence[Line]) -> int | None:
    """Index of the line that is the headline: the first, if it looks like one and prose follows.

    `lines` are the lines that are not boilerplate.
    """
    if len(lines) < 2 or not _like_headline(_words(text, lines[0])):
        return None
    follows = lines[1]
    return 0 if follows.opens_paragraph or is_prose(_words(text, follows)) else None


def find_given_title(text: str, lines: Sequence[Line], title: str) -> int | None:
    """Index of the line that says the title given, or None if none does."""
    wanted = _folded(title)
    for index, line in enumerate(lines):
        if line.end - line.start <= 2 * _LONGEST and _folded(_words(text, line)) == wanted:
            return index
    return None


def title_of(words: str) -> str:
    """The headline without marks of Markdown and line breaks."""
    return _MARKDOWN.sub("", words.replace("\n", " "), count=1)


def _words(text: str, line: Line) -> str:
    return title_of(text[line.start : line.end])


def _like_headline(words: str) -> bool:
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS:
        return False
    if sum(char.isalpha() for char in words) < _FEWEST_LETTERS:
        return False
    return not _UNLIKE.search(words) or _ABBREVIATION.search(words) is not None


def _folded(words: str) -> str:
    plain = words.translate(str.maketrans("‘’“”", "''\"\""))
    return re.sub(r"\s+", " ", plain).strip(" .").casefold()
