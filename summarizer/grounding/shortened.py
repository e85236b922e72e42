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
        if len(found) == 1:
            meant |= dict.fromkeys(_places(reading, found[0], head), found[0])
    return meant


def _places(reading: Reading, fuller: Description, head: str) -> Iterator[Span]:
    text, known = reading.article.text, False
    ends = {end for _, end in fuller.spans}
    for start, end in reading.directory.described(head):
        if end in ends:
            known = True
        elif not _DEFINITE.search(text, 0, start) or _TOLD_WHICH.match(text, end):
            return  # others with that noun
        if known:
            yield start, end
