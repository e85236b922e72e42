"""A JSON log, one line an event: what was done, with what it took. No word of an article."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Final

from summarizer.errors import OutputError
from summarizer.progress import Began, Called, Ended, Event, Listener, Note, Recalled, Step

_NOTHING: Final = (None, None)
_about: ContextVar[tuple[str | None, str | None]] = ContextVar("_about", default=_NOTHING)
"""Article and step of this task: articles may be worked on side by side."""


@contextmanager
def journal(path: Path | None, listener: Listener) -> Iterator[Listener]:
    """The listener, whose events are also written to the end of a file, if there is one.

    Raises:
        OutputError: the file cannot be written.
    """
    if path is None:
        yield listener
        return
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise OutputError(
            f"the log {path} cannot be written: {error.strerror}", hint="name another file"
        ) from error
    with os.fdopen(descriptor, "a", encoding="utf-8", buffering=1) as file:
        log = _Journal(file)

        def hear(event: Event) -> None:
            log.write(event)
            listener(event)

        yield hear


class _Journal:
    """Knows which article and step the next line of each task is about."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, event: Event) -> None:
        """Add a line, if the event is one for a log."""
        match event:
            case Began(article):
                _about.set((article, None))
                self._line("article_began")
            case Step(name):
                _about.set((_about.get()[0], name))
                self._line("step")
            case Called():
                self._line("call", retries=event.attempts - 1, **asdict(event))
            case Recalled(what):
                self._line("cache_hit", what=what)
            case Note(text):
                self._line("note", text=text)
            case Ended():
                self._line("article_ended", **asdict(event))
                _about.set(_NOTHING)

    def _line(self, event: str, **said: Any) -> None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        article, step = _about.get()
        about = {"article": article, "step": step}
        line = {"time": now, "event": event, **about, **said}
        self._file.write(json.dumps(line, ensure_ascii=False) + "\n")
