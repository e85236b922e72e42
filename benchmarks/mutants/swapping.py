"""Actor and recipient exchanged: "Halbern rejected Tolliver's offer" the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Final

from benchmarks.mutants.sentence import Sentence
from summarizer.grounding.words import Predicate, predicates_of

_TO_VERB: Final = re.compile(r"(?:,[^,]{2,60},)?(?: (?:also|then|later|at first|first))? ?")
"""Between the actor and its verb: an apposition or an adverb."""
_TO_PARTY: Final = re.compile(
    r" (?:[a-z]+ed )?(?:(?:a|an|the|its|his|her|their|up|down|out|off)? ?(?:[\w-]+ ){0,4}"
    r"(?:by|of|to|with|against|for|over|from) )?"
)
"""Between the verb and the one it is done to: at most a noun and its preposition."""
_BOTH_WAYS: Final = frozenset(
    (
        "meet",
        "met",
        "talk",
        "talked",
        "talks",
        "agree",
        "agreed",
        "merge",
        "merged",
        "negotiate",
        "play",
        "played",
        "draw",
        "drew",
        "tie",
        "tied",
        "be",
        "is",
        "are",
        "was",
        "were",
        "say",
        "said",
        "says",
        "have",
        "had",
        "has",
        "want",
        "wants",
        "call",
        "called",
        "pass",
        "passed",
    )
)
_REFLEXIVE: Final = re.compile(r"\b(?:his|her|its|their|who|which|whose)\b")

_COMMON: Final = re.compile(
    r"(?<!\w)(?:[Tt]he |[Aa] )?(?:police|judge|court|government|prosecutors|union|company|ministry"
    r"|committee|council|owners|students|nurses|soldiers|residents|voters|farmers|firm|club|board|agency|tribunal"
    r"|party|minister|president|mayor|governor|thieves|senators|rector)(?![\w'’])"
)

Span = tuple[int, int]


def swapped(given: Sentence, _: Random) -> Iterator[str]:
    """The two parties of each verb exchanged; verbs that work both ways are left out."""
    if given.language != "en":
        return
    places = _places(given)
    for predicate in predicates_of(given.text):
        if predicate.head.folded in _BOTH_WAYS or not predicate.finite:
            continue
        before = [span for span in places if _acts(given.text, span, predicate)]
        after = [span for span in places if _undergoes(given.text, predicate, span)]
        if before and after:
            yield _exchanged(given.text, before[-1], after[0])


def _places(given: Sentence) -> list[Span]:
    """Where the text names a party, with the article before it; the longest form counts."""
    found: list[Span] = []
    forms = {form for forms in given.parties for form in forms}
    for form in sorted(forms, key=len, reverse=True):
        pattern = rf"(?<!\w)(?<!its )(?<!his )(?<!her )(?<!Its )(?:[Tt]he )?{re.escape(form)}(?!\w)"
        for match in re.finditer(pattern, given.text, re.IGNORECASE):
            if not any(start < match.end() and match.start() < end for start, end in found):
                found.append(match.span())
    for match in _COMMON.finditer(given.text):
        if not any(start < match.end() and match.start() < end for start, end in found):
            found.append(match.span())
    return sorted(found)


def _acts(text: str, span: Span, predicate: Predicate) -> bool:
    between = text[span[1] : predicate.start]
    return span[1] <= predicate.start and _TO_VERB.fullmatch(between) is not None


def _undergoes(text: str, predicate: Predicate, span: Span) -> bool:
    if span[0] < predicate.end:
        return False
    between = text[predicate.end : span[0]]
    if predicate.passive and " by " not in f"{between} ":
        return False
    return _TO_PARTY.fullmatch(f"{between.rstrip()} ") is not None and not _REFLEXIVE.search(
        between
    )


def _exchanged(text: str, one: Span, other: Span) -> str:
    first, second = text[slice(*one)], text[slice(*other)]
    if one[0] == 0:
        second = second[0].upper() + second[1:]
    if first.startswith("The "):
        first = f"the {first[4:]}"
    return text[: one[0]] + second + text[one[1] : other[0]] + first + text[other[1] :]
