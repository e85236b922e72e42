"""The closed word classes of English that cut a sentence into its parts, from a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from summarizer.grounding.words import load_table


@dataclass(frozen=True)
class Grammar:
    """Word lists, folded; a word may stand in several."""

    complement: frozenset[str]
    particles: frozenset[str]
    middle_particles: frozenset[str]
    not_adverbs: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    adverbs: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    gerund_nouns: frozenset[str]
    numbers: frozenset[str]
    adjectives: frozenset[str]
    before_adjectives: frozenset[str]
    plurals: frozenset[str]
    never_party: frozenset[str]
    counting: frozenset[str]
    people: frozenset[str]
    fighters: frozenset[str]
    things: frozenset[str]
    naming: frozenset[str]
    judging: frozenset[str]
    judged_for: frozenset[str]

    @cached_property
    def closed(self) -> frozenset[str]:
        """The words that cannot go on a noun phrase."""
        binding = self.prepositions | self.subordinators | self.conjunctions
        return binding | self.adverbs | self.determiners | self.pronouns


@cache
def load_grammar() -> Grammar:
    """The English table."""
    table = load_table("summarizer.grounding.happenings.english", "grammar")
    return Grammar(**{name: frozenset(table[name].split()) for name in Grammar.__annotations__})
