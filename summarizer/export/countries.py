"""Codes of states."""

from __future__ import annotations

from summarizer.export.language import language_of
from summarizer.grounding.names.countries import load_atlas
from summarizer.schema import Actor


def country_of(actor: Actor, language: str | None) -> str | None:
    """The ISO 3166 alpha-3 code of a state, by its name or an alias; None for everyone else."""
    if actor.kind != "state":
        return None
    atlas = load_atlas(language_of(language))
    codes = (atlas.code(name) for name in (actor.name, *actor.aliases))
    return next((code for code in codes if code is not None), None)
