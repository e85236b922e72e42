"""What a run would ask and cost, found out without asking."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

from summarizer.article import Article
from summarizer.errors import EngineError
from summarizer.llm import Choice, Model, parse_model
from summarizer.llm.channel import Channel
from summarizer.llm.meter import Meter
from summarizer.llm.prices import Price, price_for
from summarizer.llm.providers import LOCAL
from summarizer.pipeline.article import Summarizer
from summarizer.pipeline.plans import plan_for
from summarizer.progress import silent
from summarizer.prompts import Message, Question, load_prompt
from summarizer.settings import Settings

T = TypeVar("T", bound=BaseModel)

_BYTES_PER_TOKEN: Final = 3.95
_TOKENS_PER_TURN: Final = 4
"""Fitted on what the embedded engine counted in our recorded requests, which are English."""


class DryModel(Model):
    """Notes what it is asked and gives the emptiest answer that fits."""

    def __init__(self, settings: Settings) -> None:
        name = parse_model(settings.model, base_url=settings.base_url)
        super().__init__(name, Meter(retries=0), _nobody, reasks=0, max_tokens=0, listener=silent)
        self.requests: list[list[Message]] = []
        self.read = 0
        """Tokens to be read, estimated."""
        self.most_written = 0
        self.price: Price | None = price_for(name, settings)
        self._answer_tokens = settings.answer_tokens

    async def fill(
        self,
        messages: Sequence[Message],
        form: type[T],
        *,
        salvaged: bool = True,
        once: bool = False,
    ) -> T:
        """An empty form."""
        del salvaged, once
        self._note(list(messages), self._answer_tokens)
        if self.name.provider is not LOCAL:  # whose engine turns the schema into a grammar
            schema = json.dumps(form.model_json_schema())
            self.read += round(len(schema.encode()) / _BYTES_PER_TOKEN)
        return form.model_validate({n: _least(f.annotation) for n, f in form.model_fields.items()})

    async def choose(self, question: Question, values: dict[str, str]) -> Choice:
        """The first option, for sure."""
        self._note(question.messages(values), 1)
        labels = [option.label for option in question.options]
        shares = {label: float(label == labels[0]) for label in labels}
        return Choice(label=labels[0], margin=1.0, probabilities=shares)

    async def count(self, texts: Sequence[str]) -> list[int] | None:
        """Nobody is there to count."""
        del texts
        return None

    def cost_of(self, written: int) -> float | None:
        """US dollars if so many tokens are written; None where the price is not known."""
        return self.price(self.read, written, 0) if self.price is not None else None

    def _note(self, messages: list[Message], tokens: int) -> None:
        self.requests.append(messages)
        self.read += tokens_of(messages)
        self.most_written += tokens


def tokens_of(messages: Sequence[Message]) -> int:
    """About how many tokens a conversation has; other languages have more than this says."""
    size = sum(len(turn["content"].encode()) for turn in messages)
    return round(size / _BYTES_PER_TOKEN + _TOKENS_PER_TURN * len(messages))


async def rehearse(article: Article, settings: Settings) -> DryModel:
    """Go through all steps for an article with a model that answers nothing.

    Questions that follow from answers are not foreseen: a plan that asks may make more calls.
    """
    model = DryModel(settings)
    plan = plan_for(model.name, settings.plan, verify=settings.verify)
    prompt = load_prompt(settings.prompt)
    summarizer = Summarizer(
        model, prompt, plan, section_tokens=settings.section_tokens, language=settings.language
    )
    await summarizer.summarize(article)
    return model


def _least(annotation: Any) -> Any:
    """The smallest value of a field's type: the first of a choice, an empty list or text."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)[0]
    return [] if get_origin(annotation) is list else ""


async def _nobody() -> Channel:
    raise EngineError("a rehearsal asks nobody", hint="leave --dry-run out")
