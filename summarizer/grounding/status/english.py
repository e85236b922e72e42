"""English status: from the form of the event's verb and from what governs it."""

from __future__ import annotations

import re

from summarizer.grounding.status.calling_off import called_off
from summarizer.grounding.status.event import EventPlace, locate
from summarizer.grounding.status.own import own_status
from summarizer.grounding.status.remarks import remark_on
from summarizer.grounding.status.sentence import OPEN, Answer, Sentence
from summarizer.grounding.status.tables import tables
from summarizer.grounding.words import Predicate, stem
from summarizer.ontology import Status


def status_in_english(sentence: str, clause: str | None) -> Answer:
    """The status of the event that the clause describes, and the deciding words."""
    whole = Sentence.of(sentence)
    event = locate(sentence, clause, whole.predicates)
    ended = called_off(whole, event)
    if ended is not None:
        return ended
    if event.head is not None:
        return _of_predicate(whole, event.head)
    return _of_noun(whole, event)


def _of_predicate(whole: Sentence, index: int) -> Answer:
    predicate = whole.predicates[index]
    outer = _of_complement(whole, index) or remark_on(whole, predicate)
    if outer is not None:
        return outer
    if _is_wished(whole, predicate):
        return "proposed", whole.words(predicate)
    if _conditional(whole, predicate):
        would = "would" in whole.words(predicate).casefold() and not predicate.negated
        return ("proposed", whole.words(predicate)) if would else OPEN
    own = own_status(whole, index)
    if own is not None:
        return OPEN if predicate.negated else own
    if predicate.form in ("infinitive", "gerund"):
        return _of_governed(whole, index)
    if predicate.negated or _by_nobody(whole, predicate):
        return OPEN
    status = _by_form(predicate, whole.after(predicate))
    if status == "planned" and whole.has_condition(predicate):
        status = "threatened"
    return (status, whole.words(predicate)) if status else OPEN


def _is_wished(whole: Sentence, predicate: Predicate) -> bool:
    """Whether it is a wish in the subjunctive: "(demands) that the pass be reopened"."""
    wished = whole.words(predicate).casefold().startswith("be ")
    return wished and whole.clauses[whole.clause_at(predicate.start)].opener == "that"


def _by_nobody(whole: Sentence, predicate: Predicate) -> bool:
    """Whether the subject denies it: "no shots were fired"."""
    start = whole.clauses[whole.clause_at(predicate.start)].start
    start = max([start, *(p.end for p in whole.predicates if p.end <= predicate.start)])
    return bool(tables().nobody.match(whole.text[start : predicate.start].lstrip()))


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


def _of_governed(whole: Sentence, index: int) -> Answer:
    """An infinitive or gerund has the status that its governing word gives it."""
    predicate, lists = whole.predicates[index], tables()
    led = _led_by(whole, predicate)
    if led is not None:
        return led
    before = _before_in_clause(whole, index)
    status = lists.governs.get(stem(predicate.governor)) if predicate.governor else None
    words = predicate.governor
    if status is None and before is not None:
        status, words = lists.governs.get(before.stem), whole.words(before)
        if (before.form, predicate.form) == ("copula", "gerund"):
            status = None  # "was a balloon flying past": only "was to fly" is ahead
        if before.stem in lists.passing:
            return _of_predicate(whole, index - 1)
    if before is not None and before.negated:
        return OPEN
    if status is None:
        opens = predicate.form == "infinitive" and before is None and index == 0
        return ("planned", whole.words(predicate)) if opens else OPEN  # "Ministers to meet"
    if status == "planned" and predicate.governor in ("was", "were"):
        status = _thwarted(whole, predicate) or status
    outer = _of_complement(whole, index - 1) if before is not None else None
    return outer or (status, words)


def _before_in_clause(whole: Sentence, index: int) -> Predicate | None:
    if index == 0:
        return None
    here, before = whole.predicates[index], whole.predicates[index - 1]
    return before if whole.clause_at(before.start) == whole.clause_at(here.start) else None


def _led_by(whole: Sentence, predicate: Predicate) -> Answer | None:
    """What the phrase in front shows: "had planned to march", "reserved the right to sue"."""
    for pattern, status in tables().leading:
        found = pattern.search(whole.text[: predicate.head.start])
        if found is not None:
            return status, found[0].strip()
    return None


def _thwarted(whole: Sentence, predicate: Predicate) -> Status | None:
    """What came of it where a "but" follows: "was to speak, but stayed at home"."""
    following = whole.clauses[whole.clause_at(predicate.start) + 1 :][:1]
    if not following or following[0].opener != "but":
        return None
    return "postponed" if tables().only_later.search(following[0].text) else "cancelled"


def _of_complement(whole: Sentence, index: int) -> Answer | None:
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
        return OPEN
    return (status, whole.words(governing))


def _reaches(whole: Sentence, governing: Predicate, predicate: Predicate) -> bool:
    """Whether the governing verb speaks of the event's clause, not of an object before it."""
    between = whole.text[governing.end : predicate.start]
    if re.search(r"\bthat\b", between) or predicate.form == "gerund":
        # "rejected the plan that …" speaks of a plan; "rejected claims that …" of the claim.
        noun = between.partition(" that ")[0].split()
        return not noun or bool(tables().claims & {stem(word) for word in noun})
    return predicate.finite


def _conditional(whole: Sentence, predicate: Predicate) -> bool:
    """Whether it is supposed only: "if it fails", "would sue if it failed"."""
    here = whole.clause_at(predicate.start)
    follows = whole.clauses[here + 1].opener if here + 1 < len(whole.clauses) else ""
    would = "would" in whole.words(predicate).casefold() and follows in ("if", "unless")
    return would or whole.clauses[here].opener in ("if", "unless", "whether")


def _of_noun(whole: Sentence, event: EventPlace) -> Answer:
    """An event that is a noun: the verb that has it as its object, else as its subject."""
    if not event.tokens:
        return OPEN
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
        return OPEN
    governing = whole.predicates[index]
    if before and governing.stem in tables().complement:
        between = whole.text[governing.end : token.start]
        claim = bool(tables().claims & {stem(word) for word in between.split()})
        status = tables().complement[governing.stem]
        if governing.negated or (status == "denied" and not claim and governing.stem != "deny"):
            return OPEN  # "rejected the plan" leaves the plan open
        return (status, whole.words(governing))
    return _of_predicate(whole, index)
