"""Where the values of a JSON document stand in its text: from JSON Pointer to line number."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from summarizer.validation.problem import pointer

_TOKEN: Final = re.compile(r'[\[\]{},:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s\[\]{},:"]+')


@dataclass(slots=True)
class _Level:
    """An object or list that is being read."""

    path: str
    is_object: bool
    index: int = 0
    key: str | None = None

    @property
    def child(self) -> str:
        """Pointer of the value that comes next."""
        return self.path + pointer(self.index if self.key is None else self.key)


class Positions:
    """The positions of a well-formed JSON text. It is read only when a line is first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    def line(self, path: str) -> int:
        """Give the line of a value, from 1; if it is missing, the line of what should hold it."""
        while path and path not in self._lines:
            path = path.rpartition("/")[0]
        return self._lines.get(path, 1)

    @cached_property
    def repeated(self) -> list[tuple[str, int]]:
        """Pointers and lines of keys that their object already has."""
        seen: set[str] = set()
        found: list[tuple[str, int]] = []
        for path, line in self._values():
            if path in seen and not any(path.startswith(f"{outer}/") for outer, _ in found):
                found.append((path, line))
            seen.add(path)
        return found

    @cached_property
    def _lines(self) -> dict[str, int]:
        return dict(self._values())

    def _values(self) -> Iterator[tuple[str, int]]:
        """Every value's pointer and line, in order. A key's line counts, not its value's."""
        levels: list[_Level] = []
        line, counted = 1, 0
        for token in _TOKEN.finditer(self._text):
            at, word = token.start(), token.group()
            line += self._text.count("\n", counted, at)
            counted = at
            top = levels[-1] if levels else None
            if word in "]}":
                levels.pop()
            elif word == ",":
                _advance(top)
            elif top is not None and top.is_object and top.key is None:
                top.key = _unescape(word)
                yield top.child, line
            elif word != ":":
                path = "" if top is None else top.child
                if top is None or not top.is_object:
                    yield path, line
                if word in "[{":
                    levels.append(_Level(path, word == "{"))


def _advance(level: _Level | None) -> None:
    if level is not None:
        level.index += 1
        level.key = None


def _unescape(key: str) -> str:
    found: str = json.loads(key)
    return found
