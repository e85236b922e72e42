"""A note's two drawings: events along a line of days, and who stands where on what."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from summarizer.ontology import Position
from summarizer.render.graph import SIGNS
from summarizer.render.wording import status_tone
from summarizer.safe import one_line
from summarizer.schema import BriefingNote
from summarizer.schema.brief import BriefPosition, TimelineEntry

WIDTH: Final = 720
_EDGE: Final = 44
_STEP: Final = 22
_DOT: Final = 9
_TICKS: Final = 7
_TICK_ROOM: Final = 84
_HOLDER: Final = 180
_COLUMN: Final = 120
_ROW: Final = 34
_LETTERS: Final = 15
_MOST_ISSUES: Final = 6
_MOST_HOLDERS: Final = 14


@dataclass(frozen=True, slots=True)
class Dot:
    """One event: its number in the list, where it stands, how it is drawn."""

    number: int
    x: float
    y: int
    tone: str
    status: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the line."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """Dated events on a line of days; `words` says the same to those who cannot see it."""

    width: int
    height: int
    axis: int
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One holder's position on one issue."""

    x: int
    y: int
    position: Position
    sign: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name at the edge, cut to two lines; the table has it whole."""

    x: int
    y: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Holders down, issues across, a sign in each cell that is taken."""

    width: int
    height: int
    holders: tuple[Label, ...]
    issues: tuple[Label, ...]
    cells: tuple[Cell, ...]
    words: str


def day_line(note: BriefingNote) -> Line | None:
    """The line of the timeline's dated events; None if fewer than two days are told."""
    dated = [
        (number, entry, day)
        for number, entry in enumerate(note.timeline, start=1)
        if (day := _first_day(entry)) is not None
    ]
    days = sorted({day for _, _, day in dated})
    if len(days) < 2:
        return None
    first, span = days[0], (days[-1] - days[0]).days
    room = WIDTH - 2 * _EDGE

    def place(day: date) -> float:
        return round(_EDGE + room * (day - first).days / span, 1)

    dots, levels = _stacked([(number, entry, place(day)) for number, entry, day in dated])
    axis = levels * _STEP + 8
    placed = tuple(
        Dot(dot.number, dot.x, axis - _STEP // 2 - dot.y * _STEP, dot.tone, dot.status)
        for dot in dots
    )
    ticks, last = [], -float(_TICK_ROOM)
    for day in _chosen(days):
        if place(day) - last >= _TICK_ROOM:
            last = place(day)
            ticks.append(Tick(last, day.isoformat()))
    told = "; ".join(
        f"{number}. {entry.value}: {entry.description}"
        + ("" if entry.status == "occurred" else f", {entry.status}")
        for number, entry, _ in dated
    )
    return Line(WIDTH, axis + 30, axis, placed, tuple(ticks), one_line(told))


def position_matrix(note: BriefingNote, names: dict[str, str]) -> Matrix | None:
    """The matrix of positions; None if there are none."""
    if not note.positions:
        return None
    issues = list(dict.fromkeys(held.target for held in note.positions))[:_MOST_ISSUES]
    shown = [held for held in note.positions if held.target in issues]
    holders = list(dict.fromkeys(held.holder for held in shown))[:_MOST_HOLDERS]
    shown = [held for held in shown if held.holder in holders]
    top = 46
    told = "; ".join(
        f"{names.get(held.holder, held.holder)} on {held.target}: {held.position}" for held in shown
    )
    return Matrix(
        width=_HOLDER + _COLUMN * len(issues),
        height=top + _ROW * len(holders) + 6,
        holders=tuple(
            Label(0, top + _ROW * at + _ROW // 2, _lines(names.get(key, key), _LETTERS + 8))
            for at, key in enumerate(holders)
        ),
        issues=tuple(
            Label(_HOLDER + _COLUMN * at + _COLUMN // 2, 16, _lines(issue, _LETTERS))
            for at, issue in enumerate(issues)
        ),
        cells=tuple(_cells(shown, holders, issues, top)),
        words=one_line(told),
    )


def _cells(
    shown: Sequence[BriefPosition], holders: list[str], issues: list[str], top: int
) -> list[Cell]:
    """Two positions of one holder on one issue stand side by side."""
    cells: list[Cell] = []
    taken: dict[tuple[str, str], int] = {}
    for held in shown:
        place = (held.holder, held.target)
        shift = taken.get(place, 0)
        taken[place] = shift + 1
        x = _HOLDER + _COLUMN * issues.index(held.target) + _COLUMN // 2 + 26 * shift
        y = top + _ROW * holders.index(held.holder) + _ROW // 2
        cells.append(Cell(x, y, held.position, SIGNS[held.position]))
    return cells


def _stacked(placed: Sequence[tuple[int, TimelineEntry, float]]) -> tuple[list[Dot], int]:
    """Dots that would cover each other, one above the other."""
    dots: list[Dot] = []
    for number, entry, x in placed:
        near = {dot.y for dot in dots if abs(dot.x - x) < 2 * _DOT + 2}
        level = next(at for at in range(len(dots) + 1) if at not in near)
        dots.append(Dot(number, x, level, status_tone(entry.status), entry.status))
    return dots, 1 + max(dot.y for dot in dots)


def _chosen(days: list[date]) -> list[date]:
    """The first and the last day, and others evenly between."""
    if len(days) <= _TICKS:
        return days
    step = (len(days) - 1) / (_TICKS - 1)
    return [days[round(step * at)] for at in range(_TICKS)]


def _first_day(entry: TimelineEntry) -> date | None:
    """The first day that a value at reduced precision can mean."""
    if entry.value is None:
        return None
    value = entry.value[:10]
    parts = [value, f"{value}-01", f"{value}-01-01"]
    for text in parts:
        try:
            return date.fromisoformat(text)
        except ValueError:
            continue
    return None


def _lines(name: str, width: int) -> tuple[str, ...]:
    cut = textwrap.wrap(one_line(name), width, max_lines=2, placeholder="…")
    return tuple(cut) or ("",)
