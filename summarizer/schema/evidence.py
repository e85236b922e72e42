"""Evidence: the exact words that support a statement, and what a person said of it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from pydantic import Field

from summarizer.schema.base import Model


class Evidence(Model):
    """A quote and where it stands: `article.text[start:end] == quote`, always.

    The selectors are those of W3C Web Annotation (TextPositionSelector, TextQuoteSelector).
    """

    optional_keys: ClassVar[frozenset[str]] = frozenset({"prefix", "suffix"})

    quote: str = Field(min_length=1, description="the words of the article, character by character")
    start: int = Field(ge=0, description="first character, in Unicode code points")
    end: int = Field(gt=0, description="one past the last character, in Unicode code points")
    sentence: int = Field(ge=1, description="number of the sentence the quote stands in, from 1")
    prefix: str | None = Field(
        default=None, max_length=32, description="text before, kept only when the article is not"
    )
    suffix: str | None = Field(
        default=None, max_length=32, description="text after, kept only when the article is not"
    )


class Review(Model):
    """A person's decision about one item."""

    state: Literal["accepted", "rejected", "edited"] = Field(description="what the person decided")
    by: str = Field(min_length=1, description="who decided")
    at: datetime = Field(description="when, ISO 8601 with offset")
    note: str | None = Field(default=None, description="why, in the person's words")


class Item(Model):
    """One statement of ours about the article: it rests on evidence and can be reviewed."""

    optional_keys: ClassVar[frozenset[str]] = frozenset({"review"})
    last_keys: ClassVar[tuple[str, ...]] = ("evidence", "review")

    evidence: list[Evidence] = Field(
        min_length=1, description="the words that support it; an elided quote is two entries"
    )
    review: Review | None = Field(default=None, description="a person's decision, if any")
