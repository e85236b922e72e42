"""A circuit breaker: when one cause fails article after article, the next would fail of it, too."""

from __future__ import annotations

from typing import Final

import openai

from summarizer.errors import AnswerError, InputError, SummarizerError
from summarizer.llm.failures import briefly

IN_A_ROW: Final = 5
"""Articles that must fail of the same cause, with none between them that is done."""


class Breaker:
    """Watches how articles end. One of another cause, or a good one, begins the count anew.

    Once the run is stopped, it stays so, whoever goes on asking.
    """

    def __init__(self) -> None:
        self._cause: str | None = None
        self._count = 0
        self._stopped: SummarizerError | None = None

    def check(self) -> None:
        """Refuse the next article if the run was stopped."""
        if self._stopped is not None:
            raise _copied(self._stopped, self._stopped.message, self._stopped.hint)

    def done(self) -> None:
        """An article is done."""
        self._cause, self._count = None, 0

    def failed(self, error: SummarizerError) -> SummarizerError:
        """The error to raise: the same, marked as one that stops the run if it must stop."""
        if isinstance(error, InputError):
            return error
        if isinstance(error, AnswerError) and not error.stops_run:
            self.done()  # whoever answers, be it badly, is there
            return error
        if not error.stops_run:
            cause = cause_of(error)
            self._count = self._count + 1 if cause == self._cause else 1
            self._cause = cause
            if self._count < IN_A_ROW:
                return error
            error = _copied(
                error,
                f"{error.message}; the last {IN_A_ROW} articles failed of the same cause",
                error.hint or "see to the cause, then run it again: what is done is kept",
            )
        self._stopped = error
        return error


def _copied(error: SummarizerError, message: str, hint: str | None) -> SummarizerError:
    """An error of the same kind that stops a run."""
    copy = type(error).__new__(type(error))
    SummarizerError.__init__(copy, message, hint=hint)
    return copy.stopping()


def cause_of(error: SummarizerError) -> str:
    """What two errors have in common, whatever else the provider said in each."""
    below: BaseException | None = error
    while below is not None:
        if isinstance(below, openai.OpenAIError):
            return f"{type(error).__name__}: {briefly(below)}"
        below = below.__cause__
    return f"{type(error).__name__}: {error.message}"
