"""Pages to one text: a paragraph may go on over the page, and each page keeps its span."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.sources.pdf.paragraphs import joined

_STOP: Final = re.compile(r"[.!?…。！？؟:][\"”’»」』)\]]*\Z")
Spans = tuple[tuple[int, int], ...]


def joined_pages(pages: Sequence[Sequence[str]]) -> tuple[str, Spans]:
    """The text of all pages, and the span of each.

    A span cannot be empty. So a page without text takes one of the line feeds between its
    neighbours; before the first text, its first characters, one each; after the last, none. No
    spans at all if that text is too short for it.
    """
    text = ""
    ends: list[int] = []
    waiting = 0
    for page in pages:
        if not page:
            waiting += 1
            continue
        first = page[0]
        if text and not waiting and _goes_on(text, first):
            text = _seam(text, first)
            ends[-1] = min(ends[-1], len(text))  # without a hyphen it is shorter
        elif text:
            text += "\n" * max(2, waiting)
        ends += range(len(text) - waiting + 1, len(text) + 1) if text else [-1] * waiting
        waiting = 0
        text += "\n\n".join([first, *page[1:]])
        ends.append(len(text))
    leading = ends.count(-1)
    if leading and leading >= ends[leading]:
        return text, ()
    ends[:leading] = range(1, leading + 1)
    starts = [0, *ends[:-1]][: len(ends)]
    return text, tuple(zip(starts, ends, strict=True))


def _goes_on(text: str, following: str) -> bool:
    """Whether a sentence goes on from one page to the next."""
    return not _STOP.search(text) and following[:1].islower()


def _seam(text: str, following: str) -> str:
    """The text so far as it must end for the next page to read on from it."""
    last = text.rsplit("\n", 1)[-1]
    whole = joined([last, following])
    return text[: len(text) - len(last)] + whole[: len(whole) - len(following)]
