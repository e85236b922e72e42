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


@dataclass(frozen=True, slots=True)
class Called:
    """One answer of the model is there, after so many attempts."""

    input: int
    output: int
    cost: float | None
    """US dollars; None where the price is not known."""
    seconds: float
    """Waits between attempts included."""
    attempts: int


@dataclass(frozen=True, slots=True)
class Recalled:
    """An answer was paid for earlier and came from the cache."""

    what: str


@dataclass(frozen=True, slots=True)
class Began:
    """An article is begun."""

    article: str
    """Its id."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An article is done, or failed."""

    article: str
    seconds: float
    calls: int
    input: int
    output: int
    cost: float | None
    error: str | None
    """The kind of error and its exit code; None if the article is done."""


Event = Step | Bytes | Tokens | Asked | Found | Note | Called | Recalled | Began | Ended
Listener = Callable[[Event], None]


def silent(_event: Event) -> None:
    """The listener that tells nobody."""
