"""Which verb or noun of an English sentence is the event that a clause describes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.grounding.words import (
    Clause,
    Predicate,
    Token,
    clauses_of,
    load_table,
    predicates_of,
    stem,
    tokens_of,
)


@dataclass(frozen=True)
class EventPlace:
    """Where an event stands in its sentence."""

    stems: frozenset[str]
    """Stems of the describing words."""
    tokens: tuple[Token, ...]
    """The sentence's words that the description shares."""
    head: int | None
    """Index of the event's own predicate among the sentence's; None if it is a noun there."""


def locate(sentence: str, clause: str | None, predicates: Sequence[Predicate]) -> EventPlace:
    """Find the event of a clause in its sentence; without a clause, the sentence's first verb."""
    described = clause if clause is not None else sentence
    stems = frozenset(_content_stems(described))
    shared = tuple(t for t in tokens_of(sentence) if stem(t.text) in stems)
    wanted = predicates_of(described)
    while len(wanted) > 1 and _reports(wanted[0]) and any(p.finite for p in wanted[1:]):
        wanted = wanted[1:]
    opening = wanted if len(wanted) == 1 and wanted[0].form == "gerund" else []
    if opening and not described[: opening[0].start].strip():  # "speaking at a meeting"
        return EventPlace(stems, shared, _closest(opening[0].stem, predicates, shared))
    if not any(p.finite for p in wanted):
        named = _named_by_noun(stems, [p if p.finite else None for p in predicates])
        if named is not None:
            return EventPlace(stems, shared, named)
    relative = [c for c in clauses_of(described) if c.opener in _RELATIVE]
    ordered = sorted(wanted, key=lambda p: (not is_main(p), _is_inside(p, relative)))
    for sought in ordered:
        if sought.form == "gerund" and len(ordered) > 1:
            continue
        head = _closest(sought.stem, predicates, shared)
        if head is not None:
            return EventPlace(stems, shared, _first_of_chain(head, stems, predicates))
    return EventPlace(stems, shared, _named_by_noun(stems, predicates))


_FINITE_BE = frozenset({"is", "are", "was", "were", "am"})


def is_main(predicate: Predicate) -> bool:
    """Whether it can be the verb of its clause: "are to resume" as well as "will resume"."""
    return predicate.finite or predicate.governor in _FINITE_BE


_RELATIVE = frozenset({"who", "which", "whom", "whose", "where"})


def _is_inside(predicate: Predicate, clauses: Sequence[Clause]) -> bool:
    return any(clause.start <= predicate.start < clause.end for clause in clauses)


def _content_stems(text: str) -> list[str]:
    return [stem(t.text) for t in tokens_of(text) if t.folded not in _function_words()]


@cache
def _function_words() -> frozenset[str]:
    return frozenset(load_table("summarizer.grounding.words", "en")["function_words"].split())


def _reports(predicate: Predicate) -> bool:
    return predicate.stem in _reporting()


@cache
def _reporting() -> frozenset[str]:
    words = load_table("summarizer.grounding.status", "en")["transparent_reports"].split()
    return frozenset(stem(word) for word in words)


def _closest(sought: str, predicates: Sequence[Predicate], shared: Sequence[Token]) -> int | None:
    """The predicate with that verb that stands nearest to the other shared words."""
    fitting = [i for i, p in enumerate(predicates) if p.stem == sought]
    others = [t.start for t in shared if stem(t.text) != sought]

    def spread(index: int) -> float:
        at = predicates[index].head.start
        return sum(abs(at - place) for place in others)

    return min(fitting, key=spread, default=None)


def _first_of_chain(head: int, stems: frozenset[str], predicates: Sequence[Predicate]) -> int:
    """For an infinitive, the described verb that governs it: "return" in "return to work"."""
    while head > 0 and predicates[head].form == "infinitive":
        before = predicates[head - 1]
        if before.stem not in stems or before.head.folded != predicates[head].governor:
            break
        head -= 1
    return head


def _named_by_noun(stems: frozenset[str], predicates: Sequence[Predicate | None]) -> int | None:
    """A verb of the sentence that the description turns into a noun ("ruling" for "ruled")."""
    for index, predicate in enumerate(predicates):
        if predicate is None or predicate.form in ("gerund", "copula"):
            continue
        if predicate.stem in stems:
            return index
    return None
