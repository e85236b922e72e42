"""What a provider's error means to a user: one line, what to do next, the right exit code."""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Iterator
from typing import Final

import httpx2
import openai

from summarizer.errors import (
    ConfigurationError,
    ProviderError,
    SummarizerError,
    TooLongError,
    UnknownModelError,
)

_LONGEST: Final = 300
"""Characters of what a provider says that are shown: some answer with a whole web page."""
_PAYMENT_REQUIRED: Final = 402
_TOO_LONG: Final = re.compile(r"context (?:length|window|size)|too long|too many tokens", re.I)
_LATER: Final = "run it again later; what was answered is kept"
_TOO_LONG_HINT: Final = "set section_tokens lower, or take a model with a larger context"


def explain(
    error: openai.OpenAIError, *, model: str, address: str, key: str | None
) -> SummarizerError:
    """Our error for one of the client's; the caller chains it with `raise … from`.

    The key is in no message, even where the provider repeats it.
    """
    said = _said(error, key)
    if isinstance(error, openai.APIStatusError):
        return _refusal(error, model, address, said)
    if isinstance(error, openai.APITimeoutError):
        return ProviderError(f"{address} did not answer in time", hint="raise --timeout")
    if isinstance(error, openai.APIConnectionError):
        return _unreached(error, address)
    return ProviderError(f"{address} failed: {said}", hint=_LATER)


def _refusal(error: openai.APIStatusError, model: str, address: str, said: str) -> SummarizerError:
    """An answer with an error status. What no other article would escape stops a run."""
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        refused = ProviderError(
            f"{address} refused the key: {said}",
            hint="check the key in the environment and what it may be used for",
        )
        # A provider's moderation says 403, too, of one article among others.
        return refused.stopping() if isinstance(error, openai.AuthenticationError) else refused
    if isinstance(error, openai.NotFoundError):
        return UnknownModelError(
            f"{address} has no model {model}: {said}",
            hint="check the name after the provider's prefix, and --base-url",
        ).stopping()
    if isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError):
        refused_it = f"{address} refused the request: {said}"
        if _TOO_LONG.search(said):
            return TooLongError(refused_it, hint=_TOO_LONG_HINT)
        return ConfigurationError(refused_it, hint="`summarizer model test` shows what it takes")
    if is_out_of_quota(error):
        return ProviderError(
            f"{address} takes no more requests of this account: {said}",
            hint="what is done is kept; see to the account's credit and run it again",
        ).stopping()
    if isinstance(error, openai.RateLimitError):
        return ProviderError(f"{address} allows no more requests for now: {said}", hint=_LATER)
    return ProviderError(f"{address} failed: {said}", hint=_LATER)


def is_out_of_quota(error: BaseException) -> bool:
    """Whether the account has no credit left, which no waiting changes."""
    return isinstance(error, openai.APIStatusError) and (
        error.status_code == _PAYMENT_REQUIRED or error.code == "insufficient_quota"
    )


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
        return ProviderError(f"the connection to {address} broke: {root_cause(error)}", hint=_LATER)
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
