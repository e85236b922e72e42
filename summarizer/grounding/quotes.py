"""Where a quote stands in an article: exactly, folded, in parts, in another article, or nowhere.

A quote is found only whole: an occurrence that begins or ends inside a word or a number
("7 members" in "17 members", "500" in "1,500") is none. Nothing is matched approximately.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.grounding.folding import DROPPED, Folded, fold, joins_previous

if TYPE_CHECKING:  # the schema is not needed to run: validation starts without it
    from summarizer.schema.finding import Match

Span = tuple[int, int]

_ELLIPSIS: Final = re.compile(r"\s*(?:\[(?:\.{3,4}|…)\]|\((?:\.{3,4}|…)\)|\.{3,4}|…)\s*")
# What an elided quote keeps, and what it leaves out, must be a piece of text rather than a word or
# two: "they did … resign" would hold for "they did not resign".
_LEAST_WORDS: Final = 3
_LEAST_CHARACTERS: Final = 6  # for scripts that write words together
_NUMBER_BEFORE: Final = re.compile(r"\d[.,'’\u00a0\u202f]?$|(?:^|[\s(])[-−+]$")
_NUMBER_AFTER: Final = re.compile(r"[.,'’\u00a0\u202f]?\d")


class SearchText:
    """A text to look for quotes in, folded once and only when it is needed."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        """Fold the text."""
        return fold(self.text)


class QuoteMatch(NamedTuple):
    """How a quote was found, and where: one span, or several for an elided quote."""

    match: Match
    spans: tuple[Span, ...] = ()
    source: str | None = None
    """Name of the other article, for a misattributed quote; `spans` are then positions in it."""


def find_quote(
    quote: str,
    article: str | SearchText,
    *,
    near: int | None = None,
    others: Iterable[tuple[str, SearchText]] = (),
) -> QuoteMatch:
    """Find a quote; of several places take the one nearest to `near`, else the first.

    `others` are the other articles at hand with their names: a quote found only there is
    misattributed, one found nowhere unsupported. Linear in the length of the texts.
    """
    found = _find_here(quote, _search_text(article), near)
    if found is not None:
        return found
    for name, other in others:
        elsewhere = _find_here(quote, other, None)
        if elsewhere is not None:
            return QuoteMatch("misattributed", elsewhere.spans, name)
    return QuoteMatch("unsupported")


def cuts_word(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` begins or ends inside a word, a number or a composed character."""
    return _cuts_before(text, start) or _cuts_after(text, end)


def _search_text(article: str | SearchText) -> SearchText:
    return article if isinstance(article, SearchText) else SearchText(article)


def _find_here(quote: str, article: SearchText, near: int | None) -> QuoteMatch | None:
    exact = _nearest(_exact_spans(quote, article.text), near)
    if exact is not None:
        return QuoteMatch("exact", (exact,))
    folded = _nearest(_folded_spans(quote, article), near)
    if folded is not None:
        return QuoteMatch("folded", (folded,))
    elided = _elided_spans(quote, article)
    return QuoteMatch("elided", elided) if elided else None


def _nearest(spans: Iterator[Span], near: int | None) -> Span | None:
    """Pick the span nearest to a position; they come in order, so the first farther one ends it."""
    best: Span | None = None
    for span in spans:
        if near is None:
            return span
        if best is not None and abs(span[0] - near) >= abs(best[0] - near):
            break
        best = span
    return best


def _exact_spans(quote: str, text: str) -> Iterator[Span]:
    if not quote.strip():
        return
    start = text.find(quote)
    while start >= 0:
        if not cuts_word(text, start, start + len(quote)):
            yield start, start + len(quote)
        start = text.find(quote, start + 1)


def _folded_spans(quote: str, article: SearchText, begin: int = 0) -> Iterator[Span]:
    """Spans in the article's own positions; `begin` is a position in the folded text."""
    needle = fold(quote).text.strip()
    haystack = article.folded
    start = haystack.text.find(needle, begin) if needle else -1
    while start >= 0:
        span = haystack.span(start, start + len(needle))
        if span is not None and not cuts_word(article.text, *span):
            yield span
        start = haystack.text.find(needle, start + 1)


def _elided_spans(quote: str, article: SearchText) -> tuple[Span, ...]:
    """Find the parts of an elided quote in order: all of them, each saying enough, or none."""
    parts = [part for part in _ELLIPSIS.split(quote) if part]
    if len(parts) < 2 or not all(_says_enough(part) for part in parts):
        return ()
    spans: list[Span] = []
    begin = 0
    for part in parts:
        span = next(_folded_spans(part, article, begin), None)
        if span is None or (spans and not _says_enough(article.text[spans[-1][1] : span[0]])):
            return ()
        spans.append(span)
        begin = article.folded.position(span[1])
    return tuple(spans)


@cache
def _unspaced() -> re.Pattern[str]:
    """Letters of scripts that write words together; so wide a class takes long to compile."""
    return re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]")


def _says_enough(part: str) -> bool:
    if _unspaced().search(part):
        return len(part.strip()) >= _LEAST_CHARACTERS
    return len(part.split()) >= _LEAST_WORDS


def _cuts_before(text: str, start: int) -> bool:
    before, at = _neighbours(text, start)
    if not 0 < before <= at < len(text):
        return False
    if joins_previous(text[at]) or _one_word(text[before - 1], text[at]):
        return True
    number = _NUMBER_BEFORE.search(text[max(0, before - 2) : before])
    return text[at].isdigit() and number is not None


def _cuts_after(text: str, end: int) -> bool:
    before, at = _neighbours(text, end)
    if not 0 < before <= at < len(text):
        return False
    if joins_previous(text[at]) or _one_word(text[before - 1], text[at]):
        return True
    return text[before - 1].isdigit() and _NUMBER_AFTER.match(text, at) is not None


def _neighbours(text: str, position: int) -> tuple[int, int]:
    """Go from a position outward over what folding drops: a soft hyphen does not end a word."""
    before = at = min(position, len(text))
    while before > 0 and text[before - 1] in DROPPED:
        before -= 1
    while at < len(text) and text[at] in DROPPED:
        at += 1
    return before, at


def _one_word(left: str, right: str) -> bool:
    """Whether two neighbours belong to one word, in scripts that put spaces between words."""
    if not (left.isalnum() and right.isalnum()):
        return False
    return not (_unspaced().match(left) or _unspaced().match(right))
