"""What an answer must be before anyone reads it: the protocol's, and meant as an answer."""

from __future__ import annotations

from typing import Any

from openai.types.chat import ChatCompletion

from summarizer.errors import AnswerError, ProviderError
from summarizer.schema import Usage


def count(usage: Usage, answer: Any) -> None:
    """Add what an answer cost; a server that does not count costs nothing that we know of."""
    told = getattr(answer, "usage", None)
    usage.input += getattr(told, "prompt_tokens", None) or 0
    usage.output += getattr(told, "completion_tokens", None) or 0


def checked(answer: Any) -> ChatCompletion:
    """The answer, if it is one that asking again could make fit.

    Raises:
        ProviderError: it is not what an OpenAI-compatible server says.
        AnswerError: the model refused, or a filter stopped it; asking again costs the same.
    """
    if not isinstance(answer, ChatCompletion) or not answer.choices:
        raise ProviderError(
            "what answered does not speak the OpenAI protocol",
            hint="check --base-url; it usually ends in /v1",
        )
    first = answer.choices[0]
    if refusal := first.message.refusal:
        raise AnswerError(f"the model refused: {' '.join(refusal.split())}")
    if first.finish_reason == "content_filter":
        raise AnswerError("the provider's content filter stopped the answer")
    return answer
