"""Long articles in parts: what a model reads at once, and which sentences stand for the whole.

Sentences keep their numbers of the whole article, and names are resolved against all of it, so
that what is found in the parts needs no matching afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from summarizer.article import Sentence
from summarizer.grounding import Reading, likely_actors
from summarizer.grounding.names import Entity

_BYTES_A_TOKEN: Final = 3
"""UTF-8 bytes that make at least one token, in every script that we read."""
_TOKENS_A_NUMBER: Final = 4
_LEAD: Final = 0.4
"""Share of a digest that is the beginning of the article, where news has its news."""
_MOST_KNOWN: Final = 30
"""Names that a later part is told of, those that are named most often."""


@dataclass(frozen=True)
class Sizes:
    """How many tokens sentences have: as a model counted them, else at most."""

    counted: Mapping[int, int] = field(default_factory=dict)
    """By sentence number; empty where nobody can count."""

    def of(self, sentence: Sentence) -> int:
        """Tokens of a sentence with its number."""
        most = len(sentence.text.encode()) // _BYTES_A_TOKEN + _TOKENS_A_NUMBER
        return self.counted.get(sentence.number, most)

    def total(self, sentences: Sequence[Sentence]) -> int:
        """Tokens of all together."""
        return sum(map(self.of, sentences))


def sections(
    sentences: Sequence[Sentence], tokens: int, sizes: Sizes
) -> Iterator[tuple[Sentence, ...]]:
    """The sentences in order, cut between them at so many tokens each.

    A sentence longer than that is a section of its own.
    """
    part: list[Sentence] = []
    used = 0
    for sentence in sentences:
        size = sizes.of(sentence)
        if part and used + size > tokens:
            yield tuple(part)
            part, used = [], 0
        part.append(sentence)
        used += size
    if part:
        yield tuple(part)


def digest(reading: Reading, tokens: int, sizes: Sizes) -> tuple[Sentence, ...]:
    """The article if it is no longer than that; else its lead and its most salient sentences."""
    content = reading.article.content
    if sizes.total(content) <= tokens:
        return tuple(content)
    lead = next(sections(content, int(tokens * _LEAD), sizes))
    left = tokens - sizes.total(lead)
    told = {sentence.number: 0.0 for sentence in content}
    for happening in reading.happenings:
        told[happening.sentence] = max(told.get(happening.sentence, 0.0), happening.salience)
    chosen = {sentence.number for sentence in lead}
    for sentence in sorted(content[len(lead) :], key=lambda s: (-told[s.number], s.number)):
        if sizes.of(sentence) <= left:
            chosen.add(sentence.number)
            left -= sizes.of(sentence)
    return tuple(sentence for sentence in content if sentence.number in chosen)


def who_is_who(reading: Reading, part: Sequence[Sentence]) -> list[str]:
    """Whom the article names before a part of it, with their roles, in order of appearance."""
    if not part:
        return []
    number = part[0].number
    before = [entity for entity in likely_actors(reading) if entity.sentences[0] < number]
    most = {id(e) for e in sorted(before, key=lambda e: -len(e.mentions))[:_MOST_KNOWN]}
    return [_introduced(entity, part[0].start) for entity in before if id(entity) in most]


def _introduced(entity: Entity, until: int) -> str:
    """A name with its role, if the article has given it by then."""
    role = entity.role
    return entity.name if role is None or role.start >= until else f"{entity.name} ({role.text})"
