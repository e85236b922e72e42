"""Where evidence stands outside the summary: on a page of a PDF, in the published article."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final
from urllib.parse import quote as encoded

from summarizer.safe import web_address
from summarizer.schema import ArticleRecord, Evidence

_WHOLE: Final = 80
"""Characters up to which a quote is named whole; of a longer one its first and last words."""
_WORDS: Final = 5
_CHARACTERS: Final = 12
"""Of scripts without blanks."""
_WORD: Final = re.compile(r"\S+")


def page_number(article: ArticleRecord, evidence: Evidence) -> int | None:
    """The page on which evidence begins, or None where there are no pages."""
    if not article.pages:
        return None
    return max(1, bisect_right([start for start, _ in article.pages], evidence.start))


def text_link(address: str | None, quote: str) -> str | None:
    """The article's address with a text fragment, which browsers scroll to and mark.

    Source: https://wicg.github.io/scroll-to-text-fragment/
    """
    address = web_address(address)
    words = " ".join(quote.split())
    if address is None or not words:
        return None
    ends = (words,) if len(words) <= _WHOLE else _ends(words)
    terms = ",".join(encoded(end, safe="").replace("-", "%2D") for end in ends)
    joint = "" if "#" in address else "#"
    return f"{address.split(':~:')[0]}{joint}:~:text={terms}"


def _ends(words: str) -> tuple[str, str]:
    """How a quote begins and ends, cut between words where there are any."""
    found = [match.span() for match in _WORD.finditer(words)]
    if len(found) < 2 * _WORDS:
        return words[:_CHARACTERS], words[-_CHARACTERS:]
    return words[: found[_WORDS - 1][1]], words[found[-_WORDS][0] :]
