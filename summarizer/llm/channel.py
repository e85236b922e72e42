"""What a model needs of a provider, whatever its protocol."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from openai.types.chat import ChatCompletion

from summarizer.errors import ConfigurationError
from summarizer.llm.meter import Meter
from summarizer.prompts import Message

if TYPE_CHECKING:
    from instructor import AsyncInstructor


class Channel(Protocol):
    """An open way to one model."""

    meter: Meter
    address: str
    """As it is shown to people: without name, password and query."""
    key: str | None
    served_as: str

    @property
    def dropped(self) -> set[str]:
        """Names of parameters that the server turned out not to take."""

    def forms(self) -> Sequence[AsyncInstructor]:
        """Instructor's clients, the best way to get a form first, then what to fall back on."""

    def turns(self, messages: Sequence[Message]) -> list[Message]:
        """The conversation, by this provider's names for who speaks."""

    def limit(self, tokens: int) -> dict[str, Any]:
        """The limit on tokens written, by this provider's name for it."""

    async def one_token(self, messages: Sequence[Message], top: int) -> ChatCompletion:
        """The likeliest first tokens of an answer, with their log-probabilities."""

    def text_of(self, answer: Any) -> str:
        """What an answer that was cut off says as far as it goes."""

    def count(self, text: str) -> int | None:
        """Tokens of a text as the model itself cuts it; None where only its server knows."""

    def make_ready(self, prefix: Sequence[Message]) -> None:
        """Let an embedded engine hold the static start of what comes."""

    def check(self) -> None:
        """Raise EngineError if the engine behind it has died."""

    async def close(self) -> None:
        """Let go of its connections."""


class Remote:
    """What is the same for servers elsewhere: nothing is held ready, and death tells itself."""

    address: str

    async def one_token(self, messages: Sequence[Message], top: int) -> ChatCompletion:
        """Most give no log-probabilities; their rows say so, and this is not asked for."""
        del messages, top
        raise ConfigurationError(
            f"{self.address} gives no log-probabilities", hint="take --plan draft"
        )

    def turns(self, messages: Sequence[Message]) -> list[Message]:
        """The conversation as it is."""
        return list(messages)

    def count(self, text: str) -> int | None:
        """There is no way to ask for it that all servers know."""
        del text
        return None

    def make_ready(self, prefix: Sequence[Message]) -> None:
        """A server keeps what it read as it likes."""

    def check(self) -> None:
        """A server elsewhere tells by itself when it is gone."""
