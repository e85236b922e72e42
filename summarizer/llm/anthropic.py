"""The Anthropic protocol, through Anthropic's own client and Instructor's tools mode."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import anthropic
import instructor
import openai
from anthropic.types import Message as Answer

from summarizer.certificates import trusted
from summarizer.llm.answers import filtered, foreign, refused
from summarizer.llm.channel import Remote
from summarizer.llm.meter import Meter, Tokens
from summarizer.llm.providers import Provider
from summarizer.llm.quirks import Quirks
from summarizer.llm.translated import status_error
from summarizer.llm.transport import broken_answers, shown
from summarizer.progress import Note

if TYPE_CHECKING:
    from instructor import AsyncInstructor

_NO_KEY: Final = "none"
"""The client looks for credentials of its own where it is given none."""
_HOME: Final = "anthropic.com"


class AnthropicChannel(Remote):
    """A model behind Anthropic's Messages API."""

    def __init__(
        self, client: anthropic.AsyncAnthropic, meter: Meter, key: str | None, served_as: str
    ) -> None:
        self.meter = meter
        self.key = key
        self.address = shown(client.base_url)
        self.served_as = served_as
        self._client = client
        self._quirks = Quirks()

    @property
    def dropped(self) -> set[str]:
        """Names of parameters that the server turned out not to take."""
        return self._quirks.dropped

    def forms(self) -> Sequence[AsyncInstructor]:
        """By a tool whose arguments are the form."""
        provider, mode = instructor.Provider.ANTHROPIC, instructor.Mode.TOOLS
        create = instructor.patch(create=self._create, mode=mode, provider=provider)
        return [
            instructor.AsyncInstructor(
                client=self._client, create=create, mode=mode, provider=provider
            )
        ]

    def limit(self, tokens: int) -> dict[str, Any]:
        """The limit on tokens written."""
        return {"max_tokens": tokens}

    def text_of(self, answer: Any) -> str:
        """What an answer that was cut off says as far as it goes."""
        inputs = [part.input for part in answer.content if part.type == "tool_use"]
        return json.dumps(inputs[0]) if inputs else ""

    async def close(self) -> None:
        """Let go of its connections."""
        await self._client.close()

    async def _create(self, **request: Any) -> Answer:
        while True:
            sent = self._quirks.adapt(request)

            async def send(sent: dict[str, Any] = sent) -> Answer:
                return await self._sent(sent)

            try:
                return await self.meter.call(send, _weighed, _checked)
            except openai.APIStatusError as error:
                lesson = self._quirks.learn(error, sent)
                if lesson is None:
                    raise
                self.meter.listener(Note(lesson))

    async def _sent(self, request: dict[str, Any]) -> Answer:
        if "temperature" in request:  # the client has no word for it; only some models take it
            body = {"temperature": request["temperature"]}
            request = {name: v for name, v in request.items() if name != "temperature"}
            request["extra_body"] = body
        if self.key is None:
            request = {**request, "extra_headers": {"Authorization": anthropic.Omit()}}
        with broken_answers(self._client.base_url):
            try:
                answer: Answer = await self._client.messages.create(**request)
            except anthropic.APIStatusError as error:
                raise status_error(error.response, error.body) from error
            except anthropic.APITimeoutError as error:
                raise openai.APITimeoutError(error.request) from error
            except anthropic.APIConnectionError as error:
                raise openai.APIConnectionError(request=error.request) from error.__cause__
        return answer


def open_channel(
    *,
    base_url: str,
    key: str | None,
    timeout: float,
    meter: Meter,
    stream: bool,
    served_as: str,
    provider: Provider,
) -> AnthropicChannel:
    """The way to a model of Anthropic's. Its answers come whole."""
    del stream, provider
    client = anthropic.AsyncAnthropic(
        api_key=key or _NO_KEY,
        base_url=base_url,
        timeout=timeout,
        max_retries=0,
        http_client=anthropic.DefaultAsyncHttpxClient(verify=trusted()),
    )
    if not f".{client.base_url.host}".endswith(f".{_HOME}"):
        client._custom_headers = {}  # ANTHROPIC_CUSTOM_HEADERS are for nobody else
    return AnthropicChannel(client, meter, key, served_as)


def _weighed(answer: Answer) -> Tokens:
    used = getattr(answer, "usage", None)
    cached = getattr(used, "cache_read_input_tokens", None) or 0
    made = getattr(used, "cache_creation_input_tokens", None) or 0
    read = getattr(used, "input_tokens", None) or 0
    return Tokens(read + cached + made, getattr(used, "output_tokens", None) or 0, cached)


def _checked(answer: Answer) -> Answer:
    if not isinstance(answer, Answer) or not isinstance(getattr(answer, "content", None), list):
        raise foreign("Anthropic")
    if answer.stop_reason == "refusal":
        said = " ".join(part.text for part in answer.content if part.type == "text")
        raise refused(said) if said else filtered()
    return answer
