"""Every error a user can meet, with the exit code it ends in.

    SummarizerError                 the root; catch this one
    ├── InputError             3    a source that cannot be used: missing, empty, binary, refused
    ├── ConfigurationError     3    something to set right before running again
    │   ├── UnknownModelError       a model string that names no provider
    │   ├── MissingKeyError         the provider needs a key
    │   ├── MissingExtraError       an optional package is not installed
    │   ├── PromptError             a prompt file is missing or names an unknown variable
    │   ├── WeightsError            the embedded model's weights are missing or damaged
    │   ├── TooLongError            a request is longer than what the model reads at once
    │   └── OutputError             the result cannot be written where it should go
    ├── ProviderError          4    network, provider or engine failed
    │   ├── FetchError              an address could not be fetched: network or server
    │   └── EngineError             the embedded engine did not start, or stopped
    ├── AnswerError            5    the model's answer never fitted, or was a refusal
    │   └── CutOffError             it met the limit on tokens
    └── BudgetError            6    a limit on calls, tokens or cost was reached

Exit codes that are no error of ours: 0 done, 1 findings, 2 usage, 130 and 143 signals.
"""

from __future__ import annotations

from typing import Self


class SummarizerError(Exception):
    """One line that says what is wrong, and a hint that says what to do next.

    `str(error)` is the message alone; the hint is shown after it. The cause, where there is one,
    is chained with `raise … from cause`.
    """

    exit_code = 3
    stops_run = False
    """Whether every other article would meet the same: the key is wrong, the budget is used up."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def stopping(self) -> Self:
        """The same error, marked as one that ends a run over many articles."""
        self.stops_run = True
        return self

    def of(self, name: str) -> Self:
        """The same error, with the name of what it befell in front."""
        self.message = f"{name}: {self.message}"
        self.args = (self.message,)
        return self


class InputError(SummarizerError):
    """A source that cannot be used."""


class ConfigurationError(SummarizerError):
    """Something to set right before running again."""


class UnknownModelError(ConfigurationError):
    """A model string that names no provider."""


class MissingKeyError(ConfigurationError):
    """The provider needs a key and the environment has none."""


class MissingExtraError(ConfigurationError):
    """An optional package is not installed; the hint is the line that installs it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs the extra '{extra}', which is not installed",
            hint=f"pip install 'cited-summarizer[{extra}]'",
        )
        self.extra = extra


class PromptError(ConfigurationError):
    """A prompt file is missing, or its variables and the values given do not agree."""

    def __init__(
        self, message: str, *, hint: str = "mend that file, or leave --prompt out"
    ) -> None:
        super().__init__(message, hint=hint)


class WeightsError(ConfigurationError):
    """The embedded model's weights are missing, damaged or do not fit on the disk."""


class TooLongError(ConfigurationError):
    """A request is longer than what the model reads at once."""


class OutputError(ConfigurationError):
    """The result cannot be written where it should go."""


class ProviderError(SummarizerError):
    """Network, provider or engine failed, after the retries that were allowed."""

    exit_code = 4


class FetchError(ProviderError):
    """An address could not be fetched: no such host, no answer, or the server failed."""


class EngineError(ProviderError):
    """The embedded engine did not start, or stopped."""


class AnswerError(SummarizerError):
    """The model's answer never fitted the schema, or was a refusal, or was cut off."""

    exit_code = 5


class CutOffError(AnswerError):
    """The answer met the limit on tokens, with more room, too; `saved` is what was whole in it."""

    def __init__(
        self, message: str, *, hint: str | None = None, saved: object | None = None
    ) -> None:
        super().__init__(message, hint=hint)
        self.saved = saved


class BudgetError(SummarizerError):
    """A limit on calls, tokens or cost was reached; what was done so far is kept."""

    exit_code = 6
    stops_run = True
