"""How well a predicted event fits a gold one.

Evidence, type and participants each count. An event of a corpus that marks its sentences must
share its evidence and one of the others, or else type and a participant; without marked sentences
the type must fit, and a participant where there are any.
"""

from __future__ import annotations

import re

from summarizer.scoring.dates import date_agrees
from summarizer.scoring.lists import word_lists
from summarizer.scoring.names import best_pair
from summarizer.scoring.records import FoundEvent, GoldEvent
from summarizer.scoring.text import fold, overlap

_SAME_WORDS = 0.6
_SHORTEST = 4
"""Letters that a word needs to be looked for."""


def event_fit(found: FoundEvent, gold: GoldEvent) -> float:
    """0 for events that are not the same; else more for more agreement."""
    evidence = _evidence_fit(found, gold)
    same_type = type_fits(found, gold)
    who = _participants_fit(found, gold)
    if gold.mentions:
        same = bool(evidence and (same_type or who)) or (same_type and who >= 1)
    else:
        same = same_type and (who > 0 or not gold.participants)
    if not same:
        return 0
    return 1 + 4 * evidence + 2 * who + same_type + bool(date_right(found, gold))


def date_right(found: FoundEvent, gold: GoldEvent) -> bool | None:
    """Whether the dates agree; None where the gold has none."""
    if gold.date is None:
        return None
    return date_agrees(found.date, gold.date.start, gold.date.end)


def label_text(found: FoundEvent) -> str:
    """What an event calls itself, in lower case."""
    return f"{found.type or ''} {found.description or ''}".casefold()


def event_text(found: FoundEvent) -> str:
    """What an event calls itself, with its evidence, in lower case."""
    return f"{label_text(found)} {(found.evidence or '').casefold()}"


def type_fits(found: FoundEvent, gold: GoldEvent) -> bool:
    """Whether an event names the gold type's words, or one of the words that triggered it."""
    lists = word_lists()
    incidents = [
        lists.incidents[label]
        for label in (gold.type, *gold.type_alternatives)
        if label in lists.incidents
    ]
    text = event_text(found)
    if incidents:
        return any(pattern.search(text) for pattern in incidents)
    triggers = {word for mention in gold.mentions for word in mention.trigger.casefold().split()}
    if any(_stem(word) in text for word in triggers if len(word) >= _SHORTEST):
        return True
    kairos = lists.kairos.get(gold.type.split(".")[0].lower())
    return bool(kairos and kairos.search(label_text(found)))


def _stem(word: str) -> str:
    return word[: max(_SHORTEST, len(word) - 3)]


def _evidence_fit(found: FoundEvent, gold: GoldEvent) -> float:
    best = max((overlap(found.evidence, m.evidence) for m in gold.mentions), default=0.0)
    return best if best >= _SAME_WORDS else 0.0


def _participants_fit(found: FoundEvent, gold: GoldEvent) -> float:
    """Gold participants that are found; half of those that only the text names, if none is."""
    forms = [participant.forms for participant in found.participants]
    listed = sum(1 for g in gold.participants if any(best_pair(f, g.forms) for f in forms))
    if listed:
        return listed
    text = fold(event_text(found))
    return 0.5 * sum(1 for g in gold.participants if any(_named_in(text, f) for f in g.forms))


def _named_in(text: str, form: str) -> bool:
    folded = fold(form)
    return len(folded) >= _SHORTEST and bool(re.search(rf"\b{re.escape(folded)}\b", text))
