"""What code alone can read in one article; everything else is checked against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.article import Article
from summarizer.grounding.names import Directory, Entity
from summarizer.grounding.statements import FoundStatement, find_statements
from summarizer.grounding.times import article_times
from summarizer.schema import EventTime

if TYPE_CHECKING:
    from summarizer.grounding.happenings import Happening

Span = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """An article with its names, statements and times, found once."""

    article: Article
    directory: Directory
    statements: list[FoundStatement]
    times: dict[int, list[EventTime]]
    """Time phrases by sentence number."""
    happenings: tuple[Happening, ...] = ()
    """What seems to happen, in text order; found from all the rest."""

    @property
    def language(self) -> str | None:
        """The article's language, as a BCP 47 tag."""
        return self.article.metadata.language

    def body(self, number: int) -> str:
        """A sentence without the dateline in front of it. The number must exist."""
        found = self.article.sentences[number - 1]
        dateline = self.article.dateline
        if dateline is None or not found.start <= dateline[0] < found.end:
            return found.text
        return self.article.text[dateline[1] : found.end].lstrip(" –—-:")

    def named_in(self, number: int) -> list[tuple[Entity, Span]]:
        """The entities that a sentence names, with the first place of each, in text order."""
        sentence = self.article.sentences[number - 1]
        named = [
            (entity, first)
            for entity in self.directory.entities
            if (first := self._first_within(entity, sentence.start, sentence.end)) is not None
        ]
        return sorted(named, key=lambda pair: pair[1])

    def _first_within(self, entity: Entity, start: int, end: int) -> Span | None:
        dateline = self.article.dateline
        for span in entity.mentions:
            in_dateline = dateline is not None and dateline[0] <= span[0] < dateline[1]
            if start <= span[0] < end and not in_dateline:
                return span
        return None


def read_article(article: Article) -> Reading:
    """Find the names, statements and times of an article."""
    directory = Directory.build(article)
    return Reading(
        article=article,
        directory=directory,
        statements=find_statements(article, directory),
        times=article_times(article),
    )
