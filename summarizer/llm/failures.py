"""What a provider's error means to a user: one line, what to do next, the right exit code."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from typing import Final

import httpx2
import openai

from summarizer.errors import ConfigurationError, ProviderError, SummarizerError, UnknownModelError

_LONGEST: Final = 300
"""Characters of what a provider says that are shown: some answer with a whole web page."""


def explain(
    error: openai.OpenAIError, *, model: str, address: str, key: str | None
) -> SummarizerError:
    """Our error for one of the client's; the caller chains it with `raise … from`.

    The key is in no message, even where the provider repeats it.
    """
    said = _said(error, key)
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return ProviderError(
            f"{address} refused the key: {said}",
            hint="check the key in the environment and what it may be used for",
        )
    if isinstance(error, openai.NotFoundError):
        return UnknownModelError(
            f"{address} has no model {model}: {said}",
            hint="check the name after the provider's prefix, and --base-url",
        )
    if isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError):
        return ConfigurationError(f"{address} refused the request: {said}")
    if isinstance(error, openai.APITimeoutError):
        return ProviderError(f"{address} did not answer in time", hint="raise --timeout")
    if isinstance(error, openai.APIConnectionError):
        return _unreached(error, address)
    if isinstance(error, openai.RateLimitError):
        return ProviderError(f"{address} allows no more requests for now: {said}")
    return ProviderError(f"{address} failed: {said}")


def briefly(error: openai.OpenAIError) -> str:
    """What happened in a few words of our own, fit for a log."""
    if isinstance(error, openai.APIStatusError):
        return f"HTTP {error.status_code}"
    if isinstance(error, openai.APITimeoutError):
        return "no answer in time"
    if isinstance(error, openai.APIConnectionError):
        return root_cause(error)
    return "an error in the middle of the answer"


def root_cause(error: BaseException) -> str:
    """What was behind an error, in one line: the client says only "Connection error."."""
    chain = list(_chain(error))
    for cause in chain:
        if isinstance(cause, socket.gaierror) and cause.strerror:
            return cause.strerror
        if isinstance(cause, OSError) and cause.errno is not None:
            return os.strerror(cause.errno)
    texts = [" ".join(str(cause).split()) for cause in chain]
    return next((text for text in reversed(texts) if text), type(chain[-1]).__name__)


def _unreached(error: openai.APIConnectionError, address: str) -> ProviderError:
    begun = isinstance(error.__cause__, httpx2.TransportError | ValueError) and not isinstance(
        error.__cause__, httpx2.ConnectError
    )
    if begun:
        return ProviderError(f"the connection to {address} broke: {root_cause(error)}")
    return ProviderError(
        f"cannot reach {address}: {root_cause(error)}",
        hint="check that the server runs and that --base-url is right",
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what it came from, outermost first; the client hides the system's own."""
    now: BaseException | None = error
    while now is not None:
        yield now
        now = now.__cause__ or now.__context__


def _said(error: openai.OpenAIError, key: str | None) -> str:
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    text = " ".join(str(message or error).split())
    if key:
        text = text.replace(key, "…")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
