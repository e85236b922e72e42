"""What a verb says of its own event: "threatened", "tried", "called for"."""

from __future__ import annotations

from summarizer.grounding.status.sentence import Answer, Sentence
from summarizer.grounding.status.tables import tables
from summarizer.grounding.words import Predicate
from summarizer.ontology import Status

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
    status = _by_phrase(predicate, after) or status
    fails = predicate.stem in lists.failing or (
        predicate.passive and predicate.stem in lists.undone
    )
    if fails and _of_attempt(whole, predicate):
        status = "attempted"
    elif status is not None and predicate.form == "future":
        status = "planned"  # "will propose a law"
    if status == "planned" and lists.given_up.search(f"{whole.words(predicate)} {after}"):
        status = "cancelled"
    if status == "planned" and whole.has_condition(predicate):
        status = "threatened"
    return (status, whole.words(predicate)) if status else None


def _by_phrase(predicate: Predicate, after: str) -> Status | None:
    """What it says with the words behind it: "called for", "is due", "begins on Thursday"."""
    lists = tables()
    found: Status | None = None
    for pattern, status in lists.phrasal:
        if pattern.match(f"{predicate.stem} {after}"):
            found = status
    stands = predicate.form == "copula" or (predicate.stem == "be" and predicate.form == "perfect")
    by_form = lists.timetable if predicate.form == "present" else lists.standing if stands else []
    for pattern, status in by_form:
        held = after if stands else f"{predicate.stem} {after}"
        if pattern.match(held):
            found = status
    return found


def _of_attempt(whole: Sentence, predicate: Predicate) -> bool:
    """Whether what failed is an attempt: "a bid to oust the chair failed"."""
    told = [p.end for p in whole.predicates if p.finite and p.end <= predicate.start]
    return bool(tables().failed_nouns.search(whole.text[max(told, default=0) : predicate.start]))


def _takes_infinitive(whole: Sentence, index: int) -> bool:
    """Whether an infinitive follows in the same clause: "tried twice to lift it"."""
    if index + 1 >= len(whole.predicates):
        return False
    here, follower = whole.predicates[index], whole.predicates[index + 1]
    near = follower.start - here.end < _NEAR
    same = whole.clause_at(follower.start) == whole.clause_at(here.start)
    return follower.form == "infinitive" and near and same
