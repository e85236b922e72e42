"""Which positions are clear enough for a note: said in so many words, or answered surely."""

from __future__ import annotations

from typing import Final

from summarizer.grounding.attitudes import shows_attitude
from summarizer.merging import Merged, Ref
from summarizer.schema import ArticleSummary, Stance

_SURE: Final = 0.8
"""Margin from which an answer needs no word of attitude beside it."""


def is_clear(ref: Ref, stance: Stance, merged: Merged) -> bool:
    """Whether a position needs no grain of salt.

    A model that was not asked (it drafted the position, or gives no probabilities) is believed.
    """
    if stance.margin is None or stance.margin >= _SURE:
        return True
    summary = merged.source(ref[0]).summary
    language = summary.article.language
    return any(shows_attitude(quote, language) for quote in _own_words(stance, summary))


def _own_words(stance: Stance, summary: ArticleSummary) -> list[str]:
    """The sentences of a position that name its holder, else all of them."""
    quotes = [piece.quote for piece in stance.evidence]
    holder = next((actor for actor in summary.actors if actor.id == stance.holder), None)
    names = (holder.name, *holder.aliases) if holder is not None else ()
    return [quote for quote in quotes if any(name in quote for name in names)] or quotes
