"""Roles that a model wrote, held against what the article says of the actor."""

from __future__ import annotations

from summarizer.grounding.names.directory import Directory, Entity
from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.roles import Role
from summarizer.grounding.names.words import tokenize

_NEAR = 1
"""Sentences before and after a mention that still speak of the actor."""


def role_problem(role: str, entity: Entity, directory: Directory) -> str | None:
    """What is wrong with a role that a model gave an actor, in one line; None if nothing is.

    The article must say it of this actor: with all its words, not of somebody else, and without
    leaving out that it is a former, acting or deputy one.
    """
    words = _content(role, directory)
    if not words:
        return f"{role!r} says no role"
    for stated in entity.roles:
        if words <= _content(stated.text, directory):
            return _shortened(role, stated, directory)
    near = _near(entity, directory)
    missing = sorted(words - near)
    if missing:
        return f"the article does not say {', '.join(map(repr, missing))} of {entity.name}"
    other = _bearer(words, entity, directory)
    return f"the article says {role!r} of {other.name}" if other is not None else None


def _content(text: str, directory: Directory) -> frozenset[str]:
    """A text's words without small ones, folded; "chairs" counts as "chair"."""
    lexicon = directory.lexicon
    words = (fold(token.text).replace(".", "") for token in tokenize(text) if token.is_word)
    return frozenset(_singular(word) for word in words if not lexicon.exactly(word, "stop"))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _shortened(role: str, stated: Role, directory: Directory) -> str | None:
    """The article's qualifying word that the role leaves out: "former"."""
    line = directory.reading.line_at(stated.start)
    before = line.word(line.index_at(stated.start) - 1) if line is not None else ""
    said = {fold(token.text) for token in tokenize(role)}
    for word in (before, *(token.text for token in tokenize(stated.text))):
        if directory.lexicon.exactly(word, "limiting") and fold(word) not in said:
            return f"the article says {word!r}: {stated.text!r}"
    return None


def _near(entity: Entity, directory: Directory) -> frozenset[str]:
    """The words of the sentences that name the actor, and of their neighbours."""
    numbers = {n + step for n in entity.sentences for step in range(-_NEAR, _NEAR + 1)}
    lines = (directory.reading.by_number.get(number) for number in numbers)
    return frozenset().union(
        *(
            _content(directory.article.text[line.tokens[0].start : line.tokens[-1].end], directory)
            for line in lines
            if line is not None and line.tokens
        )
    )


def _bearer(words: frozenset[str], entity: Entity, directory: Directory) -> Entity | None:
    """Another actor of whom the article says exactly this."""
    for other in directory.entities:
        if other is not entity and any(
            words <= _content(stated.text, directory) for stated in other.roles
        ):
            return other
    return None
