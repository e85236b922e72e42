"""What code alone can read in one article; everything else is checked against it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from summarizer.article import Article
from summarizer.grounding.names import Directory, Entity
from summarizer.grounding.statements import FoundStatement, find_statements
from summarizer.grounding.times import FoundTime, article_times

if TYPE_CHECKING:
    from summarizer.grounding.happenings import Happening

Span = tuple[int, int]


def _none(reading: Reading) -> Sequence[Happening]:
    del reading
    return ()


@dataclass(frozen=True)
class Reading:
    """An article with its names, statements and times, found once."""

    article: Article
    directory: Directory
    statements: list[FoundStatement]
    times: dict[int, list[FoundTime]]
    """Time phrases by sentence number."""
    finder: Callable[[Reading], Sequence[Happening]] = field(default=_none, repr=False)
    """What finds the happenings, when they are asked for: a draft may need none of them."""

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """What seems to happen, in text order; found from all the rest."""
        return tuple(self.finder(self))

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

    def speaker_of(self, found: FoundStatement) -> str | None:
        """Who said it: a name, or the words that describe the speaker; None if neither is told."""
        if found.speaker is not None:
            return found.speaker.name
        if found.description is not None:
            return self.article.text[slice(*found.description)]
        return None

    def named_in(self, number: int) -> list[tuple[Entity, Span]]:
        """The entities that a sentence names, with the first place of each, in text order."""
        dateline = self.article.dateline
        named: dict[int, tuple[Entity, Span]] = {}
        for entity, span in self.directory.in_sentence(number):
            if dateline is None or not dateline[0] <= span[0] < dateline[1]:
                named.setdefault(id(entity), (entity, span))
        return list(named.values())


def read_article(article: Article) -> Reading:
    """Find the names, statements and times of an article."""
    directory = Directory.build(article)
    return Reading(
        article=article,
        directory=directory,
        statements=find_statements(article, directory),
        times=article_times(article),
    )
