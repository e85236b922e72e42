"""A model that can be asked: to fill in a form, or to answer a closed question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, TypeVar

import instructor
import openai
from instructor.core import IncompleteOutputException, InstructorRetryException
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError, create_model

from summarizer.errors import AnswerError, SummarizerError
from summarizer.llm.choosing import Choice, choose_by_tokens, first_token_weights
from summarizer.llm.failures import explain
from summarizer.llm.providers import ModelName
from summarizer.llm.salvage import salvage
from summarizer.llm.transport import MeteredClient
from summarizer.progress import Listener, Note
from summarizer.prompts import Message, Question
from summarizer.schema import Usage

T = TypeVar("T", bound=BaseModel)
_TOP: Final = 20


class Model:
    """One model at one address. Usage adds up over everything asked of it."""

    def __init__(
        self,
        name: ModelName,
        client: MeteredClient,
        *,
        reasks: int,
        max_tokens: int,
        listener: Listener,
        served_as: str | None = None,
        prepare: Callable[[Sequence[Message]], None] | None = None,
        weights: str | None = None,
        engine: str | None = None,
    ) -> None:
        self.name = name
        self.weights = weights
        self.engine = engine
        self.sampling: dict[str, Any] = {"temperature": 0}
        self._client = client
        self._served_as = served_as or name.name
        self._reasks = reasks
        self._max_tokens = max_tokens
        self._listener = listener
        self._prepare = prepare
        self._structured = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
        self._structured.on("parse:error", self._misfitted)

    @property
    def usage(self) -> Usage:
        """Tokens and calls so far, over all attempts."""
        return self._client.usage.model_copy()

    async def fill(self, messages: Sequence[Message], form: type[T]) -> T:
        """Have a form filled in, asking again when the answer does not fit.

        Raises:
            AnswerError: no answer fitted, or it was a refusal or cut off with nothing to save.
            ProviderError, ConfigurationError: the provider failed or refused.
        """
        self._make_ready(messages[:-1])
        try:
            filled = await self._structured.create(
                response_model=form,
                messages=list(messages),  # type: ignore[arg-type]  # plain dicts, as it documents
                max_retries=self._reasks,  # after the first attempt
                model=self._served_as,
                **self._limits(self._max_tokens),
            )
        except IncompleteOutputException as error:
            return self._saved(error.last_completion, form, error)
        except InstructorRetryException as error:
            raise self._failure(error) from error
        return filled

    async def choose(self, question: Question, values: dict[str, str]) -> Choice:
        """Answer a closed question about these values."""
        if not self.name.provider.log_probabilities:
            return await self._choose_by_enum(question, values)
        self._make_ready(question.prefix)
        answer = await self._one_token(question.messages(values))
        chosen = choose_by_tokens(question.options, first_token_weights(answer))
        if chosen is not None:
            return chosen
        self._listener(Note(f"no option of {question.name} among the likeliest tokens"))
        return await self._choose_by_enum(question, values)

    async def _one_token(self, messages: Sequence[Message]) -> ChatCompletion:
        try:
            return await self._client.chat.completions.create(
                model=self._served_as,
                messages=list(messages),  # type: ignore[arg-type]  # plain dicts, as it documents
                logprobs=True,
                top_logprobs=_TOP,
                **self._limits(1),
            )
        except openai.OpenAIError as error:
            raise self._explained(error) from error

    async def _choose_by_enum(self, question: Question, values: dict[str, str]) -> Choice:
        """The same question as a form with one field, for models without log-probabilities."""
        words = tuple(option.word for option in question.options)
        form = create_model("Answer", answer=(Literal[words], ...))  # type: ignore[arg-type]
        filled = await self.fill(question.messages(values), form)
        word = filled.model_dump()["answer"]
        label = next(option.label for option in question.options if option.word == word)
        return Choice(label=label, margin=None, probabilities={})

    def _make_ready(self, prefix: Sequence[Message]) -> None:
        if self._prepare is not None:
            self._prepare(prefix)

    def _limits(self, tokens: int) -> dict[str, Any]:
        return {self.name.provider.limit_field: tokens, **self.sampling}

    def _saved(self, answer: Any, form: type[T], error: Exception) -> T:
        """What can be saved of an answer that was cut off at the limit."""
        text = answer.choices[0].message.content if isinstance(answer, ChatCompletion) else None
        saved = salvage(text or "", form)
        if saved is None:
            raise AnswerError(
                f"the answer was cut off at {self._max_tokens} tokens",
                hint="raise --max-tokens or give a shorter article",
            ) from error
        self._listener(Note("the answer was cut off; its last item was left out"))
        return saved

    def _failure(self, error: InstructorRetryException) -> SummarizerError:
        """Instructor wraps whatever happened: a transport error, one of ours, or misfits."""
        cause: BaseException | None = error.__cause__
        while cause is not None:
            if isinstance(cause, openai.OpenAIError):
                return self._explained(cause)
            if isinstance(cause, SummarizerError):
                return type(cause)(cause.message, hint=cause.hint)  # chained to itself: a ring
            cause = cause.__cause__
        return AnswerError(
            f"the model's answer never fitted the form, in {self._reasks + 1} attempts",
            hint="try a larger model, or --verbose to see what did not fit",
        )

    def _misfitted(self, error: Exception) -> None:
        """Say where an answer did not fit, without its words."""
        where = "it is not JSON"
        if isinstance(error, ValidationError):
            first = error.errors(include_url=False, include_input=False)[0]
            where = f"{'.'.join(str(part) for part in first['loc'])} {first['msg']}".strip()
        self._listener(Note(f"the answer did not fit the form: {where}"))

    def _explained(self, error: openai.OpenAIError) -> SummarizerError:
        # Without name and password, which an address may hold, too.
        address = str(self._client.base_url.copy_with(userinfo=b"", query=None)).rstrip("/")
        return explain(error, model=self.name.name, address=address, key=self._client.key)
