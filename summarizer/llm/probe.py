"""What a model can do, found out by two tiny calls: a form, and one token."""

from __future__ import annotations

import socket
import time
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import openai
from pydantic import BaseModel, ConfigDict

from summarizer.errors import ConfigurationError
from summarizer.llm.choosing import first_token_weights
from summarizer.llm.connect import open_model
from summarizer.llm.filling import explained
from summarizer.llm.model import Model
from summarizer.llm.quirks import is_refusal
from summarizer.progress import Listener, silent
from summarizer.prompts import Message
from summarizer.settings import Settings

_ASKED: Final[list[Message]] = [
    {"role": "system", "content": "Fill in the form about the sentence."},
    {"role": "user", "content": "Ada Moss bought three boats in the harbour of Velden."},
]
_BOATS: Final = 3
_MOMENT: Final = 0.3
"""Seconds."""


class _Tiny(BaseModel):
    """The form."""

    model_config = ConfigDict(extra="forbid")

    buyer: str
    boats: int


@dataclass(frozen=True, slots=True)
class Probe:
    """What came of it."""

    model: str
    served_at: str
    engine: str | None
    instead: str | None
    """How the form was asked for instead, by Instructor's name, if the server took no schema."""
    right: bool
    """Whether the form says what the sentence says."""
    log_probabilities: bool
    left_out: tuple[str, ...]
    """Parameters that the server did not take."""
    written: int
    seconds: float
    """For the form, reading included; an engine was started before."""
    cost: float | None


async def probe(settings: Settings, *, listener: Listener = silent) -> Probe:
    """Ask the model for a form of two fields, and for one token with its probability.

    Raises:
        SummarizerError: the model cannot be opened, or does not fill in the form.
    """
    uncached = settings.model_copy(update={"cache": False})
    async with open_model(uncached, listener=listener) as model:
        channel = await model.channel()
        began = time.monotonic()
        filled = await model.fill(_ASKED, _Tiny)
        seconds, written = time.monotonic() - began, model.usage.output
        tells = await _tells_probabilities(model)
        return Probe(
            model=str(model.name),
            served_at=channel.address,
            engine=model.engine,
            instead=model.asks_instead,
            right="Moss" in filled.buyer and filled.boats == _BOATS,
            log_probabilities=tells,
            left_out=tuple(sorted(channel.dropped)),
            written=written,
            seconds=seconds,
            cost=model.cost,
        )


def listens(address: str) -> bool:
    """Whether anything takes a connection there, within a moment; for servers on this machine."""
    parts = urlsplit(address)
    try:
        socket.create_connection((parts.hostname, parts.port), timeout=_MOMENT).close()
    except OSError:
        return False
    return True


async def _tells_probabilities(model: Model) -> bool:
    channel = await model.channel()
    try:
        answer = await channel.one_token(_ASKED, 5)
    except ConfigurationError:
        return False
    except openai.OpenAIError as error:
        if is_refusal(error):
            return False
        raise explained(error, channel) from error
    return bool(first_token_weights(answer))
