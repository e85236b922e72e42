"""What a sentence says was cancelled or put off."""

from __future__ import annotations

from summarizer.grounding.status.event import EventPlace, is_main
from summarizer.grounding.status.own import own_status
from summarizer.grounding.status.sentence import OPEN, Answer, Sentence
from summarizer.grounding.status.tables import tables
from summarizer.grounding.words import Predicate
from summarizer.ontology import Status


def called_off(whole: Sentence, event: EventPlace) -> Answer | None:
    """Cancelled or postponed, where that is said of this event."""
    for predicate in whole.predicates:
        status = _cancelling(whole, predicate)
        if status is None or _is_aside(whole, predicate, event):
            continue
        if predicate.stem in event.stems or _speaks_of(whole, predicate, event):
            negated = predicate.negated and predicate.form != "future"
            return OPEN if negated else (status, whole.words(predicate))
    return None


def _is_aside(whole: Sentence, predicate: Predicate, event: EventPlace) -> bool:
    """Whether the event goes on after it: "The match, called off last week, will be played"."""
    if predicate.form != "participle" or event.head is None:
        return False
    head = whole.predicates[event.head]
    return head is not predicate and head.start > predicate.end and is_main(head)


def _cancelling(whole: Sentence, predicate: Predicate) -> Status | None:
    lists, after = tables(), whole.after(predicate)
    if predicate.negated and predicate.form in ("future", "modal"):
        held = f"{predicate.stem} {after}"
        dangling = predicate.stem == "be" and not after.strip(' ."”')  # "…, will not be."
        return "cancelled" if dangling or lists.taking_place.match(held) else None
    if predicate.form == "future" and " now" in whole.words(predicate).casefold():
        return "postponed" if lists.older_plan.search(whole.text[: predicate.start]) else None
    status = lists.calling_off.get(predicate.stem)
    if predicate.stem in lists.dropping and (predicate.passive or lists.dropped.match(after)):
        status = "cancelled"
    if predicate.passive and predicate.stem == "giv" and after.startswith("up"):
        status = "cancelled"
    for pattern, phrasal in lists.phrasal_off:
        if pattern.match(f"{predicate.stem} {after}"):
            status = phrasal
    return status


def _speaks_of(whole: Sentence, predicate: Predicate, event: EventPlace) -> bool:
    """Whether the event is what was called off: its subject, or the object of an active verb."""
    if event.head is not None:
        head = whole.predicates[event.head]
        own = own_status(whole, event.head)
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
