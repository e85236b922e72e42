"""Errors of other clients as the OpenAI client's, so that one policy and one telling do for all."""

from __future__ import annotations

from typing import Any, Final

import httpx2
import openai

_BY_STATUS: Final[dict[int, type[openai.APIStatusError]]] = {
    400: openai.BadRequestError,
    401: openai.AuthenticationError,
    403: openai.PermissionDeniedError,
    404: openai.NotFoundError,
    409: openai.ConflictError,
    422: openai.UnprocessableEntityError,
    429: openai.RateLimitError,
}


def status_error(response: httpx2.Response, body: Any) -> openai.APIStatusError:
    """The error for an answer with an error status.

    `body` is what came as JSON, of which the part under "error" counts.
    """
    inner = body.get("error", body) if isinstance(body, dict) else body
    words = inner.get("message") if isinstance(inner, dict) else inner
    kind = _BY_STATUS.get(response.status_code, openai.APIStatusError)
    if response.status_code >= httpx2.codes.INTERNAL_SERVER_ERROR:
        kind = openai.InternalServerError
    return kind(str(words or f"HTTP {response.status_code}"), response=response, body=inner)
