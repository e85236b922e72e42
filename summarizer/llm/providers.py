"""Which providers there are: one row each. A new one is one row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summarizer.errors import UnknownModelError


@dataclass(frozen=True)
class Provider:
    """How to reach a provider, and what it is known to do."""

    prefix: str
    base_url: str | None
    """None where the address must be given, or the engine is our own."""
    key_variable: str | None
    """Name of the environment variable that holds the key; None if no key is needed."""
    limit_field: str = "max_tokens"
    """What the provider calls the limit on tokens written."""
    log_probabilities: bool = False
    """Whether a closed question can be answered by the probability of one token."""


LOCAL: Final = Provider("local", None, None, log_probabilities=True)
COMPATIBLE: Final = Provider("compatible", None, None)
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
        ),
        Provider("ollama", "http://127.0.0.1:11434/v1", None),
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
