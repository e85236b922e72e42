"""Wording of briefing notes: likelihood by ICD 203, and how many reports. English only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from summarizer.validation.brief import BriefDocument
from summarizer.validation.problem import Problem, pointer

if TYPE_CHECKING:
    from summarizer.schema.brief import BriefingNote

_REPORTS: Final = re.compile(r"\b(\w+) independent (?:report|source)s?\b", re.IGNORECASE)
_ARTICLES: Final = re.compile(
    r"\bindependent (?:report|source)s?,? (?:\(|from |in )(\w+) articles?\b", re.IGNORECASE
)


@dataclass(frozen=True)
class _Words:
    likelihood: re.Pattern[str]
    columns: dict[str, str]
    """Which of the two wordings a likelihood word belongs to."""
    confidence: re.Pattern[str]
    attribution: re.Pattern[str]
    numbers: dict[str, int]


def check_wording(document: BriefDocument) -> Iterator[Problem]:
    """Check what the note says in its own voice: title, bottom line, judgements and gaps."""
    yield from _mixed(document.brief)
    for path, text in _sentences(document.brief):
        yield from _check_sentence(path, text)
    yield from _counts(document)


def attribution_in(text: str) -> re.Match[str] | None:
    """The first words by which a text ascribes what it says to somebody."""
    return _words().attribution.search(text)


def _mixed(brief: BriefingNote) -> Iterator[Problem]:
    """Report the first word of the second wording; the others follow from it."""
    first: tuple[str, str] | None = None
    for path, text in _sentences(brief):
        for found in _words().likelihood.finditer(text):
            word = " ".join(found[0].casefold().split())
            column = _words().columns[word]
            first = first or (column, word)
            if column != first[0]:
                message = f'"{word}" and "{first[1]}" are of two different wordings'
                yield Problem("likelihood_mixed", path, message)
                return


def _sentences(brief: BriefingNote) -> Iterator[tuple[str, str]]:
    for name in ("bottom_line", "judgements", "gaps"):
        for index, sentence in enumerate(getattr(brief, name)):
            yield pointer(name, index, "text"), sentence.text


def _check_sentence(path: str, text: str) -> Iterator[Problem]:
    likelihood = _words().likelihood.search(text)
    if likelihood is None:
        return
    if not _words().attribution.search(text):
        message = f'"{likelihood[0]}" is said by nobody: the note makes no forecast of its own'
        yield Problem("likelihood_unattributed", path, message)
    confidence = _words().confidence.search(text)
    if confidence is not None:
        message = f'"{likelihood[0]}" and "{confidence[0]}" stand in one sentence'
        yield Problem("confidence_with_likelihood", path, message)


def _counts(document: BriefDocument) -> Iterator[Problem]:
    """Check "two independent reports (three articles)" against the sources."""
    brief = document.brief
    total, articles = len(set(document.reports.values())), len(brief.sources)
    yield from _count("/title", brief.title, {total}, articles)
    for name in ("bottom_line", "judgements"):
        for index, sentence in enumerate(getattr(brief, name)):
            cited = {document.reports.get(cite.partition(":")[0]) for cite in sentence.cites}
            path = pointer(name, index, "text")
            yield from _count(path, sentence.text, {total, len(cited)}, articles)


def _count(path: str, text: str, reports: set[int], articles: int) -> Iterator[Problem]:
    for pattern, allowed, what in (
        (_REPORTS, reports, "independent reports"),
        (_ARTICLES, {articles}, "articles"),
    ):
        for found in pattern.finditer(text):
            number = _number(found[1])
            if number is not None and number not in allowed:
                right = " or ".join(str(one) for one in sorted(allowed))
                message = f'"{found[0]}": by the sources it is {right} {what}'
                yield Problem("independence_count", path, message)


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) < 9:
        return int(word)
    return _words().numbers.get(word.lower())


@cache
def _words() -> _Words:
    table = tomllib.loads(Path(__file__).with_name("wording.en.toml").read_text(encoding="utf-8"))
    columns = {word: name for name, words in table["likelihood"].items() for word in words}
    return _Words(
        likelihood=_any_of(columns),
        columns=columns,
        confidence=_any_of(table["confidence"]),
        attribution=_any_of(table["attribution"]),
        numbers={word: number for number, word in enumerate(table["numbers"])},
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)
