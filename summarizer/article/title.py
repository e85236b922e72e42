"""The headline, where it stands in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from summarizer.article.boilerplate import is_prose
from summarizer.article.dates import WRITTEN_DATE, find_date
from summarizer.article.lines import Line

_LONGEST: Final = 200
_MOST_WORDS: Final = 30
_FEWEST_LETTERS: Final = 4
_KICKER_WORDS: Final = 2
"""A first line of so few words, above another headline, is a section's name."""
_UNLIKE: Final = re.compile(r"[.。,，、;；:：](?:[\"”’»」』)\]]*)\Z")
"""A headline does not end like this; "?", "!" and "…" are fine."""
_ABBREVIATION: Final = re.compile(r"\b(?:[A-Z]\.){2,}\Z")
_MARKDOWN: Final = re.compile(r"#{1,3}\s+")
_DATE_AFTER: Final = re.compile(rf"\s[^\W\d_]+day,?\s(?:{WRITTEN_DATE})\Z")
"""A weekday and a full date at a headline's end; English only."""
_STRAIGHT: Final = str.maketrans("‘’“”", "''\"\"")


def find_title(
    text: str,
    lines: Sequence[Line],
    given: str | None = None,
    dateline: tuple[int, int] | None = None,
) -> Line | None:
    """The line of the headline: the one that says the title given, else the first if it fits.

    `lines` are the lines that are the article's own. One that looks like a headline is none if
    nothing follows it, or if it opens with the dateline.
    """
    if given is not None:
        wanted = _folded(given)
        return next((line for line in lines if _folded(_words(text, line)) == wanted), None)
    if len(lines) > 2 and _is_kicker(_words(text, lines[0]), _words(text, lines[1])):
        lines = lines[1:]
    if not lines[1:] or (dateline and dateline[0] == lines[0].start):
        return None
    follows = lines[1].opens_paragraph or is_prose(_words(text, lines[1]))
    return lines[0] if follows and _like_headline(_words(text, lines[0])) else None


def read_title(text: str, line: Line, language: str | None) -> tuple[str, date | datetime | None]:
    """The words of the headline, and the date that stands behind them in some."""
    words = _words(text, line)
    dated = _DATE_AFTER.search(words)
    published = find_date(dated.group(), language) if dated else None
    return (words[: dated.start()] if dated and published else words), published


def _words(text: str, line: Line) -> str:
    """The line without line breaks and Markdown's mark of a heading."""
    return _MARKDOWN.sub("", text[line.start : line.end].replace("\n", " "), count=1)


def _is_kicker(first: str, second: str) -> bool:
    return (
        len(first.split()) <= _KICKER_WORDS < len(second.split())
        and _like_headline(second)
        and not first.endswith(("!", "?"))
    )


def _like_headline(words: str) -> bool:
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS or words.startswith("("):
        return False  # in brackets stands an editor's note
    if sum(char.isalpha() for char in words) < _FEWEST_LETTERS:
        return False
    return not _UNLIKE.search(words) or _ABBREVIATION.search(words) is not None


def _folded(words: str) -> str:
    return re.sub(r"\s+", " ", words.translate(_STRAIGHT)).strip(" .").casefold()
