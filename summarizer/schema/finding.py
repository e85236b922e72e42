"""What validation finds, and what a batch could not do."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from summarizer.schema.base import Model
from summarizer.schema.run import Usage

Match = Literal["exact", "folded", "elided", "misattributed", "unsupported"]


class Finding(Model):
    """One thing wrong with a file."""

    code: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="a name from the table of codes")
    severity: Literal["error", "warning"]
    file: str = Field(description="the file as it was given")
    path: str = Field(description='JSON Pointer into the file; "" for the file as a whole')
    line: int | None = Field(default=None, ge=1, description="line in the file, from 1")
    message: str = Field(min_length=1, description="what is wrong, in one line")
    hint: str | None = Field(default=None, description="what to do about it")
    match: Match | None = Field(default=None, description="how a quote was found, for quotes")


class FindingCounts(Model):
    """Totals over all files."""

    files: int = Field(ge=0)
    errors: int = Field(ge=0)
    warnings: int = Field(ge=0)


class ValidationReport(Model):
    """What `validate --report json` prints."""

    findings: list[Finding]
    summary: FindingCounts


class FailedArticle(Model):
    """An article of a batch that could not be summarised, and why."""

    id: str
    source: str | None = None
    error: str = Field(description="the message, one line")
    exit_code: int
    attempts: int = Field(ge=1)
    usage: Usage
