"""The article as a summary records it, and as a file may hand it in."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar, Literal

from pydantic import Field

from summarizer.schema.base import Document, Model, Span


class ArticleRecord(Model):
    """Which text was read, and how it was cut into sentences."""

    id: str = Field(min_length=1, description='the id given, else "sha256:" and the hash')
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the text in UTF-8")
    title: str | None = Field(default=None, description="from the text, its metadata or the user")
    source: str | None = Field(default=None, description="path or address the text was read from")
    url: str | None = Field(default=None, description="where the article is published")
    publisher: str | None = Field(default=None, description="who published it")
    byline: str | None = Field(default=None, description="who wrote it, as the article says")
    published: date | datetime | None = Field(
        default=None, description="ISO 8601, from the text, its metadata or the user"
    )
    retrieved: datetime | None = Field(default=None, description="when it was fetched, ISO 8601")
    language: str | None = Field(default=None, description="BCP 47 tag")
    media_type: str = Field(default="text/plain", description="type of what was read")
    text: str | None = Field(
        default=None, description="the text that all positions refer to; null if left out"
    )
    sentences: list[Span] = Field(description="one span a sentence; number = index + 1")
    pages: list[Span] | None = Field(default=None, description="one span a page, for paged sources")
    boilerplate: list[int] = Field(
        default_factory=list, description="numbers of sentences that are not the article's own"
    )
    unused: list[int] = Field(
        default_factory=list, description="numbers of sentences that nothing cites"
    )


class ArticleInput(Document):
    """An article handed in as JSON or as a line of JSONL."""

    optional_keys: ClassVar[frozenset[str]] = Document.optional_keys | {"kind"}

    kind: Literal["article"] | None = Field(default=None, description='"article", if given')
    id: str | None = Field(default=None, min_length=1, description="kept everywhere if given")
    text: str = Field(description="the article's text")
    title: str | None = Field(default=None, description="its headline")
    published: date | datetime | None = Field(default=None, description="ISO 8601")
    source: str | None = Field(default=None, description="where it came from")
    url: str | None = Field(default=None, description="where it is published")
    publisher: str | None = Field(default=None, description="who published it")
    byline: str | None = Field(default=None, description="who wrote it")
    language: str | None = Field(default=None, description="BCP 47 tag")
