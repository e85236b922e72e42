"""A model that can be asked: to fill in a form, or to answer a closed question."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any, Final, Literal, TypeVar

import openai
from pydantic import BaseModel, TypeAdapter, ValidationError, create_model

from summarizer.errors import CutOffError, ProviderError, SummarizerError
from summarizer.llm.breaker import Breaker
from summarizer.llm.budget import Spending
from summarizer.llm.cache import AnswerCache, key_of
from summarizer.llm.channel import Channel
from summarizer.llm.choosing import LITTLE, Choice, choose_by_tokens, first_token_weights
from summarizer.llm.filling import Filler, explained
from summarizer.llm.meter import Meter
from summarizer.llm.providers import ModelName
from summarizer.llm.quirks import refuses
from summarizer.progress import Began, Ended, Listener, Note, Recalled
from summarizer.prompts import Message, Question
from summarizer.schema import Usage

T = TypeVar("T", bound=BaseModel)
R = TypeVar("R")
_TOP: Final = 20
_SAMPLING: Final = {"temperature": 0}
_CHOICE: Final = TypeAdapter(Choice)

_article: ContextVar[tuple[str, str]] = ContextVar("_article", default=("", ""))
"""Id and hash of the article that this task is about."""


class Model:
    """One model at one address. What it spends adds up over everything asked of it."""

    def __init__(
        self,
        name: ModelName,
        meter: Meter,
        opener: Callable[[], Awaitable[Channel]],
        *,
        reasks: int,
        max_tokens: int,
        listener: Listener,
        cache: AnswerCache | None = None,
        identity: Mapping[str, str | None] | None = None,
        deadline: float | None = None,
    ) -> None:
        """`opener` gives the channel when something is asked; `deadline` is in seconds.

        `identity` tells this model from others of the same name: address, weights, engine.
        """
        self.name = name
        self._identity = {"model": str(name), **(identity or {})}
        self._meter = meter
        self._opener = opener
        self._listener = listener
        self._cache = cache
        self._deadline = deadline
        self._breaker = Breaker()
        self._dropped: set[str] = set()
        self._tokens_tell = name.provider.log_probabilities
        room = name.provider.room
        self._filler = Filler(reasks=reasks, max_tokens=max_tokens, room=room, listener=listener)

    @property
    def weights(self) -> str | None:
        """Id of the weights, if they are on this machine."""
        return self._identity.get("weights")

    @property
    def engine(self) -> str | None:
        """Engine and version, if it is the embedded one."""
        return self._identity.get("engine")

    @property
    def sampling(self) -> dict[str, Any]:
        """Temperature and the like, as sent."""
        return {name: value for name, value in _SAMPLING.items() if name not in self._dropped}

    @property
    def usage(self) -> Usage:
        """Tokens and calls so far, over all attempts."""
        return self._meter.spent.usage.model_copy()

    @property
    def cost(self) -> float | None:
        """US dollars so far; None where the price is not known."""
        return self._meter.spent.cost

    @property
    def asks_instead(self) -> str | None:
        """How forms are asked for, by Instructor's name, where the best way was not taken."""
        return self._filler.instead

    async def channel(self) -> Channel:
        """The open way to it; an embedded engine is started for it."""
        return await self._opener()

    @asynccontextmanager
    async def account(self, article: str, sha256: str) -> AsyncIterator[Spending]:
        """The account of one article: what is asked within is booked to it, and has its deadline.

        Raises:
            ProviderError: the deadline has passed.
            SummarizerError: what was raised within; marked as one that stops the run when article
                after article fails of one cause.
        """
        self._breaker.check()
        began = time.monotonic()
        outcome: str | None = "interrupted"
        self._listener(Began(article))
        about = _article.set((article, sha256))
        with self._meter.account() as spent:
            try:
                async with asyncio.timeout(self._deadline) as limit:
                    yield spent
                self._breaker.done()
                outcome = None
            except (TimeoutError, SummarizerError) as error:
                if isinstance(error, TimeoutError) and not limit.expired():
                    raise
                failure = self._breaker.failed(
                    error if isinstance(error, SummarizerError) else self._late()
                )
                outcome = f"{type(failure).__name__} {failure.exit_code}"
                if failure is error:
                    raise
                raise failure from error
            finally:
                _article.reset(about)
                self._listener(_ended(article, time.monotonic() - began, spent, outcome))

    async def fill(
        self,
        messages: Sequence[Message],
        form: type[T],
        *,
        salvaged: bool = True,
        once: bool = False,
    ) -> T:
        """Have a form filled in, asking again when the answer does not fit.

        An answer that was cut off is given as far as it goes, if `salvaged`. To ask again is to
        send the misfit, too; a request that may not grow so is sent `once`.

        Raises:
            CutOffError: it was cut off with nothing to save, or what is saved is not wanted.
            AnswerError: no answer fitted, or it was a refusal.
            ProviderError, ConfigurationError: the provider failed or refused.
            BudgetError: a limit was reached before.
        """
        key = self._key(form=form.model_json_schema(), messages=list(messages))
        held = self._recalled(key, form.__name__, form.model_validate_json)
        if held is not None:
            return held
        channel = await self._opener()
        self._dropped = channel.dropped
        try:
            filled = await self._filler.fill(channel, messages, form, self.sampling, once=once)
        except CutOffError as error:
            if salvaged and isinstance(error.saved, form):
                self._listener(Note("the answer was cut off; its last item was left out"))
                return error.saved
            raise
        self._keep(key, filled.model_dump_json())
        return filled

    async def choose(self, question: Question, values: dict[str, str]) -> Choice:
        """Answer a closed question about these values."""
        words = [[option.label, option.word] for option in question.options]
        key = self._key(options=words, messages=question.messages(values))
        held = self._recalled(key, question.name, _CHOICE.validate_json)
        if held is not None:
            return held
        chosen = await self._choose_by_token(question, values) if self._tokens_tell else None
        if chosen is None:
            chosen = await self._choose_by_enum(question, values)
        self._keep(key, _CHOICE.dump_json(chosen).decode())
        return chosen

    async def count(self, texts: Sequence[str]) -> list[int] | None:
        """Tokens of each text as the model itself cuts it; None where only its server knows."""
        channel = await self._opener()
        counts: list[int] = []
        for text in texts:
            tokens = await asyncio.to_thread(channel.count, text)
            if tokens is None:
                return None
            counts.append(tokens)
        return counts

    async def _choose_by_token(self, question: Question, values: dict[str, str]) -> Choice | None:
        """None where the model gives no probabilities, or none to any option."""
        channel = await self._opener()
        channel.make_ready(question.prefix)
        try:
            answer = await channel.one_token(question.messages(values), _TOP)
        except openai.OpenAIError as error:
            if not refuses(error, "logprobs"):
                raise explained(error, channel) from error
            self._tokens_tell = False
            self._listener(Note("the model gives no log-probabilities; asking for words"))
            return None
        chosen = choose_by_tokens(question.options, first_token_weights(answer))
        if chosen is None:
            self._listener(Note(f"no option of {question.name} among the likeliest tokens"))
        elif chosen.covered < LITTLE:
            share = f"{chosen.covered:.0%}"
            self._listener(Note(f"the options of {question.name} have {share} together: unsure"))
        return chosen

    async def _choose_by_enum(self, question: Question, values: dict[str, str]) -> Choice:
        """The same question as a form with one field, for models without log-probabilities."""
        words = tuple(option.word for option in question.options)
        form = create_model("Answer", answer=(Literal[words], ...))  # type: ignore[arg-type]
        filled = await self.fill(question.messages(values), form)
        word = filled.model_dump()["answer"]
        label = next(option.label for option in question.options if option.word == word)
        return Choice(label=label, margin=None, probabilities={})

    def _key(self, **asked: Any) -> str:
        if self._cache is None:
            return ""
        return key_of(**self._identity, sampling=_SAMPLING, **asked)

    def _recalled(self, key: str, what: str, read: Callable[[str], R]) -> R | None:
        """An answer paid for earlier, if it is still one."""
        held = self._cache.find(key) if self._cache is not None else None
        if held is None:
            return None
        try:
            answer = read(held)
        except ValidationError:
            return None
        self._listener(Recalled(what))
        return answer

    def _keep(self, key: str, value: str) -> None:
        if self._cache is not None:
            article, sha256 = _article.get()
            self._cache.store(key, value, article=article, sha256=sha256)

    def _late(self) -> ProviderError:
        return ProviderError(
            f"the article was not done within {self._deadline:g} s",
            hint="raise --deadline; what was answered so far is kept in the cache",
        )


def _ended(article: str, seconds: float, spent: Spending, outcome: str | None) -> Ended:
    usage = spent.usage
    told = round(seconds, 3)
    return Ended(article, told, usage.calls, usage.input, usage.output, spent.cost, outcome)
