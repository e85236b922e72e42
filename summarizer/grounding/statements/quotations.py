"""Quotations: where words of others stand in quotation marks, also over paragraphs and nested."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

_PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“", "‹": "›"}
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\n")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: `start` and `end` enclose the marks, `inner` is what stands between them."""

    start: int
    end: int
    inner: tuple[int, int]
    closed: bool
    continues: bool = False
    """Whether the quotation goes on from the paragraph before, which was left open."""


def find_quotations(text: str) -> list[Quotation]:
    """All outermost quotations, in order.

    One left open ends with its paragraph if the next paragraph opens with the same mark, as long
    quotations are printed; any other mark without a partner is no quotation.
    """
    paragraphs = list(_paragraphs(text))
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        opens = _first(text, start, end)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        for quotation in _in_paragraph(text, start, end):
            if not quotation.closed and not _goes_on(text, quotation, following):
                continue
            if found and quotation.start < found[-1].end:
                continue  # inside one that was left open
            before = found[-1] if found else None
            continues = before is not None and not before.closed and quotation.start == opens
            found.append(replace(quotation, continues=continues))
    return found


def _goes_on(text: str, quotation: Quotation, following: tuple[int, int] | None) -> bool:
    """Whether the next paragraph takes up a quotation that this one leaves open."""
    mark = text[quotation.start]
    if following is None or mark in "'‘":
        return False
    first = _first(text, *following)  # past the end of a blank paragraph
    return text[first : first + 1] == mark


def word_count(text: str) -> int:
    """How many words a text has; Chinese counts by two characters a word."""
    han = sum("\u4e00" <= char <= "\u9fff" for char in text)
    return len(_WORD.findall(text)) if han == 0 else max(1, han // 2)


def is_title(text: str) -> bool:
    """Whether quoted words are the title of a work: all long words capitalised, no full stop."""
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return (
        bool(words) and all(word[0].isupper() for word in words) and text.strip()[-1] not in ".!?"
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARAGRAPH.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _first(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    index = start
    while index < end:
        close = _closing(text, index, start)
        if close is None:
            index += 1
            continue
        last = _find_close(text, index, end, close)
        if last is None:
            yield Quotation(index, end, (index + 1, end), closed=False)
            index = index + 1
        else:
            yield Quotation(index, last + 1, (index + 1, last), closed=True)
            index = last + 1


def _closing(text: str, index: int, start: int) -> str | None:
    """The mark that would close a quotation opened here, or None if none opens."""
    char = text[index]
    if char in _PAIRS:
        return _PAIRS[char]
    before = text[index - 1] if index > start else " "
    after = text[index + 1] if index + 1 < len(text) else " "
    if char == '"':
        return None if before.isdigit() and not after.isalpha() else '"'
    if (
        char in "‘'"
        and (before.isspace() or before in "([—–:")
        and (after.isalnum() or after == "[")
    ):
        return "’" if char == "‘" else "'"
    return None


def _find_close(text: str, start: int, end: int, close: str) -> int | None:
    """Where the quotation opened at `start` closes in its paragraph, past inner pairs."""
    opening, depth = text[start], 0
    single = close in "’'"
    for index in range(start + 1, end):
        char = text[index]
        if char == opening and opening != close:
            depth += 1
        elif char in (close, "”" if opening == "„" else close):
            if single and not _ends_single(text, index, end):
                continue
            if depth == 0:
                return index
            depth -= 1
    return None


def _ends_single(text: str, index: int, end: int) -> bool:
    """Whether a single mark closes a quotation and is no apostrophe."""
    after = text[index + 1] if index + 1 < end else " "
    before = text[index - 1]
    if after.isalnum():
        return False
    plural = before == "s" and after == " " and text[index + 2 : index + 3].islower()
    return before in ".,!?…)" or not plural
