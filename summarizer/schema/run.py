"""How a result was made: model, prompt, usage, and what went wrong on the way."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import Field

from summarizer.schema.base import Model


class Caveat(Model):
    """Something that was dropped, repaired or could not be supported."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="a name from the table of codes")
    path: str = Field(description="JSON Pointer to the item, or to the list it would have been in")
    message: str = Field(min_length=1, description="what happened, in one line")


class PromptRecord(Model):
    """Which prompt files were used."""

    name: str
    fingerprint: str = Field(description='"sha256:" and the hash of all the prompt\'s files')


class Usage(Model):
    """Tokens and calls over all attempts, failed ones included."""

    input: int = Field(default=0, ge=0, description="tokens read")
    output: int = Field(default=0, ge=0, description="tokens written")
    calls: int = Field(default=0, ge=0, description="requests sent")


class Run(Model):
    """Everything needed to tell two results apart or to make one again."""

    summarizer: str = Field(description="version of this package")
    model: str = Field(description="the model string, such as local or openai/gpt-4o")
    weights: str | None = Field(default=None, description="hash of the weights, if they are local")
    engine: str | None = Field(default=None, description="engine and version, if it is embedded")
    language: str | None = Field(
        default=None, description="asked for of our own words; null: the article's"
    )
    plan: str = Field(description="the named list of steps that was run")
    prompt: PromptRecord
    schema_fingerprint: str = Field(description='"sha256:" and the hash of the draft\'s schema')
    sampling: dict[str, Any] = Field(description="temperature and the like, as sent")
    usage: Usage
    cost: float | None = Field(default=None, ge=0, description="US dollars; null if not known")
    seconds: float = Field(ge=0, description="wall time")
    created: datetime = Field(description="ISO 8601, UTC")
