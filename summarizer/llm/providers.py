"""Which providers there are: one row each. A new one is one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from summarizer.errors import UnknownModelError

Protocol = Literal["openai", "anthropic", "google"]


@dataclass(frozen=True)
class Provider:
    """How to reach a provider, and what it is known to do.

    What a server does not take, such as a temperature, need not stand here: its refusal teaches it.
    """

    prefix: str
    base_url: str | None = None
    """None where the address must be given, or the engine is our own."""
    key_variable: str | None = None
    """Name of the environment variable that holds the key; None if no key is needed."""
    protocol: Protocol = "openai"
    extra: str | None = None
    """The extra that installs the provider's own client, if OpenAI's will not do."""
    limit_field: str = "max_tokens"
    """What the provider calls the limit on tokens written."""
    unstored: bool = False
    """Whether each request asks that the answer is not stored, for providers that take this."""
    log_probabilities: bool = False
    """Whether a closed question can be answered by the probability of one token."""
    room: bool = True
    """Whether an answer that was cut off is asked for once more, with twice the room."""
    priced_as: str | None = None
    """The provider's name in the table of prices; None where calls have no known price."""
    address_hint: str | None = None
    """What to give as --base-url where that is needed."""


# Twice the room would not fit into its context, and a small model fills any room by looping.
LOCAL: Final = Provider("local", log_probabilities=True, room=False)
COMPATIBLE: Final = Provider("compatible")
"""Any server given by --base-url; a key is sent if OPENAI_API_KEY holds one."""

PROVIDERS: Final = {
    row.prefix: row
    for row in (
        LOCAL,
        Provider(
            "openai",
            "https://api.openai.com/v1",
            "OPENAI_API_KEY",
            limit_field="max_completion_tokens",
            unstored=True,
            priced_as="openai",
        ),
        Provider(
            "anthropic",
            "https://api.anthropic.com",
            "ANTHROPIC_API_KEY",
            protocol="anthropic",
            extra="anthropic",
            priced_as="anthropic",
        ),
        Provider(
            "google",
            "https://generativelanguage.googleapis.com",
            "GEMINI_API_KEY",
            protocol="google",
            extra="google",
            priced_as="google",
        ),
        Provider(
            "azure",
            key_variable="AZURE_OPENAI_API_KEY",
            limit_field="max_completion_tokens",
            unstored=True,
            priced_as="azure",
            address_hint="https://RESOURCE.openai.azure.com/openai/v1",
        ),
        Provider(
            "openrouter",
            "https://openrouter.ai/api/v1",
            "OPENROUTER_API_KEY",
            priced_as="openrouter",
        ),
        Provider("ollama", "http://127.0.0.1:11434/v1"),
        Provider("lmstudio", "http://127.0.0.1:1234/v1"),
        Provider("vllm", "http://127.0.0.1:8000/v1", log_probabilities=True),
        Provider("llamacpp", "http://127.0.0.1:8080/v1", log_probabilities=True),
    )
}


@dataclass(frozen=True)
class ModelName:
    """A model string taken apart."""

    provider: Provider
    name: str
    """The provider's own name of the model."""

    def __str__(self) -> str:
        if self.provider in (LOCAL, COMPATIBLE):
            return self.name
        return f"{self.provider.prefix}/{self.name}"


def parse_model(model: str, *, base_url: str | None = None) -> ModelName:
    """Take a model string apart: `local`, `openai/NAME`, or any NAME when a base URL is given.

    Raises:
        UnknownModelError: the string names no provider and there is no base URL.
    """
    prefix, slash, name = model.partition("/")
    provider = PROVIDERS.get(prefix)
    if provider is LOCAL and not slash:
        return ModelName(LOCAL, "local")
    if provider is not None and provider is not LOCAL and name:
        return ModelName(provider, name)
    if base_url is not None and model:
        return ModelName(COMPATIBLE, model)
    known = ", ".join(p.prefix if p is LOCAL else f"{p.prefix}/NAME" for p in PROVIDERS.values())
    raise UnknownModelError(
        f"unknown model {model!r}",
        hint=f"use {known}, or NAME with --base-url for any OpenAI-compatible server",
    )
