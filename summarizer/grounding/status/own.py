"""What a verb says of its own event: "threatened", "tried", "called for"."""

from __future__ import annotations

from summarizer.grounding.status.sentence import Answer, Sentence
from summarizer.grounding.status.tables import tables
from summarizer.grounding.words import Predicate

_NEAR = 60  # characters between a verb and the infinitive that it takes


def own_status(whole: Sentence, index: int) -> Answer | None:
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
    if status == "planned" and whole.has_condition(predicate):
        status = "threatened"
    return (status, whole.words(predicate)) if status else None


def _of_attempt(whole: Sentence, predicate: Predicate) -> bool:
    """Whether what failed is an attempt: "a bid to oust the chair failed"."""
    clause = whole.clauses[whole.clause_at(predicate.start)]
    return bool(tables().failed_nouns.search(whole.text[clause.start : predicate.start]))


def _takes_infinitive(whole: Sentence, index: int) -> bool:
    """Whether an infinitive follows in the same clause: "tried twice to lift it"."""
    if index + 1 >= len(whole.predicates):
        return False
    here, follower = whole.predicates[index], whole.predicates[index + 1]
    near = follower.start - here.end < _NEAR
    same = whole.clause_at(follower.start) == whole.clause_at(here.start)
    return follower.form == "infinitive" and near and same
