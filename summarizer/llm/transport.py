"""An OpenAI client whose every completion is retried by our policy, counted, and told about.

It is the lowest layer: Instructor above it sees an answer or a final failure, so that re-asking
for an answer that fits and repeating a lost request never multiply.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, Final

import httpx2
import openai
from openai import AsyncOpenAI
from openai.lib.streaming.chat import ChatCompletionStreamState
from openai.resources.chat import AsyncChat, AsyncCompletions
from openai.types.chat import ChatCompletion

from summarizer.llm.answers import checked, count
from summarizer.llm.retries import with_retries
from summarizer.progress import Listener, Tokens, silent
from summarizer.schema import Usage

_NO_KEY: Final = "none"
"""What the client wants to be given where there is no key; it is not sent."""


class MeteredClient(AsyncOpenAI):
    """An AsyncOpenAI that keeps its usage over all attempts, failed answers included."""

    def __init__(
        self,
        *,
        key: str | None,
        retries: int,
        listener: Listener = silent,
        stream: bool = False,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        **options: Any,
    ) -> None:
        super().__init__(max_retries=0, api_key=key or _NO_KEY, **options)
        self.key = key
        self.retries = retries
        self.listener = listener
        self.stream = stream
        self.sleep = sleep
        self.usage = Usage()

    @cached_property
    def chat(self) -> AsyncChat:
        """The chat resource, with our completions in it."""
        return _MeteredChat(self)


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
        # One token is not worth a stream.
        streamed = client.stream and request.get("max_tokens") != 1

        async def attempt() -> ChatCompletion:
            client.usage.calls += 1
            with _broken_answers(client):
                answer = await (self._streamed(request) if streamed else self._whole(request))
            count(client.usage, answer)
            return checked(answer)

        return await with_retries(
            attempt, retries=client.retries, listener=client.listener, sleep=client.sleep
        )

    async def _whole(self, request: dict[str, Any]) -> Any:
        return await super().create(**request)

    async def _streamed(self, request: dict[str, Any]) -> ChatCompletion | None:
        """Read the answer as it is written, tell the listener, and give it back whole.

        Returns None if no part of an answer came.
        """
        state: ChatCompletionStreamState[None] = ChatCompletionStreamState()
        begun, written, text = False, 0, ""
        chunks = await super().create(
            **request, stream=True, stream_options={"include_usage": True}
        )
        async for chunk in chunks:
            choices = getattr(chunk, "choices", None)
            begun = begun or bool(choices)
            if not begun or choices is None:
                continue
            state.handle_chunk(chunk)
            for choice in choices:
                if choice.delta.content:
                    written += 1
                    text += choice.delta.content
                    self._client.listener(Tokens(written=written, text=text))
        # As it was sent: reading it into a form, cut off or not, is Instructor's business.
        snapshot = state.current_completion_snapshot.model_dump() if begun else None
        return ChatCompletion.model_validate(snapshot) if snapshot is not None else None


@contextmanager
def _broken_answers(client: MeteredClient) -> Iterator[None]:
    """An answer that breaks on its way is to our policy the same as one that never came."""
    try:
        yield
    except httpx2.TimeoutException as error:
        raise openai.APITimeoutError(httpx2.Request("POST", client.base_url)) from error
    except (httpx2.HTTPError, ValueError) as error:
        raise openai.APIConnectionError(request=httpx2.Request("POST", client.base_url)) from error
