"""Asking a scripted server through the whole client, and what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict

from summarizer.errors import SummarizerError
from summarizer.llm.budget import Budget
from summarizer.llm.channel import Channel
from summarizer.llm.choosing import Choice
from summarizer.llm.connect import channel_for
from summarizer.llm.meter import Meter
from summarizer.llm.model import Model
from summarizer.llm.prices import Price
from summarizer.llm.providers import COMPATIBLE, LOCAL, ModelName
from summarizer.progress import Event, Note, Tokens
from summarizer.prompts import Option, Question
from summarizer.schema import Usage
from tests.scripted.server import Server

ANY = ModelName(COMPATIBLE, "any")
EMBEDDED = ModelName(LOCAL, "local")
MESSAGES = [{"role": "system", "content": "Fill it in."}, {"role": "user", "content": "Go."}]

Turn = dict[str, str]


class Form(BaseModel):
    """A small form, closed like the draft."""

    model_config = ConfigDict(extra="forbid")

    word: str
    numbers: list[int]


GOOD = {"word": "salt", "numbers": [1, 2]}
KIND = Question(
    name="kind",
    options=(
        Option(label="A", word="apple", meaning="a fruit"),
        Option(label="B", word="bread", meaning="a loaf"),
        Option(label="NONE", word="nothing", meaning="neither"),
    ),
    ask="What is {{thing}}?",
    instruction="Say what it is.",
    examples=(((("thing", "rye"),), "B"),),
)


@dataclass
class Asked:
    """What came of one call, and what happened on the way."""

    value: Any = None
    error: SummarizerError | None = None
    usage: Usage = field(default_factory=Usage)
    cost: float | None = None
    sampling: dict[str, Any] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)

    @property
    def notes(self) -> list[str]:
        """What a verbose log would say."""
        return [event.text for event in self.events if isinstance(event, Note)]

    @property
    def tokens(self) -> list[Tokens]:
        """How the answer grew."""
        return [event for event in self.events if isinstance(event, Tokens)]

    @property
    def form(self) -> dict[str, Any]:
        """The form that was filled in; there must be one. Instructor hangs more on it."""
        assert isinstance(self.value, BaseModel), self.error
        return self.value.model_dump()

    @property
    def message(self) -> str:
        """The error's message; there must be one."""
        assert self.error is not None
        return self.error.message


def fill(server: Server, messages: Sequence[Turn] = MESSAGES, **how: Any) -> Asked:
    """Have the small form filled in."""
    return _ask(server, lambda model: model.fill(messages, Form), **how)


def choose(server: Server, **how: Any) -> Asked:
    """Ask the small question."""
    return _ask(server, lambda model: model.choose(KIND, {"thing": "a crust"}), **how)


def choice(asked: Asked) -> Choice:
    """The answer to the small question; there must be one."""
    assert isinstance(asked.value, Choice), asked.error
    return asked.value


def _ask(
    server: Server,
    call: Any,
    *,
    name: ModelName = ANY,
    key: str | None = None,
    stream: bool = False,
    retries: int = 3,
    reasks: int = 2,
    timeout: float = 5,
    max_tokens: int = 100,
    budget: Budget | None = None,
    price: Price | None = None,
) -> Asked:
    asked = Asked()

    async def no_sleep(seconds: float) -> None:
        asked.pauses.append(seconds)

    async def run() -> None:
        hear = asked.events.append
        meter = Meter(retries=retries, listener=hear, sleep=no_sleep, budget=budget, price=price)
        # Only OpenAI's addresses end in the version.
        native = name.provider.protocol != "openai"
        channel = channel_for(
            name,
            base_url=server.base_url.removesuffix("/v1") if native else server.base_url,
            key=key,
            timeout=timeout,
            meter=meter,
            stream=stream,
        )

        async def opener() -> Channel:
            return channel

        model = Model(name, meter, opener, reasks=reasks, max_tokens=max_tokens, listener=hear)
        try:
            asked.value = await call(model)
        except SummarizerError as error:
            asked.error = error
        await channel.close()
        asked.usage = model.usage
        asked.cost = model.cost
        asked.sampling = model.sampling

    asyncio.run(run())
    return asked
