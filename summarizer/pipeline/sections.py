"""Long articles in parts: what a model reads at once, and which sentences stand for the whole.

Sentences keep their numbers of the whole article, and names are resolved against all of it, so
that what is found in the parts needs no matching afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarizer.article import Article, Sentence
from summarizer.grounding import Reading

_BYTES_A_TOKEN: Final = 3
"""UTF-8 bytes that make at least one token, in every script that we read."""
_LEAD: Final = 0.4
"""Share of a digest that is the beginning of the article, where news has its news."""


def size_of(sentence: Sentence) -> int:
    """Tokens of a sentence at most, with its number."""
    return len(sentence.text.encode()) // _BYTES_A_TOKEN + 4


def sections(article: Article, tokens: int) -> Iterator[tuple[Sentence, ...]]:
    """The article's own sentences in order, cut between sentences at so many tokens each.

    A sentence longer than that is a section of its own.
    """
    part: list[Sentence] = []
    used = 0
    for sentence in article.content:
        if part and used + size_of(sentence) > tokens:
            yield tuple(part)
            part, used = [], 0
        part.append(sentence)
        used += size_of(sentence)
    if part:
        yield tuple(part)


def digest(reading: Reading, tokens: int) -> tuple[Sentence, ...]:
    """The article if it is no longer than that; else its lead and its most salient sentences."""
    content = reading.article.content
    if sum(map(size_of, content)) <= tokens:
        return tuple(content)
    lead = next(sections(reading.article, int(tokens * _LEAD)))
    left = tokens - sum(map(size_of, lead))
    told = {sentence.number: 0.0 for sentence in content}
    for happening in reading.happenings:
        told[happening.sentence] = max(told.get(happening.sentence, 0.0), happening.salience)
    chosen = {sentence.number for sentence in lead}
    for sentence in sorted(content[len(lead) :], key=lambda s: (-told[s.number], s.number)):
        if size_of(sentence) <= left:
            chosen.add(sentence.number)
            left -= size_of(sentence)
    return tuple(sentence for sentence in content if sentence.number in chosen)
