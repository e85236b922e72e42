"""From a text to an `Article`: normalised, numbered, marked, with what the text says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from summarizer.article.boilerplate import mark_boilerplate, rules_of_lines
from summarizer.article.dateline import find_dateline
from summarizer.article.language import detect_language
from summarizer.article.lines import lines_of
from summarizer.article.metadata import completed, writable
from summarizer.article.model import Article, Metadata, Sentence
from summarizer.article.sentences import split_sentences
from summarizer.article.text import is_visible, normalise
from summarizer.article.title import find_title
from summarizer.errors import InputError
from summarizer.schema import Caveat

_DATELINE_WITHIN: Final = 6
"""Lines of the article's own among which a dateline is looked for."""


def build_article(
    text: str,
    metadata: Metadata = Metadata(),  # noqa: B008  # frozen
    *,
    pages: tuple[tuple[int, int], ...] | None = None,
    warnings: tuple[Caveat, ...] = (),
) -> Article:
    """Fix a text and number its sentences; what `metadata` gives wins over what the text says.

    `pages` are spans into a text that `normalise` leaves as it is.
    """
    text = normalise(text)
    if not is_visible(text):
        raise InputError("the text is empty", hint="give a text with at least one sentence in it")
    metadata = writable(metadata)
    language = metadata.language or detect_language(text)
    lines = lines_of(text)
    rules = rules_of_lines(text, lines)
    free = [line for line, rule in zip(lines, rules, strict=True) if rule is None]
    dateline = find_dateline(text, free[:_DATELINE_WITHIN], language)
    whole = (dateline.start, dateline.end) if dateline else None
    spans = split_sentences(text, lines, language, whole)
    marks = mark_boilerplate(text, lines, rules, spans)
    sentences = tuple(
        Sentence(number, start, end, text[start:end], mark)
        for number, ((start, end), mark) in enumerate(zip(spans, marks, strict=True), start=1)
    )
    unmarked = {sentence.start for sentence in sentences if sentence.boilerplate is None}
    own = [line for line in lines if line.start in unmarked]
    title = find_title(text, own, metadata.title, whole)
    headline = [s for s in sentences if title and title.start <= s.start < title.end]
    if any(sentence.boilerplate for sentence in headline):
        title, headline = None, []  # a line that also gives orders to an AI is no headline
    known = completed(replace(metadata, language=language), text, lines, sentences, title, dateline)
    return Article(
        text=text,
        sentences=sentences,
        metadata=known,
        dateline=whole,
        title_sentences=frozenset(sentence.number for sentence in headline),
        pages=pages,
        warnings=warnings,
    )
