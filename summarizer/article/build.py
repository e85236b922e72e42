"""From a text to an `Article`: normalised, numbered, marked, with what the text says of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from summarizer.article.boilerplate import line_rule, mark_boilerplate
from summarizer.article.dateline import Dateline, find_dateline
from summarizer.article.language import detect_language
from summarizer.article.lines import Line, lines_of
from summarizer.article.metadata import completed
from summarizer.article.model import Article, Metadata, Sentence
from summarizer.article.sentences import split_sentences
from summarizer.article.text import is_visible, normalise
from summarizer.article.title import find_given_title, find_title
from summarizer.errors import InputError

_DATELINE_WITHIN: Final = 6
"""Lines of the article's own among which a dateline is looked for."""


def build_article(text: str, metadata: Metadata = Metadata()) -> Article:  # noqa: B008  # frozen
    """Fix a text and number its sentences; what `metadata` gives wins over what the text says."""
    text = normalise(text)
    if not is_visible(text):
        raise InputError(
            "the article is empty", hint="give a text with at least one sentence in it"
        )
    language = metadata.language or detect_language(text)
    lines = lines_of(text)
    own = [line for line in lines if line_rule(text[line.start : line.end]) is None]
    dateline = find_dateline(text, own[:_DATELINE_WITHIN], language)
    whole = (dateline.start, dateline.end) if dateline else None
    spans = split_sentences(text, lines, language, whole)
    marks = mark_boilerplate(text, lines, spans)
    title = _title_line(text, lines, spans, marks, dateline, metadata.title)
    sentences = tuple(
        Sentence(number, start, end, text[start:end], mark)
        for number, ((start, end), mark) in enumerate(zip(spans, marks, strict=True), start=1)
    )
    return Article(
        text=text,
        sentences=sentences,
        metadata=completed(
            replace(metadata, language=language), text, lines, sentences, title, dateline
        ),
        dateline=whole,
        title_sentences=frozenset(
            s.number
            for s in sentences
            if title and title.start <= s.start < title.end and s.boilerplate is None
        ),
    )


def _title_line(
    text: str,
    lines: Sequence[Line],
    spans: Sequence[tuple[int, int]],
    marks: Sequence[str | None],
    dateline: Dateline | None,
    given: str | None,
) -> Line | None:
    """The line of the headline: the one that says the title given, else the one that looks so."""
    starts = {start for (start, _), mark in zip(spans, marks, strict=True) if mark is None}
    own = [line for line in lines if line.start in starts]
    index = find_given_title(text, own, given) if given is not None else find_title(text, own)
    if index is None or (dateline and own[index].start == dateline.start):
        return None
    return own[index]
