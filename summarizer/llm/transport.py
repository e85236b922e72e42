"""The OpenAI protocol: a client whose every completion goes through our meter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import httpx2
import openai
from openai import AsyncOpenAI, DefaultAsyncHttpxClient
from openai.lib.streaming.chat import ChatCompletionStreamState
from openai.resources.chat import AsyncChat, AsyncCompletions
from openai.types.chat import ChatCompletion

from summarizer.certificates import trusted
from summarizer.llm.answers import checked, weighed
from summarizer.llm.channel import Remote
from summarizer.llm.meter import Meter
from summarizer.llm.providers import Provider
from summarizer.llm.quirks import Quirks
from summarizer.progress import Note, Tokens
from summarizer.prompts import Message

if TYPE_CHECKING:
    from instructor import AsyncInstructor

_NO_KEY: Final = "none"
"""What the client wants to be given where there is no key; it is not sent."""
_HOME: Final = "openai.com"


class MeteredClient(AsyncOpenAI):
    """An AsyncOpenAI that asks within our budget and policy and learns what its server takes."""

    def __init__(
        self,
        *,
        meter: Meter,
        key: str | None,
        stream: bool = False,
        unstored: bool = False,
        **options: Any,
    ) -> None:
        """Without `unstored`, nothing is said of what the server may store."""
        super().__init__(max_retries=0, api_key=key or _NO_KEY, **options)
        self.meter = meter
        self.key = key
        self.stream = stream
        self.unstored = unstored
        self.quirks = Quirks()
        if not f".{self.base_url.host}".endswith(f".{_HOME}"):
            self._forget_the_account()

    @cached_property
    def chat(self) -> AsyncChat:
        """The chat resource, with our completions in it."""
        return _MeteredChat(self)

    def _forget_the_account(self) -> None:
        """What OPENAI_* variables say of the user's account with OpenAI is nobody else's."""
        self.organization = self.project = self.admin_api_key = None
        self._custom_headers = {}


class OpenAIChannel(Remote):
    """A model behind an OpenAI-compatible server."""

    def __init__(self, client: MeteredClient, *, served_as: str, limit_field: str) -> None:
        self.meter = client.meter
        self.address = shown(client.base_url)
        self.key = client.key
        self.served_as = served_as
        self._client = client
        self._limit_field = limit_field

    @property
    def dropped(self) -> set[str]:
        """Names of parameters that the server turned out not to take."""
        return self._client.quirks.dropped

    def forms(self) -> Sequence[AsyncInstructor]:
        """By the server's JSON Schema; else by its JSON mode; else by words alone."""
        import instructor

        modes = (instructor.Mode.JSON_SCHEMA, instructor.Mode.JSON, instructor.Mode.MD_JSON)
        return [instructor.from_openai(self._client, mode=mode) for mode in modes]

    def limit(self, tokens: int) -> dict[str, Any]:
        """The limit on tokens written, by this provider's name for it."""
        return {self._limit_field: tokens}

    async def one_token(self, messages: Sequence[Message], top: int) -> ChatCompletion:
        """The likeliest first tokens of an answer, with their log-probabilities."""
        return await self._client.chat.completions.create(
            model=self.served_as,
            messages=list(messages),  # type: ignore[arg-type]  # plain dicts, as it documents
            logprobs=True,
            top_logprobs=top,
            temperature=0,
            **self.limit(1),
        )

    def text_of(self, answer: Any) -> str:
        """What an answer that was cut off says as far as it goes."""
        text = answer.choices[0].message.content if isinstance(answer, ChatCompletion) else None
        return text or ""

    async def close(self) -> None:
        """Let go of its connections."""
        await self._client.close()


def open_channel(
    *,
    base_url: str,
    key: str | None,
    timeout: float,
    meter: Meter,
    stream: bool,
    served_as: str,
    provider: Provider,
) -> OpenAIChannel:
    """The way to a model behind an OpenAI-compatible server."""
    client = MeteredClient(
        meter=meter,
        key=key,
        stream=stream,
        unstored=provider.unstored,
        base_url=base_url,
        timeout=timeout,
        http_client=DefaultAsyncHttpxClient(verify=trusted()),
    )
    return OpenAIChannel(client, served_as=served_as, limit_field=provider.limit_field)


class _MeteredChat(AsyncChat):
    _client: MeteredClient

    @cached_property
    def completions(self) -> AsyncCompletions:
        return _MeteredCompletions(self._client)


class _MeteredCompletions(AsyncCompletions):
    _client: MeteredClient

    async def create(self, **request: Any) -> ChatCompletion:  # type: ignore[override]  # one form
        client = self._client
        if client.key is None:
            request["extra_headers"] = {"Authorization": openai.Omit()}
        if client.unstored:
            request["store"] = False
        # One token is not worth a stream.
        if client.stream and not request.get("logprobs"):
            request |= {"stream": True, "stream_options": {"include_usage": True}}
        while True:
            sent = client.quirks.adapt(request)
            try:
                return await self._metered(sent)
            except openai.APIStatusError as error:
                lesson = client.quirks.learn(error, sent)
                if lesson is None:
                    raise
                client.meter.listener(Note(lesson))

    async def _metered(self, request: dict[str, Any]) -> ChatCompletion:
        async def send() -> Any:
            with broken_answers(self._client.base_url):
                return await (self._streamed if request.get("stream") else self._whole)(request)

        return await self._client.meter.call(send, weighed, checked)

    async def _whole(self, request: dict[str, Any]) -> Any:
        return await super().create(**_unread(request))

    async def _streamed(self, request: dict[str, Any]) -> ChatCompletion | None:
        """Read the answer as it is written, tell the listener, and give it back whole.

        Returns None if no part of an answer came.
        """
        state: ChatCompletionStreamState[None] = ChatCompletionStreamState()
        begun, written, text = False, 0, ""
        async for chunk in await super().create(**_unread(request)):
            choices = getattr(chunk, "choices", None)
            begun = begun or bool(choices)
            if not begun or choices is None:
                continue
            state.handle_chunk(chunk)
            for choice in choices:
                if choice.delta.content:
                    written += 1
                    text += choice.delta.content
                    self._client.meter.listener(Tokens(written=written, text=text))
        # As it was sent: reading it into a form, cut off or not, is Instructor's business.
        snapshot = state.current_completion_snapshot.model_dump() if begun else None
        return ChatCompletion.model_validate(snapshot) if snapshot is not None else None


def _unread(request: dict[str, Any]) -> dict[str, Any]:
    """The same request, whose messages the client does not look through for what to rewrite.

    There is nothing, and trying each part as each kind of message takes it most of its time.
    """
    return {**request, "messages": [], "extra_body": {"messages": request["messages"]}}


@contextmanager
def broken_answers(address: httpx2.URL | str) -> Iterator[None]:
    """An answer that breaks on its way is to our policy the same as one that never came."""
    try:
        yield
    except httpx2.TimeoutException as error:
        raise openai.APITimeoutError(httpx2.Request("POST", address)) from error
    except (httpx2.HTTPError, ValueError) as error:
        raise openai.APIConnectionError(request=httpx2.Request("POST", address)) from error


def shown(address: httpx2.URL) -> str:
    """An address without the name and password that it may hold."""
    return str(address.copy_with(userinfo=b"", query=None)).rstrip("/")
