"""Roles of actors: in the article's words, and said there of that actor and of nobody else."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.grounding.guard.content import content_words, keys_of
from summarizer.grounding.guard.pool import Pool
from summarizer.grounding.guard.problem import GuardContext, Problem
from summarizer.grounding.guard.titles import title_problems
from summarizer.grounding.words import base_language, load_table

_WORDS = "summarizer.grounding.words"


def role_problems(
    role: str, name: str, near: Sequence[str], *, language: str | None = "en"
) -> list[Problem]:
    """The words of a role that nothing near its bearer says, and titles that are another's.

    `near` are the sentences that name the actor, and those around them. Scripts that do not part
    words are left out: there a role is looked for with the names.
    """
    base = base_language(language)
    if load_table(_WORDS, base).get("word_boundaries", True) is False:
        return []
    words = content_words(role, base)
    if not words:
        return [Problem("unsupported_name", role, f"{role!r} says no role")]
    said = keys_of(word for text in near for word in content_words(text, base))
    missing = [role[word.start : word.end] for word in words if word.key not in said]
    if missing:
        message = f"the article does not say {', '.join(map(repr, missing))} of {name}"
        return [Problem("unsupported_name", missing[0], message)]
    pool = Pool.of(near, GuardContext(actors=[(name,)], language=language))
    return title_problems(f"{name}, {role}", pool)
