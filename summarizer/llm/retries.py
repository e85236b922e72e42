"""The one retry policy for transport errors. No other layer retries them."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, TypeVar

import openai
import tenacity

from summarizer.llm.failures import briefly, is_out_of_quota
from summarizer.progress import Listener, Note

T = TypeVar("T")

LONGEST_WAIT: Final = 30.0
"""Seconds; a longer Retry-After is cut to this."""

_backoff: Final = tenacity.wait_random_exponential(multiplier=1, max=LONGEST_WAIT)


def is_transient(error: BaseException) -> bool:
    """Whether the same request may succeed later: no answer, half of one, 408, 409, 429 or 5xx."""
    if is_out_of_quota(error):
        return False
    if isinstance(error, openai.APIConnectionError) or type(error) is openai.APIError:
        return True  # the second is what the client makes of an error told within a stream
    return isinstance(error, openai.APIStatusError) and (
        error.status_code in (408, 409, 429) or error.status_code >= 500
    )


def asked_wait(error: BaseException | None) -> float | None:
    """Seconds that the provider asks us to wait, if it says so in a form we read."""
    if not isinstance(error, openai.APIStatusError):
        return None
    said: str = error.response.headers.get("retry-after", "")
    try:
        seconds = float(said)
    except ValueError:
        seconds = _until(said)
    return None if math.isnan(seconds) else max(0.0, seconds)


def _until(date: str) -> float:
    """Seconds from now to an HTTP date; NaN where it is none."""
    try:
        return (parsedate_to_datetime(date) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):  # the second for a date without a time zone
        return math.nan


def _wait(state: tenacity.RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome is not None else None
    asked = asked_wait(error)
    return min(asked, LONGEST_WAIT) if asked is not None else _backoff(state)


async def with_retries(
    call: Callable[[], Awaitable[T]],
    *,
    retries: int,
    listener: Listener,
    sleep: Callable[[float], Awaitable[None]],
) -> T:
    """Await the call, again after a transient error, at most `retries` times more."""

    def tell(state: tenacity.RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome is not None else None
        pause = state.next_action.sleep if state.next_action is not None else 0
        why = briefly(error) if isinstance(error, openai.OpenAIError) else "failed"
        listener(Note(f"{why}; trying again in {pause:.1f} s"))

    policy = tenacity.AsyncRetrying(
        retry=tenacity.retry_if_exception(is_transient),
        stop=tenacity.stop_after_attempt(retries + 1),
        wait=_wait,
        before_sleep=tell,
        sleep=sleep,
        reraise=True,
    )
    return await policy(call)
