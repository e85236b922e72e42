"""Events: what happened or did not, with whom, when, and in which state."""

from __future__ import annotations

from typing import Final

from summarizer.scoring.dates import written_date
from summarizer.scoring.event_fit import date_right, event_fit, event_text, label_text
from summarizer.scoring.labels import NOT_SIMPLY_OCCURRED, status_class
from summarizer.scoring.lists import word_lists
from summarizer.scoring.matching import Matching, match
from summarizer.scoring.names import best_pair
from summarizer.scoring.records import FoundEvent, GoldArticle, GoldEvent, Prediction
from summarizer.scoring.tally import Metric, Tally, f1, precision, recall, renamed, share
from summarizer.scoring.text import overlap

_MUC_TYPES: Final = ("attack", "bombing", "kidnapping", "arson")
"""What a set of the MUC kind annotates; other events of its articles are out of its scope."""
_IN_TEXT: Final = 0.9


def score_events(gold: GoldArticle, found: Prediction) -> Tally:
    """Counts for one article, whose events are annotated."""
    tally = Tally("events", gold.id)
    wanted = gold.gold.events or []
    matching = match(found.events, wanted, event_fit)
    hits = matching.hits()
    counted = {j for j, event in enumerate(wanted) if not event.optional}
    false = [e for i, e in enumerate(found.events) if matching.is_false(i)]
    inside = [event for event in false if _in_scope(event, gold)]
    given = [event.evidence for event in found.events if event.evidence]
    tally.counts.add(
        articles=1,
        found=len(found.events),
        tp=len(hits & counted),
        fn=len(counted - hits),
        ignored=len(hits - counted),
        duplicates=len(matching.duplicates),
        fp=len(inside),
        out_of_scope=len(false) - len(inside),
        empty_articles=not wanted,
        empty_clean=not wanted and not any(_is_incident(event_text(e)) for e in found.events),
        evidence=len(given),
        verbatim=sum(1 for quote in given if overlap(quote, gold.text) >= _IN_TEXT),
    )
    for i, j in matching.pairs.items():
        _count_details(tally, found.events[i], wanted[j])
    _write_notes(tally, found.events, wanted, matching)
    return tally


def _is_incident(text: str) -> bool:
    return any(word_lists().incidents[kind].search(text) for kind in _MUC_TYPES)


def _in_scope(event: FoundEvent, gold: GoldArticle) -> bool:
    only_incidents = str(gold.scope.get("events", "")).startswith("muc")
    return not only_incidents or _is_incident(label_text(event))


def _count_details(tally: Tally, found: FoundEvent, gold: GoldEvent) -> None:
    _count_arguments(tally, found, gold)
    _count_type(tally, found, gold)
    _count_status(tally, found, gold)
    if gold.date:
        right = bool(date_right(found, gold))
        given = written_date(found.date) is not None
        tally.counts.add(dates=1, dates_right=right, dates_given=given)
        if not right:
            span = f"{gold.date.start}/{gold.date.end}"
            tally.note("wrong", f"{name_of(gold)}: date {found.date}, not {span}")


def _count_arguments(tally: Tally, found: FoundEvent, gold: GoldEvent) -> None:
    wanted = [p for p in gold.participants if not p.optional]
    forms = [p.forms for p in found.participants]
    pairs = match(forms, [p.forms for p in wanted], best_pair).pairs
    tally.counts.add(
        argument_tp=len(pairs),
        argument_fp=len(forms) - len(pairs),
        argument_fn=len(wanted) - len(pairs),
    )
    for i, j in pairs.items():
        told, truth = found.participants[i].role, wanted[j].role
        if told and truth in ("actor", "recipient"):
            tally.counts.add(roles=1, roles_right=told == truth)


def _count_type(tally: Tally, found: FoundEvent, gold: GoldEvent) -> None:
    """Only where the gold type is of our ontology, which is written in capitals."""
    if gold.type.isupper() and found.type:
        right = found.type in (gold.type, *gold.type_alternatives)
        tally.counts.add(types=1, types_right=right)
        if not right:
            tally.note("wrong", f"{name_of(gold)}: type {found.type}, not {gold.type}")


def _count_status(tally: Tally, found: FoundEvent, gold: GoldEvent) -> None:
    if not gold.status:
        return
    right = status_class(found.status) == gold.status
    tally.counts.add(statuses=1, statuses_right=right)
    if gold.status_exact:
        exact = found.status == gold.status_exact
        tally.counts.add(exact=1, exact_right=exact)
        if gold.status_exact in NOT_SIMPLY_OCCURRED:
            tally.counts.add(unoccurred=1, unoccurred_right=right, unoccurred_exact=exact)
    if not right:
        told = gold.status_exact or gold.status
        tally.note("wrong", f"{name_of(gold)}: status {found.status}, not {told}")


def name_of(event: GoldEvent) -> str:
    """A gold event in a few words, for lists."""
    who = ", ".join(p.name for p in event.participants[:3])
    what = event.mentions[0].trigger if event.mentions else ""
    return f"{event.type} '{what}' [{who}]" if what else f"{event.type} [{who}]"


def _write_notes(
    tally: Tally, found: list[FoundEvent], wanted: list[GoldEvent], matching: Matching
) -> None:
    for j, event in enumerate(wanted):
        if not event.optional and j not in matching.hits():
            tally.note("missed", name_of(event))
    for i, other in enumerate(found):
        told = f"{other.type} {other.description or other.evidence or ''}"
        if i in matching.duplicates:
            tally.note("duplicate", f"{told} = {name_of(wanted[matching.duplicates[i]])}")
        elif matching.is_false(i):
            tally.note("false", told)


EVENT_METRICS: Final[dict[str, Metric]] = {
    "precision": precision,
    "recall": recall,
    "f1": f1,
    "argument_precision": renamed(precision, "argument_"),
    "argument_recall": renamed(recall, "argument_"),
    "argument_f1": renamed(f1, "argument_"),
    "role": share("roles_right", "roles"),
    "type": share("types_right", "types"),
    "date": share("dates_right", "dates"),
    "date_given": share("dates_given", "dates"),
    "status": share("statuses_right", "statuses"),
    "status_exact": share("exact_right", "exact"),
    "status_not_occurred": share("unoccurred_right", "unoccurred"),
    "status_not_occurred_exact": share("unoccurred_exact", "unoccurred"),
    "empty_clean": share("empty_clean", "empty_articles"),
    "evidence_verbatim": share("verbatim", "evidence"),
}
