"""Positions as a small drawing: holders on the left, targets on the right, an arrow for each."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from summarizer.ontology import Position
from summarizer.render.wording import names
from summarizer.safe import one_line
from summarizer.schema import ArticleSummary, Stance

WIDTH: Final = 430
_BOX: Final = 158
_LINE: Final = 20  # letters that fit in a box
_PORT: Final = 24  # space between two arrows at one box
_GAP: Final = 12
_MARGIN: Final = 2
SIGNS: Final[dict[Position, str]] = {"favor": "+", "against": "−", "mixed": "±", "neutral": "○"}


@dataclass(frozen=True, slots=True)
class Box:
    """A holder or a target; the name is cut to two lines, the list beside it has it whole."""

    x: int
    y: int
    height: int
    lines: tuple[str, ...]
    name: str
    actor: str | None
    stances: tuple[str, ...]

    @property
    def width(self) -> int:
        """Width, the same for every box."""
        return _BOX


@dataclass(frozen=True, slots=True)
class Arrow:
    """One stance, from its holder's edge to its target's."""

    stance: Stance
    y_from: int
    y_to: int
    sign: str

    @property
    def path(self) -> str:
        """A curve in SVG path syntax, leaving room for the sign and the arrowhead."""
        left, right = _MARGIN + _BOX + 22, WIDTH - _MARGIN - _BOX - 9
        middle = (left + right) // 2
        start, end = f"{left} {self.y_from}", f"{right} {self.y_to}"
        return f"M{start} C{middle} {self.y_from} {middle} {self.y_to} {end}"

    @property
    def sign_x(self) -> int:
        """Where the sign stands, beside the holder."""
        return _MARGIN + _BOX + 13


@dataclass(frozen=True, slots=True)
class Graph:
    """Boxes and arrows in a drawing of WIDTH by `height`."""

    height: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: int = WIDTH


def position_graph(summary: ArticleSummary) -> Graph | None:
    """The drawing of all stances, or None if there are none."""
    if not summary.stances:
        return None
    known = names(summary)
    holders = _group((stance.holder, stance) for stance in summary.stances)
    targets = _group((_target_key(stance), stance) for stance in summary.stances)
    height = max(_least_height(holders), _least_height(targets))
    left, from_ports = _column(holders, _MARGIN, height)
    right, to_ports = _column(targets, WIDTH - _MARGIN - _BOX, height)
    boxes = [_named(box, known.get(key, key), key) for box, key in zip(left, holders, strict=True)]
    for box, (_, aimed) in zip(right, targets.items(), strict=True):
        boxes.append(_named(box, aimed[0].target, aimed[0].target_actor))
    arrows = tuple(
        Arrow(stance, from_ports[stance.id], to_ports[stance.id], SIGNS[stance.position])
        for stance in summary.stances
    )
    return Graph(height, tuple(boxes), arrows)


def _target_key(stance: Stance) -> str:
    return stance.target_actor or " ".join(stance.target.casefold().split())


def _group(pairs: Iterable[tuple[str, Stance]]) -> dict[str, list[Stance]]:
    grouped: dict[str, list[Stance]] = {}
    for key, stance in pairs:
        grouped.setdefault(key, []).append(stance)
    return grouped


def _box_height(stances: list[Stance]) -> int:
    return max(40, _PORT * len(stances) + 8)


def _least_height(groups: dict[str, list[Stance]]) -> int:
    boxes = sum(_box_height(stances) for stances in groups.values())
    return boxes + _GAP * (len(groups) - 1) + 2 * _MARGIN


def _column(
    groups: dict[str, list[Stance]], x: int, total: int
) -> tuple[list[Box], dict[str, int]]:
    """Boxes spread over the height, and where each stance's arrow meets its box."""
    spare = (total - _least_height(groups)) // len(groups)
    boxes, ports, y = [], {}, _MARGIN + spare // 2
    for stances in groups.values():
        height = _box_height(stances)
        first = y + (height - _PORT * (len(stances) - 1)) // 2
        for index, stance in enumerate(stances):
            ports[stance.id] = first + index * _PORT
        boxes.append(Box(x, y, height, (), "", None, tuple(stance.id for stance in stances)))
        y += height + _GAP + spare
    return boxes, ports


def _named(box: Box, name: str, actor: str | None) -> Box:
    shown = one_line(name)
    is_wide = any(unicodedata.east_asian_width(char) in "WF" for char in shown)
    limit = _LINE // 2 if is_wide else _LINE
    lines = textwrap.wrap(shown, limit, max_lines=2, placeholder="…") or [""]
    return replace(box, lines=tuple(lines), name=name, actor=actor)
