"""Progress on stderr: a live line on a terminal, one line a step in a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from summarizer.progress import (
    Asked,
    Bytes,
    Called,
    Ended,
    Event,
    Found,
    Listener,
    Note,
    Recalled,
    Step,
    Tokens,
    silent,
)

if TYPE_CHECKING:
    from rich.status import Status

_NAMES = 6
"""Names of actors shown as soon as they are known."""


@contextmanager
def watch(*, quiet: bool, verbose: bool) -> Iterator[Listener]:
    """A listener that shows progress while the context is open."""
    if quiet:
        yield silent
    elif sys.stderr.isatty():
        from rich.console import Console

        with Console(stderr=True).status("starting") as status:
            yield _Live(status, verbose).hear
    else:
        yield _Log(verbose).hear


class _Live:
    """One line that changes; what stays is printed above it."""

    def __init__(self, status: Status, verbose: bool) -> None:
        self._status = status
        self._verbose = verbose
        self._step = "starting"

    def hear(self, event: Event) -> None:
        """Show one event."""
        match event:
            case Step(name):
                self._step = name
                self._status.update(name)
            case Bytes(what, done, total):
                self._status.update(f"{what}: {100 * done // max(total, 1)} %")
            case Tokens(written):
                self._status.update(f"{self._step}: {written} tokens")
            case Asked(done, total):
                self._status.update(f"{self._step}: question {done + 1} of {total}")
            case Found(actors):
                self._status.console.print(_names(actors), markup=False, highlight=False)
            case Note() | Called() | Recalled() | Ended() if self._verbose:
                self._status.console.print(told(event), markup=False, highlight=False)


class _Log:
    """A line for each step, and for what was found."""

    def __init__(self, verbose: bool) -> None:
        self._verbose = verbose
        self._told: set[str] = set()

    def hear(self, event: Event) -> None:
        """Print one event, if it is worth a line."""
        match event:
            case Step(name):
                print(name, file=sys.stderr)
            case Bytes(what, _, total) if what not in self._told:
                self._told.add(what)
                print(f"{what} ({total // 2**20} MB)", file=sys.stderr)
            case Found(actors):
                print(_names(actors), file=sys.stderr)
            case Note() | Called() | Recalled() | Ended() if self._verbose:
                print(told(event), file=sys.stderr)


def told(event: Note | Called | Recalled | Ended) -> str:
    """A line of a verbose log: no word of the article, no key."""
    match event:
        case Called(read, written, cost, seconds, attempts):
            retried = f", {attempts} attempts" if attempts > 1 else ""
            return f"{read} tokens read, {written} written, {seconds:.1f} s{retried}{_paid(cost)}"
        case Recalled(what):
            return f"{what}: answered from the cache"
        case Ended(_, seconds, calls, read, written, cost, _):
            return f"{calls} calls, {read} + {written} tokens, {seconds:.1f} s{_paid(cost)}"
    return event.text


def _paid(cost: float | None) -> str:
    return "" if cost is None else f", ${cost:.4f}"


def _names(actors: tuple[str, ...]) -> str:
    shown = ", ".join(actors[:_NAMES])
    more = f" and {len(actors) - _NAMES} more" if len(actors) > _NAMES else ""
    plain = "".join(c if c.isprintable() else " " for c in shown)
    return f"found {plain}{more}" if actors else "found no names"
