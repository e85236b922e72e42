"""What happens while a model works, told upwards as events.

Nothing below `cli` prints. Whoever wants to know passes a listener; without one nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an article begins."""

    name: str


@dataclass(frozen=True, slots=True)
class Bytes:
    """So many bytes of a file are done."""

    what: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """The model has written so many tokens in this call."""

    written: int
    text: str
    """What it has written so far."""


@dataclass(frozen=True, slots=True)
class Asked:
    """So many of this step's closed questions are answered."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Found:
    """Names of actors, as soon as they are known."""

    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth a line in a verbose log: a retry, a fallback."""

    text: str


Event = Step | Bytes | Tokens | Asked | Found | Note
Listener = Callable[[Event], None]


def silent(_event: Event) -> None:
    """The listener that tells nobody."""
