"""English status: from the form of the event's verb and from what governs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from summarizer.grounding.status.event import EventPlace, locate
from summarizer.grounding.words import (
    Clause,
    Predicate,
    clauses_of,
    load_table,
    predicates_of,
    stem,
)
from summarizer.ontology import Status

Answer = tuple[Status | None, str]
_OPEN: Answer = (None, "")


@dataclass(frozen=True)
class _Sentence:
    text: str
    predicates: Sequence[Predicate]
    clauses: Sequence[Clause]

    def words(self, predicate: Predicate) -> str:
        """The predicate as written."""
        return self.text[predicate.start : predicate.end]

    def after(self, predicate: Predicate) -> str:
        """What follows the predicate, folded."""
        return self.text[predicate.end : predicate.end + 40].casefold().lstrip()

    def clause_at(self, position: int) -> int:
        """Index of the clause that holds a position."""
        held = [i for i, c in enumerate(self.clauses) if c.start <= position]
        return held[-1] if held else 0


def status_in_english(sentence: str, clause: str | None) -> Answer:
    """The status of the event that the clause describes, and the deciding words."""
    whole = _Sentence(sentence, predicates_of(sentence), clauses_of(sentence))
    event = locate(sentence, clause, whole.predicates)
    called_off = _called_off(whole, event)
    if called_off is not None:
        return called_off
    if event.head is not None:
        return _of_predicate(whole, event.head)
    return _of_noun(whole, event)


def _of_predicate(whole: _Sentence, index: int) -> Answer:
    outer = _of_complement(whole, index)
    if outer is not None:
        return outer
    predicate = whole.predicates[index]
    if _conditional(whole, predicate):
        return _OPEN
    own = _own(whole, index)
    if own is not None:
        return _OPEN if predicate.negated else own
    if predicate.form in ("infinitive", "gerund"):
        return _of_governed(whole, index)
    if predicate.negated:
        return _OPEN
    status = _by_form(predicate, whole.after(predicate))
    return (status, whole.words(predicate)) if status else _OPEN


def _by_form(predicate: Predicate, after: str) -> Status | None:
    tables = _tables()
    if predicate.form in ("past", "participle"):
        return (
            "ongoing" if predicate.stem in tables.lasting and "for a" in after[:6] else "occurred"
        )
    if predicate.form == "perfect":
        return "ongoing" if predicate.head.folded.endswith("ing") else "occurred"
    if predicate.form == "progressive":
        return "occurred" if predicate.past else "ongoing"
    if predicate.form == "future":
        return None if predicate.past else "planned"
    if predicate.form == "present":
        return "ongoing" if predicate.stem in tables.lasting else None
    if predicate.form == "copula":
        if tables.under_way.match(after):
            return "occurred" if predicate.past else "ongoing"
        return "occurred" if predicate.past else None
    return None


def _own(whole: _Sentence, index: int) -> Answer | None:
    """What the verb itself says of its event: "threatened", "tried", "called for"."""
    predicate, tables = whole.predicates[index], _tables()
    after = whole.after(predicate)
    status = tables.own.get(predicate.stem)
    if predicate.stem in tables.own_before_to and after.startswith("to "):
        status = tables.own_before_to[predicate.stem]
    for pattern, phrasal in tables.phrasal:
        if pattern.match(f"{predicate.stem} {after}"):
            status = phrasal
    return (status, whole.words(predicate)) if status else None


def _of_governed(whole: _Sentence, index: int) -> Answer:
    """An infinitive or gerund has the status that its governing word gives it."""
    predicate, tables = whole.predicates[index], _tables()
    before = whole.predicates[index - 1] if index else None
    if before is not None and whole.clause_at(before.start) != whole.clause_at(predicate.start):
        before = None
    status = tables.governs.get(stem(predicate.governor)) if predicate.governor else None
    words = predicate.governor
    if status is None and before is not None:
        status, words = tables.governs.get(before.stem), whole.words(before)
        if before.stem in tables.passing:
            return _of_predicate(whole, index - 1)
    if before is not None and before.negated:
        return _OPEN
    if status is None and predicate.form == "infinitive" and before is None and index == 0:
        return ("planned", whole.words(predicate))  # headline style: "Ministers to meet"
    if status is not None and before is not None:
        outer = _of_complement(whole, index - 1)
        if outer is not None:
            return outer
    return (status, words) if status else _OPEN


def _of_complement(whole: _Sentence, index: int) -> Answer | None:
    """What a verb outside says of the event's clause: "denied that …", "proposed that …"."""
    predicate, tables = whole.predicates[index], _tables()
    here = whole.clause_at(predicate.start)
    outer = [
        p
        for p in whole.predicates[:index]
        if whole.clause_at(p.start) == here
        or (whole.clause_at(p.start) == here - 1 and whole.clauses[here].opener == "that")
    ]
    governing = next((p for p in reversed(outer) if p.stem in tables.complement), None)
    if governing is None or not _reaches(whole, governing, predicate):
        return None
    status = tables.complement[governing.stem]
    if status == "threatened" and predicate.form not in ("future", "infinitive"):
        return None
    if governing.negated:
        return _OPEN
    return (status, whole.words(governing))


def _reaches(whole: _Sentence, governing: Predicate, predicate: Predicate) -> bool:
    """Whether the governing verb speaks of the event's clause, not of an object before it."""
    between = whole.text[governing.end : predicate.start]
    if re.search(r"\bthat\b", between) or predicate.form == "gerund":
        # "rejected the plan that …" speaks of a plan; "rejected claims that …" of the claim.
        noun = between.partition(" that ")[0].split()
        return not noun or bool(_tables().claims & {stem(word) for word in noun})
    return predicate.finite


def _conditional(whole: _Sentence, predicate: Predicate) -> bool:
    return whole.clauses[whole.clause_at(predicate.start)].opener in ("if", "unless", "whether")


def _called_off(whole: _Sentence, event: EventPlace) -> Answer | None:
    """Cancelled or postponed, where that is said of this event."""
    for predicate in whole.predicates:
        status = _cancelling(whole, predicate)
        if status is None:
            continue
        if predicate.stem in event.stems or _speaks_of(whole, predicate, event):
            negated = predicate.negated and predicate.form != "future"
            return _OPEN if negated else (status, whole.words(predicate))
    return None


def _cancelling(whole: _Sentence, predicate: Predicate) -> Status | None:
    tables, after = _tables(), whole.after(predicate)
    if predicate.negated and predicate.form in ("future", "modal"):
        held = f"{predicate.stem} {after}"
        return "cancelled" if tables.taking_place.match(held) else None
    status = tables.calling_off.get(predicate.stem)
    for pattern, phrasal in tables.phrasal_off:
        if pattern.match(f"{predicate.stem} {after}"):
            status = phrasal
    return status


def _speaks_of(whole: _Sentence, predicate: Predicate, event: EventPlace) -> bool:
    """Whether the event is what was called off: its subject, or the object of an active verb."""
    if event.head is not None:
        head = whole.predicates[event.head]
        own = _own(whole, event.head)
        if head.form not in ("infinitive", "participle", "gerund") and not (
            own and own[0] == "planned"
        ):
            return False
    shared = [t for t in event.tokens if t.start != predicate.head.start]
    nouns = [t for t in shared if not t.capitalized] or shared
    here = whole.clause_at(predicate.start)
    if not predicate.passive and predicate.form != "future":
        told = [t for t in nouns if t.start > predicate.end and whole.clause_at(t.start) == here]
    elif whole.clauses[here].opener in _tables().subordinate:
        told = [t for t in nouns if t.end <= predicate.start and whole.clause_at(t.start) == here]
    else:
        told = [t for t in nouns if t.end <= predicate.start]
    return len(told) > 0 and 2 * len(told) >= len(nouns)


def _of_noun(whole: _Sentence, event: EventPlace) -> Answer:
    """An event that is a noun: the verb that has it as its object, else as its subject."""
    if not event.tokens:
        return _OPEN
    token = event.tokens[-1]
    here = whole.clause_at(token.start)
    own = {t.start for t in event.tokens}
    inside = [
        i
        for i, p in enumerate(whole.predicates)
        if whole.clause_at(p.start) == here and not (p.form == "gerund" and p.start in own)
    ]
    before = [i for i in inside if whole.predicates[i].end <= token.start]
    after = [i for i in inside if whole.predicates[i].start >= token.end]
    index = before[-1] if before else (after[0] if after else None)
    if index is None:
        return _OPEN
    governing = whole.predicates[index]
    if before and governing.stem in _tables().complement:
        between = whole.text[governing.end : token.start]
        claim = bool(_tables().claims & {stem(word) for word in between.split()})
        status = _tables().complement[governing.stem]
        if governing.negated or (status == "denied" and not claim and governing.stem != "deny"):
            return _OPEN  # "rejected the plan" leaves the plan open
        return (status, whole.words(governing))
    return _of_predicate(whole, index)


@dataclass(frozen=True)
class _Tables:
    own: dict[str, Status]
    own_before_to: dict[str, Status]
    governs: dict[str, Status]
    complement: dict[str, Status]
    calling_off: dict[str, Status]
    phrasal: list[tuple[re.Pattern[str], Status]]
    phrasal_off: list[tuple[re.Pattern[str], Status]]
    passing: frozenset[str]
    lasting: frozenset[str]
    claims: frozenset[str]
    subordinate: frozenset[str]
    under_way: re.Pattern[str]
    taking_place: re.Pattern[str]


@cache
def _tables() -> _Tables:
    table = load_table("summarizer.grounding.status", "en")

    def by_stem(name: str) -> dict[str, Status]:
        words = cast(dict[Status, str], table[name])
        return {stem(word): status for status, listed in words.items() for word in listed.split()}

    def stems(name: str) -> frozenset[str]:
        return frozenset(stem(word) for word in table[name].split())

    def patterns(name: str) -> list[tuple[re.Pattern[str], Status]]:
        words = cast(dict[Status, str], table[name])
        return [(re.compile(pattern), status) for status, pattern in words.items()]

    return _Tables(
        own=by_stem("own"),
        own_before_to=by_stem("own_before_to"),
        governs=by_stem("governs"),
        complement=by_stem("complement"),
        calling_off=by_stem("calling_off"),
        phrasal=patterns("phrasal"),
        phrasal_off=patterns("phrasal_off"),
        passing=stems("passing"),
        lasting=stems("lasting"),
        claims=stems("claims"),
        subordinate=frozenset(table["subordinate"].split()),
        under_way=re.compile(table["under_way"]),
        taking_place=re.compile(table["taking_place"]),
    )
