"""Described groups taken up again by their noun alone: "Bus drivers …", then "the drivers".

A wrong merge is worse than a missed one: the noun must have "the" before it and nothing that
tells which ones behind it, and since the fuller words no others may have been brought in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from summarizer.grounding.names import Description
from summarizer.grounding.reading import Reading, Span

_DEFINITE: Final = re.compile(r"\bthe\s+$", re.IGNORECASE)
_TOLD_WHICH: Final = re.compile(r"\s+(?:of|from|in|at|on|for|with|who|whose|that)\b")


def taken_up(reading: Reading) -> dict[Span, Description]:
    """For each place of a bare noun the group, described more fully before, that it means.

    Its place within the fuller words is among them.
    """
    by_head: defaultdict[str, list[Description]] = defaultdict(list)
    for described in reading.directory.descriptions:
        if described.kind == "group" and len(described.text.split()) > 1:
            by_head[described.head].append(described)
    meant: dict[Span, Description] = {}
    for head, found in by_head.items():
        meant |= _places(reading, found, head)
    return meant


def _places(
    reading: Reading, fuller: list[Description], head: str
) -> Iterator[tuple[Span, Description]]:
    text = reading.article.text
    ends = {end: one for one in fuller for _, end in one.spans}
    known: Description | None = None
    for start, end in reading.directory.described(head):
        brought_in = ends.get(end)
        if brought_in is None and not _is_definite(text, start, end):
            return  # others with that noun
        if brought_in is not None and known not in (None, brought_in):
            return
        known = brought_in or known
        if known is not None:
            yield (start, end), known


def _is_definite(text: str, start: int, end: int) -> bool:
    return bool(_DEFINITE.search(text, 0, start)) and not _TOLD_WHICH.match(text, end)
