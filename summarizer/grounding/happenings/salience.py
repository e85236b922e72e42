"""How much an article makes of a happening."""

from __future__ import annotations

from dataclasses import replace

from summarizer.grounding.happenings.model import Happening
from summarizer.grounding.reading import Reading
from summarizer.grounding.words import base_language, stem, tokens_of

_LEAD = 3
"""Sentences that tell the news."""


class Salience:
    """Scores the happenings of one article from 0 to 1."""

    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self.language = base_language(reading.language)
        title = article.metadata.title or ""
        self.title = {stem(t.text, self.language) for t in tokens_of(title)}
        body = [s.number for s in article.content if s.number not in article.title_sentences]
        self.position = {number: at for at, number in enumerate(body)}
        self.text = article.text
        self.quoted = reading.statements

    def scored(self, happening: Happening) -> Happening:
        """The happening with its salience."""
        at = self.position.get(happening.sentence, 0)
        weight = happening.best.weight
        score = 0.5 * weight
        score += 0.15 if at < _LEAD else 0.15 * _LEAD / (at + 1)
        score += 0.1 if self._in_title(happening) else 0.0
        score += 0.1 * bool(happening.actors) + 0.1 * bool(happening.recipients)
        named = any(p.entity is not None for p in (*happening.actors, *happening.recipients))
        score += 0.05 * named
        return replace(happening, salience=round(min(1.0, score), 3))

    def _in_title(self, happening: Happening) -> bool:
        word = self.text[slice(*happening.trigger)]
        return any(stem(t.text, self.language) in self.title for t in tokens_of(word))
