"""The order of roles: who did it and to whom it was done, against the evidence. English only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import Literal

from summarizer.grounding.guard.deeds import Deed, Key, deeds_of
from summarizer.grounding.guard.denial_tables import PACKAGE
from summarizer.grounding.guard.polarity import Polarity
from summarizer.grounding.guard.problem import GuardContext, Problem
from summarizer.grounding.guard.read import read_polarity
from summarizer.grounding.guard.source import name_key
from summarizer.grounding.words import load_table, stem, tokens_of

Order = Literal["stated", "turned", "untold"]

_CROWD = 2
"""Sentences of evidence beyond which the same verb may tell of something else."""


def party_problems(
    claim: Polarity, evidence: Sequence[Polarity], context: GuardContext
) -> list[Problem]:
    """Verbs of the claim whose two sides stand the other way round in the evidence.

    The same verb, or one of its meaning, decides; else another verb between the same two parties.
    """
    key = _keyed([*context.names, *context.actors])
    there = [deed for polarity in evidence for deed in deeds_of(polarity, key)]
    problems = []
    for deed in deeds_of(claim, key):
        same = [other for other in there if _meaning(other.verb) & _meaning(deed.verb)]
        if same:
            turned = deed.is_crossed if len(evidence) > _CROWD else deed.is_reversed
            wrong = not any(map(deed.is_like, same)) and any(map(turned, same))
        else:
            wrong = _is_crossed(deed, there)
        if wrong:
            message = "the evidence has it the other way round: who did it, and to whom"
            problems.append(Problem("swapped_parties", deed.verb, message))
    return problems


def parties_are_swapped(
    texts: Sequence[str], actors: Sequence[Collection[str]], recipients: Sequence[Collection[str]]
) -> bool:
    """Whether an event's recipients act in its words, and its actors undergo it."""
    return order_of_parties(texts, actors, recipients) == "turned"


def order_of_parties(
    texts: Sequence[str], actors: Sequence[Collection[str]], recipients: Sequence[Collection[str]]
) -> Order:
    """Whether an event's words have its parties as stated, turned round, or do not tell.

    `texts` are its description and then the sentences it comes from; the first that tells counts.
    A party on both sides is as stated.
    """
    key = _keyed([*actors, *recipients])
    stated = Deed("", _marks(actors, key), _marks(recipients, key))
    if stated.agents & stated.patients:
        return "stated"
    verbs = {p.stem for p in read_polarity(texts[0], "en").predicates}
    for text in texts:
        deeds = [d for d in deeds_of(read_polarity(text, "en"), key) if d.verb in verbs]
        if any(map(stated.is_like, deeds)):
            return "stated"
        if any(map(stated.is_reversed, deeds)):
            return "turned"
    return "untold"


def _is_crossed(deed: Deed, there: Sequence[Deed]) -> bool:
    """Whether another verb has both parties, each on the other side."""
    if deed.verb in _converse():
        return False
    crossed = [o for o in there if deed.is_crossed(o)]
    return bool(crossed) and not any(
        deed.is_like(o) or o.verb in _converse() for o in there if o.agents or o.patients
    )


def _keyed(parties: Sequence[Collection[str]]) -> Key:
    """A key for words: one for all words of a party that no other party has."""
    owners: dict[str, set[int]] = {}
    known: dict[frozenset[str], int] = {}
    for forms in parties:
        # An item's actor has the forms of one of the article's: they are one party.
        index = known.setdefault(frozenset(forms), len(known))
        for word in {t.text for form in forms for t in tokens_of(form)}:
            owners.setdefault(name_key(word, "en"), set()).add(index)
    single = {word: held for word, held in owners.items() if len(held) == 1}

    def key(word: str) -> str:
        plain = name_key(word.removesuffix("'s").removesuffix("’s"), "en")
        held = single.get(plain)
        return f"#{next(iter(held))}" if held else plain

    return key


def _marks(parties: Sequence[Collection[str]], key: Key) -> frozenset[str]:
    return frozenset(key(t.text) for forms in parties for form in forms for t in tokens_of(form))


@lru_cache(2**12)
def _meaning(verb: str) -> frozenset[str]:
    """The verb and the groups of verbs that mean the same."""
    return frozenset({verb}) | frozenset(name for name, verbs in _groups().items() if verb in verbs)


@cache
def _groups() -> dict[str, frozenset[str]]:
    """Verbs of one meaning: the sides of the pairs of opposites, and a list of their own."""
    table = load_table(PACKAGE, "en")
    listed = [words for pair in table["pair"] for words in (pair["positive"], pair["negative"])]
    listed += table["deeds"]["same"]
    return {
        f"={number}": frozenset(stem(word) for word in words.split())
        for number, words in enumerate(listed)
    }


@cache
def _converse() -> frozenset[str]:
    words: str = load_table(PACKAGE, "en")["deeds"]["converse"]
    return frozenset(stem(word) for word in words.split())
