"""A document that has its shape, and what the later levels look up in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from summarizer.grounding.quotes import SearchText
from summarizer.validation.problem import pointer

if TYPE_CHECKING:
    from summarizer.schema.evidence import Item
    from summarizer.schema.summary import ArticleSummary

LISTS = ("gist", "actors", "statements", "stances", "events")
"""The lists of items of a summary, in reading order; the headline stands before them."""
LANGUAGE_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")
_DATELINE: Final = re.compile(r".{1,120}?[)\w.] ?[—–-]{1,2} ")


@dataclass(frozen=True)
class SummaryDocument:
    """A summary, the text it is checked against, and the other articles at hand."""

    summary: ArticleSummary
    value: Mapping[str, Any]
    """The JSON value that the summary was read from."""
    text: SearchText | None
    """The article's text: the summary's own, else that of a source; None if there is neither."""
    others: Iterable[tuple[str, SearchText]] = ()
    """Other articles with their names, to tell a misattributed quote from an invented one."""

    def items(self) -> Iterator[tuple[str, Item]]:
        """Give every item with its JSON Pointer."""
        if self.summary.headline is not None:
            yield "/headline", self.summary.headline
        for name in LISTS:
            for index, item in enumerate(getattr(self.summary, name)):
                yield pointer(name, index), item

    @cached_property
    def boilerplate(self) -> frozenset[int]:
        """Numbers of the sentences that are not the article's own."""
        return frozenset(self.summary.article.boilerplate)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.summary.article.sentences]

    def sentence_at(self, position: int) -> int | None:
        """Give the number of the sentence that covers a position; None between sentences."""
        number = bisect_right(self._starts, position)
        if number == 0 or position >= self.summary.article.sentences[number - 1][1]:
            return None
        return number

    def sentence_near(self, position: int) -> int:
        """Give the number of the sentence that covers a position, else of the last before it."""
        return max(bisect_right(self._starts, position), 1)

    def window(self, item: Item, around: int) -> tuple[int, int]:
        """Give the span of the sentences that an item cites, and so many before and after."""
        sentences = self.summary.article.sentences
        numbers = [self.sentence_near(evidence.start) for evidence in item.evidence]
        first = max(min(numbers) - around, 1)
        last = min(max(numbers) + around, len(sentences))
        return (sentences[first - 1][0], sentences[last - 1][1]) if sentences else (0, 0)

    def sentence(self, number: int) -> str:
        """Give the text of the sentence of that number, which must be there."""
        start, end = self.summary.article.sentences[number - 1]
        return self.text.text[start:end] if self.text is not None else ""

    def is_own(self, number: int) -> bool:
        """Whether there is a sentence of that number, and it is the article's own."""
        return 1 <= number <= len(self._starts) and number not in self.boilerplate

    @property
    def language(self) -> str | None:
        """The language tag; None if it is not well formed, since word lists are looked up by it."""
        stated = self.summary.article.language
        return stated if stated and LANGUAGE_TAG.fullmatch(stated) else None

    @property
    def translated_to(self) -> str | None:
        """The language of headline, gist, roles and descriptions, if it is not the article's."""
        asked = self.summary.run.language if self.summary.run is not None else None
        if not asked or not LANGUAGE_TAG.fullmatch(asked):
            return None
        return None if self.language and _base(asked) == _base(self.language) else asked

    @cached_property
    def published(self) -> date | None:
        """The day of publication."""
        published = self.summary.article.published
        return published.date() if isinstance(published, datetime) else published

    @cached_property
    def dateline(self) -> str | None:
        """The beginning of the first sentence after the title that runs up to a dash."""
        for number in range(1, len(self._starts) + 1):
            sentence = self.sentence(number)
            if self.is_own(number) and sentence != self.summary.article.title:
                found = _DATELINE.match(sentence)
                return found[0] if found else None
        return None

    @cached_property
    def dateline_day(self) -> date | None:
        """The day that the dateline gives in full."""
        if self.dateline is None:
            return None
        from summarizer.grounding.times import find_times  # loads the phrases of the language

        for time in find_times(self.dateline, language=self.language):
            if time.granularity == "day" and time.value is not None:
                return date.fromisoformat(time.value)
        return None


def item_names(value: Mapping[str, Any]) -> frozenset[str]:
    """List the items of a summary's JSON value as a briefing note cites them: "headline", "e3"."""
    names = {"headline"} if value.get("headline") else set()
    for name in LISTS:
        items = value.get(name)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            own = item.get("id") if isinstance(item, dict) else None
            names.add(f"g{index + 1}" if name == "gist" else str(own))
    return frozenset(names)


def _base(tag: str) -> str:
    return re.split("[-_]", tag)[0].lower()
