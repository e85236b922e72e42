"""The Gemini protocol, through Google's own client and Instructor's JSON mode."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import httpx2
import instructor
from google import genai
from google.genai import errors, types
from instructor.core import IncompleteOutputException

from summarizer.certificates import trusted
from summarizer.llm.answers import filtered, foreign
from summarizer.llm.channel import Remote
from summarizer.llm.meter import Meter, Tokens
from summarizer.llm.providers import Provider
from summarizer.llm.translated import status_error
from summarizer.llm.transport import broken_answers, shown
from summarizer.prompts import Message

if TYPE_CHECKING:
    from instructor import AsyncInstructor

_NO_KEY: Final = "none"
"""The client looks for credentials of its own where it is given none."""
_MILLISECONDS: Final = 1000
_STOPPED: Final = {"SAFETY", "RECITATION", "PROHIBITED_CONTENT", "BLOCKLIST", "SPII"}
"""Reasons to end an answer that are the filter's."""


class GoogleChannel(Remote):
    """A model behind the Gemini API."""

    def __init__(
        self,
        client: genai.Client,
        http: httpx2.AsyncClient,
        meter: Meter,
        key: str | None,
        address: str,
        served_as: str,
    ) -> None:
        self.meter = meter
        self.key = key
        self.address = shown(httpx2.URL(address))
        self.served_as = served_as
        self.dropped: set[str] = set()
        self._client = client
        self._http = http

    def forms(self) -> Sequence[AsyncInstructor]:
        """By the response schema."""
        provider, mode = instructor.Provider.GENAI, instructor.Mode.JSON
        create = instructor.patch(create=self._create, mode=mode, provider=provider)
        return [
            instructor.AsyncInstructor(
                client=self._client, create=create, mode=mode, provider=provider
            )
        ]

    def turns(self, messages: Sequence[Message]) -> list[Message]:
        """The conversation, in which Google calls the assistant the model."""
        said = {"assistant": "model"}
        return [{**turn, "role": said.get(turn["role"], turn["role"])} for turn in messages]

    def limit(self, tokens: int) -> dict[str, Any]:
        """The limit on tokens written."""
        return {"max_tokens": tokens}

    def text_of(self, answer: Any) -> str:
        """What an answer that was cut off says as far as it goes."""
        return answer.text or ""

    async def close(self) -> None:
        """Let go of its connections."""
        await self._http.aclose()

    async def _create(self, **request: Any) -> types.GenerateContentResponse:
        async def send() -> types.GenerateContentResponse:
            with broken_answers(self.address):
                try:
                    answer: types.GenerateContentResponse = (
                        await self._client.aio.models.generate_content(**request)
                    )
                    return answer
                except errors.APIError as error:
                    response = httpx2.Response(
                        error.code,
                        headers=getattr(error.response, "headers", None),
                        request=httpx2.Request("POST", self.address),
                    )
                    raise status_error(response, error.details) from error

        return await self.meter.call(send, _weighed, _checked)


def open_channel(
    *,
    base_url: str,
    key: str | None,
    timeout: float,
    meter: Meter,
    stream: bool,
    served_as: str,
    provider: Provider,
) -> GoogleChannel:
    """The way to a model of Google's. Its answers come whole."""
    del stream, provider
    # Given none, it takes whatever HTTP library is installed.
    http = httpx2.AsyncClient(timeout=timeout, verify=trusted())
    options = types.HttpOptions(
        base_url=base_url,
        timeout=round(timeout * _MILLISECONDS),
        retry_options=types.HttpRetryOptions(attempts=1),
        httpx_async_client=http,
    )
    client = genai.Client(api_key=key or _NO_KEY, vertexai=False, http_options=options)
    return GoogleChannel(client, http, meter, key, base_url, served_as)


def _weighed(answer: types.GenerateContentResponse) -> Tokens:
    used = answer.usage_metadata
    if used is None:
        return Tokens()
    written = (used.candidates_token_count or 0) + (used.thoughts_token_count or 0)
    return Tokens(used.prompt_token_count or 0, written, used.cached_content_token_count or 0)


def _checked(answer: types.GenerateContentResponse) -> types.GenerateContentResponse:
    if answer.prompt_feedback is not None and answer.prompt_feedback.block_reason is not None:
        raise filtered()
    if not answer.candidates:
        raise foreign("Gemini")
    reason = answer.candidates[0].finish_reason
    if reason is not None and reason.name in _STOPPED:
        raise filtered()
    if reason is types.FinishReason.MAX_TOKENS:
        raise IncompleteOutputException(last_completion=answer)
    return answer
