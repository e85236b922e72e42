"""Having a form filled in through Instructor, by the best way that the server takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

import instructor
import openai
from instructor.core import IncompleteOutputException, InstructorRetryException
from pydantic import BaseModel, ValidationError

from summarizer.errors import (
    AnswerError,
    ConfigurationError,
    CutOffError,
    ProviderError,
    SummarizerError,
)
from summarizer.llm.channel import Channel
from summarizer.llm.failures import explain
from summarizer.llm.quirks import refuses
from summarizer.llm.salvage import salvage
from summarizer.progress import Listener, Note
from summarizer.prompts import Message

if TYPE_CHECKING:
    from instructor import AsyncInstructor

T = TypeVar("T", bound=BaseModel)

_FORMS: Final = 64
"""Forms that are kept as Instructor wants them."""


class Filler:
    """Asks for forms. It remembers which way of asking the server took."""

    def __init__(self, *, reasks: int, max_tokens: int, room: bool, listener: Listener) -> None:
        self._reasks = reasks
        self._max_tokens = max_tokens
        self._room = room
        self._listener = listener
        self._channel: Channel | None = None
        self._clients: list[AsyncInstructor] = []
        self._way = 0

    @property
    def instead(self) -> str | None:
        """How forms are asked for, by Instructor's name, where the best way was not taken."""
        return str(self._clients[self._way].mode.value) if self._way else None

    async def fill(
        self,
        channel: Channel,
        messages: Sequence[Message],
        form: type[T],
        sampling: Mapping[str, Any],
        *,
        once: bool = False,
    ) -> T:
        """The form; an answer that was cut off is asked for once more with twice the room.

        Raises:
            CutOffError: it was cut off again; with what can be saved of it.
            AnswerError: no answer fitted, or it was a refusal.
            ProviderError, ConfigurationError, BudgetError: the provider or a limit refused.
        """
        self._follow(channel)
        channel.make_ready(messages[:-1])
        cut: list[Any] = []
        for tokens in (self._max_tokens, 2 * self._max_tokens)[: 2 if self._room else 1]:
            try:
                return await self._asked(channel, messages, form, tokens, sampling, once=once)
            except IncompleteOutputException as error:
                cut.append(error.last_completion)
                if self._room and len(cut) == 1:
                    self._listener(Note(f"the answer was cut off at {tokens} tokens; once more"))
            except ConfigurationError:
                if not cut:
                    raise  # else it allows no more room than it had
        raise self._cut_off([channel.text_of(answer) for answer in cut], form)

    async def _asked(
        self,
        channel: Channel,
        messages: Sequence[Message],
        form: type[T],
        tokens: int,
        sampling: Mapping[str, Any],
        *,
        once: bool,
    ) -> T:
        reasks = 0 if once else self._reasks
        while True:
            way = self._way
            try:
                return await self._clients[way].create(
                    response_model=_prepared(form),
                    messages=channel.turns(messages),  # type: ignore[arg-type]  # plain dicts
                    max_retries=reasks,  # after the first attempt
                    model=channel.served_as,
                    **channel.limit(tokens),
                    **sampling,
                )
            except InstructorRetryException as error:
                if not self._falls_back(error, way):
                    raise self._failure(error, channel, reasks) from error

    def _falls_back(self, error: InstructorRetryException, way: int) -> bool:
        """Whether there is another way to ask, where the server refused this one."""
        if way + 1 >= len(self._clients) or not refuses(error.__cause__, "schema"):
            return False
        if self._way > way:
            return True  # another task was refused the same before
        self._way = way + 1
        mode = self._clients[self._way].mode.value
        self._listener(Note(f"the server takes no JSON schema this way; asking by {mode}"))
        return True

    def _follow(self, channel: Channel) -> None:
        if channel is self._channel:
            return
        self._channel = channel
        self._clients = list(channel.forms())
        for client in self._clients:
            client.on("parse:error", self._misfitted)

    def _cut_off(self, texts: Sequence[str], form: type[BaseModel]) -> CutOffError:
        """What can be saved of answers that were cut off at the limit, the longest last."""
        saved = (salvage(text, form) for text in reversed(texts))
        return CutOffError(
            f"the answer was cut off at {len(texts) * self._max_tokens} tokens",
            hint="raise --answer-tokens or give a shorter article",
            saved=next((one for one in saved if one is not None), None),
        )

    def _failure(
        self, error: InstructorRetryException, channel: Channel, reasks: int
    ) -> SummarizerError:
        """Instructor wraps whatever happened: a transport error, one of ours, or misfits."""
        cause: BaseException | None = error.__cause__
        while cause is not None:
            if isinstance(cause, openai.OpenAIError):
                return explained(cause, channel)
            if isinstance(cause, SummarizerError):
                copy = type(cause)(cause.message, hint=cause.hint)  # chained to itself: a ring
                return copy.stopping() if cause.stops_run else copy
            cause = cause.__cause__
        if not error.failed_attempts:  # not what the model said: something between us and it
            first = error.__cause__ or error
            words = " ".join(str(first).split())
            return ProviderError(
                f"{channel.address} failed: {type(first).__name__}: {words}",
                hint="run it again with --debug and see where",
            )
        return AnswerError(
            f"the model's answer never fitted the form, in {reasks + 1} attempts",
            hint="try a larger model, or --verbose to see what did not fit",
        )

    def _misfitted(self, error: Exception) -> None:
        """Say where an answer did not fit, without its words."""
        where = "it is not JSON"
        if isinstance(error, ValidationError):
            first = error.errors(include_url=False, include_input=False)[0]
            path = [str(part) for part in first["loc"]]
            if first["type"] == "extra_forbidden":
                path[-1:] = ["an unknown name"]  # which may be the article's words
            where = f"{'.'.join(path)} {first['msg']}".strip()
        self._listener(Note(f"the answer did not fit the form: {where}"))


@lru_cache(_FORMS)
def _prepared(form: type[T]) -> type[T]:
    """The form as Instructor turns it for itself at each call, which takes a millisecond."""
    return instructor.response_schema(form)


def explained(error: openai.OpenAIError, channel: Channel) -> SummarizerError:
    """Our error for the client's; that an engine of ours has died is the better explanation."""
    if isinstance(error, openai.APIConnectionError):
        try:
            channel.check()
        except SummarizerError as death:
            return death
    return explain(error, model=channel.served_as, address=channel.address, key=channel.key)
