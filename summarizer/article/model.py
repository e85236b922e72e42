"""The article: its text is fixed here, once, and every position anywhere refers to it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from summarizer.schema import ArticleRecord, Caveat, Evidence


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `text` is exactly `article.text[start:end]`."""

    number: int
    start: int
    end: int
    text: str
    boilerplate: str | None = None
    """Why it is not the article's own (a rule's name), or None if it is."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article besides its text."""

    id: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | datetime | None = None
    retrieved: datetime | None = None
    language: str | None = None
    media_type: str = "text/plain"


@dataclass(frozen=True)
class Article:
    """A text cut into numbered sentences, with what is known about it.

    Positions are Unicode code points into `text`, half open. Numbers start at 1 and are global.
    """

    text: str
    sentences: tuple[Sentence, ...]
    metadata: Metadata = field(default_factory=Metadata)
    dateline: tuple[int, int] | None = None
    """Span of the dateline ("VELDEN, June 9, 2031 (Velden Post) —"), if there is one."""
    title_sentences: frozenset[int] = frozenset()
    """Numbers of sentences that are the headline, when it stands in the text."""
    pages: tuple[tuple[int, int], ...] | None = None
    """Span of each page, for paged sources; a page without text has none."""
    warnings: tuple[Caveat, ...] = ()
    """What was left out while reading the source, such as hidden text."""

    @cached_property
    def sha256(self) -> str:
        """Hash of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def id(self) -> str:
        """The id given, else the hash."""
        return self.metadata.id or f"sha256:{self.sha256}"

    @cached_property
    def content(self) -> tuple[Sentence, ...]:
        """The sentences that are the article's own: shown to the model, fit to be evidence."""
        return tuple(s for s in self.sentences if s.boilerplate is None)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def sentence(self, number: int) -> Sentence | None:
        """The sentence of that number, or None if there is none."""
        return self.sentences[number - 1] if 1 <= number <= len(self.sentences) else None

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that covers a position, or None between sentences."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return None
        found = self.sentences[index]
        return found if position < found.end else None

    def evidence(self, number: int) -> Evidence:
        """The whole sentence of that number as evidence. The number must exist."""
        found = self.sentences[number - 1]
        return Evidence(quote=found.text, start=found.start, end=found.end, sentence=number)

    def record(self, unused: list[int] | None = None) -> ArticleRecord:
        """The article as the summary keeps it."""
        known = self.metadata
        return ArticleRecord(
            id=self.id,
            sha256=self.sha256,
            title=known.title,
            source=known.source,
            url=known.url,
            publisher=known.publisher,
            byline=known.byline,
            published=known.published,
            retrieved=known.retrieved,
            language=known.language,
            media_type=known.media_type,
            text=self.text,
            sentences=[(s.start, s.end) for s in self.sentences],
            pages=list(self.pages) if self.pages is not None else None,
            boilerplate=[s.number for s in self.sentences if s.boilerplate is not None],
            unused=unused or [],
        )
