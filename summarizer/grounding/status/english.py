"""English status: from the form of the event's verb and from what governs it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.grounding.status.event import EventPlace, locate
from summarizer.grounding.status.tables import tables
from summarizer.grounding.words import (
    Clause,
    Predicate,
    clauses_of,
    predicates_of,
    stem,
)
from summarizer.ontology import Status

Answer = tuple[Status | None, str]
_OPEN: Answer = (None, "")
_AHEAD = 90  # characters after a verb that are looked at for its phrase
_NEAR = 60  # characters between a verb and the infinitive that it takes


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
        return self.text[predicate.end : predicate.end + _AHEAD].casefold().lstrip()

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
        would = "would" in whole.words(predicate).casefold() and not predicate.negated
        return ("proposed", whole.words(predicate)) if would else _OPEN
    own = _own(whole, index)
    if own is not None:
        return _OPEN if predicate.negated else own
    if predicate.form in ("infinitive", "gerund"):
        return _of_governed(whole, index)
    if predicate.negated:
        return _OPEN
    status = _by_form(predicate, whole.after(predicate))
    if status == "planned" and _has_condition(whole, predicate):
        status = "threatened"
    return (status, whole.words(predicate)) if status else _OPEN


def _by_form(predicate: Predicate, after: str) -> Status | None:
    lists = tables()
    if predicate.form in ("past", "participle"):
        return "ongoing" if predicate.stem in lists.lasting and "for a" in after[:6] else "occurred"
    if predicate.form == "perfect" and predicate.stem == "be":
        return "ongoing" if " since " in after else "occurred"
    if predicate.form == "perfect":
        return "ongoing" if predicate.head.folded.endswith("ing") else "occurred"
    if predicate.form == "progressive":
        return "occurred" if predicate.past else "ongoing"
    if predicate.form == "future":
        return None if predicate.past else "planned"
    if predicate.form == "modal":
        return None if predicate.past else "proposed"  # whatever it is, it has not occurred
    if predicate.form == "present":
        return "ongoing" if predicate.stem in lists.lasting else None
    if predicate.form == "copula":
        if lists.under_way.match(after):
            return "occurred" if predicate.past else "ongoing"
        return "occurred" if predicate.past else None
    return None


def _own(whole: _Sentence, index: int) -> Answer | None:
    """What the verb itself says of its event: "threatened", "tried", "called for"."""
    predicate, lists = whole.predicates[index], tables()
    after = whole.after(predicate)
    status = lists.own.get(predicate.stem)
    if predicate.passive:
        status = lists.own_passive.get(predicate.stem, status)
    if predicate.stem in lists.own_before_to and _takes_infinitive(whole, index):
        status = lists.own_before_to[predicate.stem]
    for pattern, phrasal in lists.phrasal:
        if pattern.match(f"{predicate.stem} {after}"):
            status = phrasal
    by_form = {"copula": lists.standing, "present": lists.timetable}.get(predicate.form, [])
    for pattern, planned in by_form:
        held = after if predicate.form == "copula" else f"{predicate.stem} {after}"
        if pattern.match(held):
            status = planned
    if predicate.stem in lists.failing and _of_attempt(whole, predicate):
        status = "attempted"
    elif status is not None and predicate.form == "future":
        status = "planned"  # "will propose a law"
    if status == "planned" and _has_condition(whole, predicate):
        status = "threatened"
    return (status, whole.words(predicate)) if status else None


def _of_attempt(whole: _Sentence, predicate: Predicate) -> bool:
    """Whether what failed is an attempt: "a bid to oust the chair failed"."""
    clause = whole.clauses[whole.clause_at(predicate.start)]
    return bool(tables().failed_nouns.search(whole.text[clause.start : predicate.start]))


def _has_condition(whole: _Sentence, predicate: Predicate) -> bool:
    """Whether it comes only if somebody does not yield: "will sue unless …"."""
    here = whole.clause_at(predicate.start)
    return any(clause.opener == "unless" for clause in whole.clauses[here + 1 : here + 2])


def _takes_infinitive(whole: _Sentence, index: int) -> bool:
    """Whether an infinitive follows in the same clause: "tried twice to lift it"."""
    if index + 1 >= len(whole.predicates):
        return False
    here, follower = whole.predicates[index], whole.predicates[index + 1]
    near = follower.start - here.end < _NEAR
    same = whole.clause_at(follower.start) == whole.clause_at(here.start)
    return follower.form == "infinitive" and near and same


def _of_governed(whole: _Sentence, index: int) -> Answer:
    """An infinitive or gerund has the status that its governing word gives it."""
    predicate, lists = whole.predicates[index], tables()
    before = whole.predicates[index - 1] if index else None
    if before is not None and whole.clause_at(before.start) != whole.clause_at(predicate.start):
        before = None
    status = lists.governs.get(stem(predicate.governor)) if predicate.governor else None
    words = predicate.governor
    if lists.not_come.match(f"{predicate.governor} {whole.words(predicate)}"):
        return ("cancelled", whole.words(predicate))  # "was to have begun"
    if status is None and before is not None:
        status, words = lists.governs.get(before.stem), whole.words(before)
        if (before.form, predicate.form) == ("copula", "gerund"):
            status = None  # "was a balloon flying past": only "was to fly" is ahead
        if before.stem in lists.passing:
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
    predicate, lists = whole.predicates[index], tables()
    here = whole.clause_at(predicate.start)
    outer = [
        p
        for p in whole.predicates[:index]
        if whole.clause_at(p.start) == here
        or (whole.clause_at(p.start) == here - 1 and whole.clauses[here].opener == "that")
    ]
    governing = next((p for p in reversed(outer) if p.stem in lists.complement), None)
    if governing is None or not _reaches(whole, governing, predicate):
        return None
    status = lists.complement[governing.stem]
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
        return not noun or bool(tables().claims & {stem(word) for word in noun})
    return predicate.finite


def _conditional(whole: _Sentence, predicate: Predicate) -> bool:
    """Whether it is supposed only: "if it fails", "would sue if it failed"."""
    here = whole.clause_at(predicate.start)
    follows = whole.clauses[here + 1].opener if here + 1 < len(whole.clauses) else ""
    would = "would" in whole.words(predicate).casefold() and follows in ("if", "unless")
    return would or whole.clauses[here].opener in ("if", "unless", "whether")


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
    lists, after = tables(), whole.after(predicate)
    if predicate.negated and predicate.form in ("future", "modal"):
        held = f"{predicate.stem} {after}"
        dangling = predicate.stem == "be" and not after.strip(' ."”')  # "…, will not be."
        return "cancelled" if dangling or lists.taking_place.match(held) else None
    status = lists.calling_off.get(predicate.stem)
    if predicate.stem in lists.dropping and (predicate.passive or lists.dropped.match(after)):
        status = "cancelled"
    if predicate.passive and predicate.stem == "giv" and after.startswith("up"):
        status = "cancelled"
    for pattern, phrasal in lists.phrasal_off:
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
    elif whole.clauses[here].opener in tables().subordinate:
        told = [t for t in nouns if t.end <= predicate.start and whole.clause_at(t.start) == here]
    else:
        told = [t for t in nouns if t.end <= predicate.start]
    return len(told) > 0 and (2 * len(told) >= len(nouns) or nouns[-1] in told)


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
    if before and governing.stem in tables().complement:
        between = whole.text[governing.end : token.start]
        claim = bool(tables().claims & {stem(word) for word in between.split()})
        status = tables().complement[governing.stem]
        if governing.negated or (status == "denied" and not claim and governing.stem != "deny"):
            return _OPEN  # "rejected the plan" leaves the plan open
        return (status, whole.words(governing))
    return _of_predicate(whole, index)
