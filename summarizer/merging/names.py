"""Whether two names of two articles can mean the same one, and why."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import fuzz

from summarizer.merging.model import Ref
from summarizer.merging.words import folded, is_acronym, is_generic, name_of, stems, tokens
from summarizer.schema import Actor

SMALL: Final = frozenset({"of", "the", "and", "for", "de", "del", "la", "y"})
_SPELT_ALIKE: Final = 92
_WORD_ALIKE: Final = 85
_LONG: Final = 5
_BODIES: Final = ({"state", "organization"}, {"organization", "group"})


@dataclass(frozen=True)
class Named:
    """An actor of one article, by its name."""

    ref: Ref
    actor: Actor

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The name, folded."""
        return name_of(self.actor.name)

    @cached_property
    def forms(self) -> frozenset[tuple[str, ...]]:
        """The name and every alias of more than one word, and acronyms."""
        others = (alias for alias in self.actor.aliases if " " in alias or is_acronym(alias))
        return frozenset(name_of(name) for name in (self.actor.name, *others))

    @cached_property
    def is_person(self) -> bool:
        """Whether it is a human being."""
        return self.actor.kind == "person"

    @cached_property
    def is_generic(self) -> bool:
        """Whether others bear the same name elsewhere."""
        return is_generic(self.actor.name)

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Letters that may stand for the name."""
        if self.is_person or len(self.words) < 2 or is_acronym(self.actor.name):
            return frozenset()
        large = "".join(word[0] for word in self.words if word not in SMALL)
        return frozenset({large, "".join(word[0] for word in self.words)})

    @cached_property
    def as_acronym(self) -> str | None:
        """The name itself, if it is letters that stand for words."""
        return folded(self.actor.name) if is_acronym(self.actor.name) else None

    @cached_property
    def role(self) -> frozenset[str]:
        """What the actor is, as stems."""
        return stems(self.actor.role or "")


def kinds_agree(one: Named, other: Named) -> bool:
    """Whether the kinds do not speak against it: nobody is a person here and a ministry there."""
    kinds = {one.actor.kind, other.actor.kind}
    return len(kinds) == 1 or any(kinds <= both for both in _BODIES)


def roles_agree(one: Named, other: Named) -> bool:
    """Whether both have a role and the roles have a word in common."""
    return bool(one.role & other.role)


def roles_differ(one: Named, other: Named) -> bool:
    """Whether both have a role and the roles have nothing in common."""
    return bool(one.role and other.role) and not one.role & other.role


def same_given_name(one: Named, other: Named) -> bool:
    """Whether two persons of one surname have one first name: R. for Rosa, middle names aside."""
    first, second = one.words[0], other.words[0]
    short, long = sorted((first, second), key=len)
    return first == second or (len(short) == 1 and long.startswith(short))


def spelt_alike(one: Named, other: Named) -> bool:
    """Whether two names of as many words differ by a letter, as foreign names do."""
    first, second = one.words, other.words
    if len(first) != len(second) or fuzz.ratio(" ".join(first), " ".join(second)) < _SPELT_ALIKE:
        return False
    return all(
        a == b or (min(len(a), len(b)) >= _LONG and fuzz.ratio(a, b) >= _WORD_ALIKE)
        for a, b in zip(first, second, strict=True)
    )


def bag(named: Named) -> frozenset[str]:
    """A name's words in whatever order: "union of bridge workers", "Bridge Workers' Union"."""
    plain = (word for word in tokens(folded(named.actor.name)) if word not in SMALL)
    return frozenset(word.rstrip("s'") for word in plain)
