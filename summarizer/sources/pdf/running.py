"""Running headers and footers: lines at the edge of a page that other pages have, too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

_EDGE: Final = 2
"""Lines from the top and from the bottom that can be running ones."""
_SHARE: Final = 0.4
"""Part of the pages that must have a line: left and right pages may differ."""
_FEWEST: Final = 2
_NUMBER: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"[-–—|\s]*(?:page|página|seite|стр\.?|страница|صفحة|第)?\s*\d{1,4}"
    r"(?:\s*(?:/|of|de|von|из|من)\s*\d{1,4})?\s*(?:页)?[-–—|\s]*",
    re.IGNORECASE,
)


def without_running_lines(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of the pages without running headers, footers and page numbers."""
    trimmed = [_trimmed(page) for page in pages]
    seen = Counter(key for page in trimmed for key in {_key(page[at]) for at in _edges(len(page))})
    needed = max(_FEWEST, _SHARE * len(pages))
    return [
        _kept(page, {key for key, count in seen.items() if count >= needed}) for page in trimmed
    ]


def _kept(page: list[str], running: set[str]) -> list[str]:
    """The lines without running ones, which stand at the edge or behind others at the edge."""
    top, bottom = 0, len(page)
    while top < bottom and top < _EDGE and _runs(page[top], running):
        top += 1
    while bottom > top and len(page) - bottom < _EDGE and _runs(page[bottom - 1], running):
        bottom -= 1
    return page[top:bottom]


def _runs(line: str, running: set[str]) -> bool:
    return not line.strip() or _key(line) in running or bool(_PAGE_NUMBER.fullmatch(line.strip()))


def _trimmed(page: Sequence[str]) -> list[str]:
    """The page from its first to its last line with text."""
    written = [index for index, line in enumerate(page) if line.strip()]
    return list(page[written[0] : written[-1] + 1]) if written else []


def _edges(length: int) -> set[int]:
    return {*range(min(_EDGE, length)), *range(max(0, length - _EDGE), length)}


def _key(line: str) -> str:
    """The line with its numbers made alike, so that "Page 3" is "Page 4"."""
    return _NUMBER.sub("#", " ".join(line.split()).casefold())
