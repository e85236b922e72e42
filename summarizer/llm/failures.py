"""What a provider's error means to a user: one line, what to do next, the right exit code."""

from __future__ import annotations

import openai

from summarizer.errors import ConfigurationError, ProviderError, SummarizerError, UnknownModelError


def explain(error: openai.OpenAIError, *, model: str, address: str) -> SummarizerError:
    """Our error for one of the client's; the caller chains it with `raise … from`."""
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return ProviderError(
            f"{address} refused the key: {_detail(error)}",
            hint="check the key in the environment and what it may be used for",
        )
    if isinstance(error, openai.NotFoundError):
        return UnknownModelError(
            f"{address} has no model {model}: {_detail(error)}",
            hint="check the name after the provider's prefix, and --base-url",
        )
    if isinstance(error, openai.BadRequestError | openai.UnprocessableEntityError):
        return ConfigurationError(f"{address} refused the request: {_detail(error)}")
    if isinstance(error, openai.APITimeoutError):
        return ProviderError(f"{address} did not answer in time", hint="raise --timeout")
    if isinstance(error, openai.APIConnectionError):
        return ProviderError(
            f"cannot reach {address}: {root_cause(error)}",
            hint="check that the server runs and that --base-url is right",
        )
    if isinstance(error, openai.RateLimitError):
        return ProviderError(f"{address} allows no more requests for now: {_detail(error)}")
    return ProviderError(f"{address} failed: {_detail(error)}")


def root_cause(error: BaseException) -> str:
    """The innermost cause in one line: the client says only "Connection error."."""
    while error.__cause__ is not None:
        error = error.__cause__
    return " ".join(str(error).split()) or type(error).__name__


def _detail(error: openai.OpenAIError) -> str:
    body = getattr(error, "body", None)
    message = body.get("message") if isinstance(body, dict) else None
    return " ".join(str(message or error).split())
