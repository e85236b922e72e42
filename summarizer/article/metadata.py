"""What the text says of itself: title, date, publisher, byline. Values given always win."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

from summarizer.article.byline import Byline, agency_of_contributors, read_byline
from summarizer.article.dateline import Dateline
from summarizer.article.dates import find_date
from summarizer.article.lines import Line
from summarizer.article.model import Metadata, Sentence
from summarizer.article.text import without_surrogates
from summarizer.article.title import read_title


def writable(given: Metadata) -> Metadata:
    """The metadata with every string such that it can be written, and on one line."""
    strings = {key: value for key, value in asdict(given).items() if isinstance(value, str)}
    fixed = {
        key: " ".join(without_surrogates(value).splitlines()) for key, value in strings.items()
    }
    return replace(given, **fixed)  # type: ignore[arg-type]  # strings for strings


def completed(
    given: Metadata,
    text: str,
    lines: Sequence[Line],
    sentences: Sequence[Sentence],
    title: Line | None,
    dateline: Dateline | None,
) -> Metadata:
    """The metadata given, with what it lacks taken from the text where the text says it."""
    byline = _byline(text, lines, sentences)
    words, dated = read_title(text, title, given.language) if title else (None, None)
    publisher = (dateline.publisher if dateline else None) or byline.publisher
    return replace(
        given,
        title=given.title or words,
        published=given.published
        or (dateline.published if dateline else None)
        or dated
        or _dated(sentences, given.language),
        publisher=given.publisher or publisher or _agency(sentences),
        byline=given.byline or byline.names,
    )


def _byline(text: str, lines: Sequence[Line], sentences: Sequence[Sentence]) -> Byline:
    """The first names and the first publisher that bylines give.

    They are read by the line, since the stop of an initial can look like a sentence's.
    """
    starts = {s.start for s in sentences if s.boilerplate == "byline"}
    read = [
        read_byline(text[line.start : line.end].replace("\n", " "))
        for line in lines
        if line.start in starts
    ]
    return Byline(
        next((byline.names for byline in read if byline.names), None),
        next((byline.publisher for byline in read if byline.publisher), None),
    )


def _dated(sentences: Sequence[Sentence], language: str | None) -> date | datetime | None:
    """The date of the first line that says when it was published or updated."""
    for sentence in sentences:
        if sentence.boilerplate == "dated_line":
            found = find_date(sentence.text, language)
            if found is not None:
                return found
    return None


def _agency(sentences: Sequence[Sentence]) -> str | None:
    for sentence in sentences:
        if sentence.boilerplate == "contributed":
            named = agency_of_contributors(sentence.text)
            if named is not None:
                return named
    return None
