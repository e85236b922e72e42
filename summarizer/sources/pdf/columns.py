"""Columns of a page: found by the gutter between them, and read one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

_GUTTER: Final = 3
"""Blank characters side by side, in all lines of a band, that part two columns."""
_BLANKS: Final = re.compile(f" {{{_GUTTER},}}")
_INNER: Final = re.compile(rf"\S {{{_GUTTER},}}\S")
_STOP: Final = re.compile(r"[.!?…。！？؟:][\"”’»」』)\]]*\Z")
_FEWEST_LINES: Final = 4
"""Lines with text on both sides that a gutter must part."""
_NARROWEST: Final = 15
"""Characters that the lines of a column have on average; cells of tables are narrower."""
_CROSSING: Final = 0.2
"""Part of the lines that may run across the gutter, as headlines do."""


def in_reading_order(lines: Sequence[str]) -> list[str]:
    """The lines of a page, left column before right; a line across both parts what is above it."""
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    ordered: list[str] = []
    left: list[str] = []
    right: list[str] = []
    for line in lines:
        cut = _cut(line, *gutter)
        if cut is None:
            ordered += [*_set_off(_side_by_side(left, right)), line]
            left, right = [], []
        else:
            left.append(line[:cut].rstrip())
            right.append(line[cut:])
    return [*ordered, *_set_off(_side_by_side(left, right))]


def _set_off(lines: list[str]) -> list[str]:
    """Lines of columns with empty ones around them, since a line across belongs to neither."""
    return ["", *lines, ""] if any(map(str.strip, lines)) else lines


def _cut(line: str, start: int, end: int) -> int | None:
    """Where a line divides between two columns; None if it runs across both."""
    padded = line.ljust(end)
    for blanks in _BLANKS.finditer(padded):
        if blanks.start() < end and blanks.end() > start:
            return blanks.end()
    return None


def _side_by_side(left: list[str], right: list[str]) -> list[str]:
    """The columns one after the other; an empty line parts them unless a sentence goes on."""
    first, second = in_reading_order(left), in_reading_order(_flush(right))
    if not any(map(str.strip, second)):
        return first
    last = next((line for line in reversed(first) if line.strip()), "")
    begins = next(line.strip() for line in second if line.strip())
    if begins[0].islower() and not _STOP.search(last):
        return _without_edges(first) + _without_edges(second)
    return [*first, "", *second]


def _without_edges(lines: list[str]) -> list[str]:
    """The lines without the empty ones before and after them."""
    written = [index for index, line in enumerate(lines) if line.strip()]
    return lines[written[0] : written[-1] + 1]


def _flush(lines: list[str]) -> list[str]:
    """The lines without the blanks that all of them begin with."""
    margin = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
    return [line[margin:] for line in lines]


def _gutter(lines: Sequence[str]) -> tuple[int, int] | None:
    """The widest run of positions that hardly any line has text in, with columns beside it."""
    written = [line for line in lines if line.strip()]
    if sum(_INNER.search(line) is not None for line in written) < _FEWEST_LINES:
        return None
    return max(_gutters(written), key=lambda gutter: gutter[1] - gutter[0], default=None)


def _gutters(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    width = max(map(len, lines))
    most = _CROSSING * len(lines)
    filled = [sum(line[at : at + 1].strip() != "" for line in lines) for at in range(width)]
    start = 0
    for at in range(width + 1):
        if at < width and filled[at] <= most:
            continue
        if at - start >= _GUTTER and at < width and _parts_columns(lines, start, at):
            yield start, at
        start = at + 1


def _parts_columns(lines: Sequence[str], start: int, end: int) -> bool:
    cuts = [(line, cut) for line in lines if (cut := _cut(line, start, end)) is not None]
    both = [(line[:cut].strip(), line[cut:].strip()) for line, cut in cuts]
    both = [sides for sides in both if all(sides)]
    if len(both) < _FEWEST_LINES:
        return False
    return all(sum(map(len, side)) / len(both) >= _NARROWEST for side in zip(*both, strict=True))
