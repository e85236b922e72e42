"""What an answer must be before anyone reads it: the protocol's, and meant as an answer."""

from __future__ import annotations

from typing import Any, Final

from openai.types.chat import ChatCompletion

from summarizer.errors import AnswerError, ProviderError
from summarizer.llm.meter import Tokens

_OTHER: Final = "take another --model for it"


def weighed(answer: Any) -> Tokens:
    """What an answer took; a server that does not count takes nothing that we know of."""
    told = getattr(answer, "usage", None)
    details = getattr(told, "prompt_tokens_details", None)
    return Tokens(
        read=getattr(told, "prompt_tokens", None) or 0,
        written=getattr(told, "completion_tokens", None) or 0,
        cached=getattr(details, "cached_tokens", None) or 0,
    )


def checked(answer: Any) -> ChatCompletion:
    """The answer, if it is one that asking again could make fit.

    Raises:
        ProviderError: it is not what an OpenAI-compatible server says.
        AnswerError: the model refused, or a filter stopped it; asking again costs the same.
    """
    if not isinstance(answer, ChatCompletion) or not answer.choices:
        raise foreign("OpenAI")
    first = answer.choices[0]
    if refusal := first.message.refusal:
        raise refused(refusal)
    if first.finish_reason == "content_filter":
        raise filtered()
    return answer


def foreign(protocol: str) -> ProviderError:
    """What to say of an answer in another protocol."""
    return ProviderError(
        f"what answered does not speak the {protocol} protocol",
        hint="check --base-url" + ("; it usually ends in /v1" if protocol == "OpenAI" else ""),
    )


def refused(words: str) -> AnswerError:
    """What to say of a refusal."""
    said = " ".join(words.split())
    return AnswerError(f"the model refused: {said}" if said else "the model refused", hint=_OTHER)


def filtered() -> AnswerError:
    """What to say of an answer that a filter stopped."""
    return AnswerError("the provider's content filter stopped the answer", hint=_OTHER)
