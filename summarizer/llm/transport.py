"""An OpenAI client whose every completion is retried by our policy, counted, and told about.

It is the lowest layer: Instructor above it sees an answer or a final failure, so that re-asking
for an answer that fits and repeating a lost request never multiply.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from openai import AsyncOpenAI
from openai.lib.streaming.chat import ChatCompletionStreamState
from openai.resources.chat import AsyncChat, AsyncCompletions
from openai.types.chat import ChatCompletion

from summarizer.llm.retries import with_retries
from summarizer.progress import Listener, Tokens, silent
from summarizer.schema import Usage


class MeteredClient(AsyncOpenAI):
    """An AsyncOpenAI that keeps its usage over all attempts, failed answers included."""

    def __init__(
        self, *, retries: int, listener: Listener = silent, stream: bool = False, **options: Any
    ) -> None:
        super().__init__(max_retries=0, **options)
        self.retries = retries
        self.listener = listener
        self.stream = stream
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
        # One token is not worth a stream.
        streamed = client.stream and request.get("max_tokens") != 1

        async def attempt() -> ChatCompletion:
            client.usage.calls += 1
            if streamed:
                return await self._streamed(request)
            whole: ChatCompletion = await super(_MeteredCompletions, self).create(**request)
            return whole

        answer = await with_retries(attempt, retries=client.retries, listener=client.listener)
        if answer.usage is not None:
            client.usage.input += answer.usage.prompt_tokens
            client.usage.output += answer.usage.completion_tokens
        return answer

    async def _streamed(self, request: dict[str, Any]) -> ChatCompletion:
        """Read the answer as it is written, tell the listener, and give it back whole."""
        state: ChatCompletionStreamState[None] = ChatCompletionStreamState()
        written, text = 0, ""
        chunks = await super().create(
            **request, stream=True, stream_options={"include_usage": True}
        )
        async for chunk in chunks:
            state.handle_chunk(chunk)
            for choice in chunk.choices:
                if choice.delta.content:
                    written += 1
                    text += choice.delta.content
                    self._client.listener(Tokens(written=written, text=text))
        # A plain completion: what is parsed, and by which model, is Instructor's business.
        return ChatCompletion.model_validate(state.get_final_completion().model_dump())
