"""An article that could not be done, as `OUT.failed.jsonl` lists it."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from summarizer.schema import Usage
from summarizer.schema.base import Model


class FailedArticle(Model):
    """Why there is no summary; it is taken up again when asked for, or when what reads changes."""

    id: str | None = Field(description="the article's; null for a source that cannot be read")
    source: str = Field(description="where it was read from")
    error: str = Field(description="what went wrong, in one line")
    exit_code: int = Field(description="3 input or setting, 4 provider, 5 answer, 70 internal")
    attempts: int = Field(description="runs that tried it")
    usage: Usage = Field(description="of the last attempt")
    fingerprint: str | None = Field(
        default=None, description="hash of the text and of what read it"
    )


def failures_of(output: Path) -> Path:
    """Where the failures of a batch are listed: `OUT.failed.jsonl` beside `OUT.jsonl`."""
    return output.with_name(f"{output.stem}.failed{output.suffix}")
