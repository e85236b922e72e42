"""A summary without the names of persons; positions are those in its own, changed text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final, TypeVar

from summarizer.export.persons import Persons, Span, replaced
from summarizer.export.pseudonyms import Pseudonyms
from summarizer.schema import (
    Actor,
    ArticleRecord,
    ArticleSummary,
    CitedText,
    Event,
    EventTime,
    Evidence,
    Item,
    Place,
    Stance,
)

CUT: Final = "[…]"
"""In the place of sentences that are not the article's own: they name reporters and authors."""

T = TypeVar("T", bound=Item)
W = TypeVar("W", EventTime, Place)


def redact(summary: ArticleSummary, pseudonyms: Pseudonyms) -> ArticleSummary:
    """The summary with a pseudonym for each person, wherever it names one.

    The article's address, file and byline are left out, its id is a keyed hash. Without the
    article's text positions stay those in the original.
    """
    return _Redaction(summary, pseudonyms).run()


class _Redaction:
    def __init__(self, summary: ArticleSummary, pseudonyms: Pseudonyms) -> None:
        self.summary = summary
        self.pseudonyms = pseudonyms
        self.persons = Persons(summary, pseudonyms)
        self.spans = self._spans(summary.article)
        self.text = None
        if summary.article.text is not None:
            self.text = replaced(summary.article.text, self.spans)
        self.shift = _Shift(self.spans)

    def run(self) -> ArticleSummary:
        """Every part of it."""
        given = self.summary
        return given.model_copy(
            update={
                "article": self._article(given.article),
                "headline": self._text(given.headline) if given.headline is not None else None,
                "gist": [self._text(one) for one in given.gist],
                "actors": [self._actor(one) for one in given.actors],
                "statements": [self._item(one) for one in given.statements],
                "stances": [self._stance(one) for one in given.stances],
                "events": [self._event(one) for one in given.events],
                "warnings": [
                    one.model_copy(update={"message": "left out"}) for one in given.warnings
                ],
            }
        )

    def _spans(self, article: ArticleRecord) -> list[Span]:
        """What goes from the text: names, and sentences that are not the article's own."""
        if article.text is None:
            return []
        own = dict(enumerate(article.sentences, start=1))
        foreign = [(*own[number], CUT) for number in set(article.boilerplate) if number in own]
        apart: list[Span] = []
        for start, end, new in sorted([*foreign, *self.persons.spans(article.text)]):
            if apart and start < apart[-1][1]:
                first, last, _ = apart.pop()
                start, end, new = first, max(end, last), CUT
            apart.append((start, end, new))
        return apart

    def _article(self, article: ArticleRecord) -> ArticleRecord:
        known = self.pseudonyms.article(article.id)
        digest = sha256((self.text or known).encode()).hexdigest()
        nothing = dict.fromkeys(("source", "url", "byline"))
        return article.model_copy(
            update=nothing
            | {
                "id": known,
                "sha256": digest,
                "title": self._said(article.title),
                "publisher": self._said(article.publisher),
                "text": self.text,
                "sentences": self.shift.spans(article.sentences),
                "pages": self.shift.spans(article.pages) if article.pages is not None else None,
            }
        )

    def _text(self, item: CitedText) -> CitedText:
        return self._item(item).model_copy(update={"text": self.persons.replace(item.text)})

    def _actor(self, actor: Actor) -> Actor:
        name = self.persons.name_of(actor)
        aliases = dict.fromkeys(map(self.persons.replace, actor.aliases))
        return self._item(actor).model_copy(
            update={
                "name": name,
                "aliases": [alias for alias in aliases if alias != name],
                "role": self._said(actor.role),
                "mentions": self.shift.spans(actor.mentions),
            }
        )

    def _stance(self, stance: Stance) -> Stance:
        said = {name: self.persons.replace(getattr(stance, name)) for name in ("target", "claim")}
        return self._item(stance).model_copy(update=said)

    def _event(self, event: Event) -> Event:
        quantities = [
            one.model_copy(
                update={
                    "what": self._said(one.what),
                    "start": self.shift.start(one.start),
                    "end": self.shift.end(one.end),
                }
            )
            for one in event.quantities
        ]
        return self._item(event).model_copy(
            update={
                "description": self.persons.replace(event.description),
                "time": self._words(event.time) if event.time is not None else None,
                "place": self._words(event.place) if event.place is not None else None,
                "quantities": quantities,
            }
        )

    def _item(self, item: T) -> T:
        """An item with what stands behind it, and nothing of who reviewed it."""
        update: dict[str, object] = {"evidence": [self._evidence(one) for one in item.evidence]}
        if item.review is not None:
            update["review"] = item.review.model_copy(update={"by": "left out", "note": None})
        return item.model_copy(update=update)

    def _evidence(self, piece: Evidence) -> Evidence:
        start, end = self.shift.start(piece.start), self.shift.end(piece.end)
        quote = self._at(start, end) or self.persons.replace(piece.quote)
        nothing = {"prefix": None, "suffix": None}
        return piece.model_copy(update=nothing | {"quote": quote, "start": start, "end": end})

    def _words(self, words: W) -> W:
        start, end = self.shift.start(words.start), self.shift.end(words.end)
        text = self._at(start, end) or self.persons.replace(words.text)
        return words.model_copy(update={"text": text, "start": start, "end": end})

    def _at(self, start: int, end: int) -> str | None:
        return self.text[start:end] if self.text is not None else None

    def _said(self, text: str | None) -> str | None:
        return self.persons.replace(text) if text is not None else None


class _Shift:
    """Positions before to positions after; one within a name goes to the pseudonym's edge."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._starts = [start for start, *_ in spans]
        self._moved = [0]
        """By how many spans lie before: how far text has moved."""
        for start, end, new in spans:
            self._moved.append(self._moved[-1] + len(new) - (end - start))

    def start(self, position: int) -> int:
        """Where something begins."""
        before = bisect_right(self._starts, position)
        if before and position < self._spans[before - 1][1]:
            return self._starts[before - 1] + self._moved[before - 1]
        return position + self._moved[before]

    def end(self, position: int) -> int:
        """Where something ends."""
        before = bisect_right(self._starts, position - 1)
        if before and position < self._spans[before - 1][1]:
            position = self._spans[before - 1][1]
        return position + self._moved[before]

    def spans(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where spans are."""
        return [(self.start(start), self.end(end)) for start, end in spans]
