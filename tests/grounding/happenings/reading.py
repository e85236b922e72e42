"""Articles for these tests: a text of our own, read by code."""

from __future__ import annotations

from datetime import date

from summarizer.article import build_article
from summarizer.article.model import Metadata
from summarizer.grounding.happenings import Happening, find_happenings
from summarizer.grounding.reading import Reading, read_article


def read(text: str, language: str = "en", title: str | None = None) -> Reading:
    """The reading of a text that was published on 3 March 2033."""
    known = Metadata(title=title, published=date(2033, 3, 3), language=language)
    return read_article(build_article(text, known))


class Told:
    """The happenings of a text, with their words at hand."""

    def __init__(self, text: str, language: str = "en", title: str | None = None) -> None:
        self.reading = read(text, language, title)
        self.text = self.reading.article.text
        self.happenings = find_happenings(self.reading)

    def by(self, trigger: str) -> Happening:
        """The one happening that a word reports."""
        found = [h for h in self.happenings if self.text[slice(*h.trigger)] == trigger]
        assert len(found) == 1, f"{trigger}: {[self.clause(h) for h in self.happenings]}"
        return found[0]

    def clause(self, happening: Happening) -> str:
        """The words of its clause."""
        return self.text[slice(*happening.clause)]

    @property
    def triggers(self) -> list[str]:
        """The words that report something, in order."""
        return [self.text[slice(*h.trigger)] for h in self.happenings]


def actors(happening: Happening) -> list[str]:
    """The names of those who did it."""
    return [party.name for party in happening.actors]


def recipients(happening: Happening) -> list[str]:
    """The names of those to whom it was done."""
    return [party.name for party in happening.recipients]
