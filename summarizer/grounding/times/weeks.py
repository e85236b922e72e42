"""Days of a week that is counted from the anchor's own."""

from __future__ import annotations

from datetime import timedelta

from summarizer.grounding.times import dates
from summarizer.grounding.times.basis import Basis, Resolved
from summarizer.grounding.times.phrases import Phrase


def weekday_week(phrase: Phrase, basis: Basis) -> Resolved | None:
    """Of "Monday week": a week after the coming one."""
    if basis.anchor is None:
        return Resolved("day")
    coming = dates.weekday_near(basis.anchor, int(phrase.value("weekday")), "future")
    return Resolved("day", coming + timedelta(weeks=1), None, "anchor")


def weekday_of_week(phrase: Phrase, basis: Basis) -> Resolved | None:
    """Of "Tuesday of last week"."""
    if basis.anchor is None:
        return Resolved("day")
    weekday, weeks = int(phrase.value("weekday")), int(phrase.value("which"))
    return Resolved("day", dates.weekday_in_week(basis.anchor, weekday, weeks), None, "anchor")


def weekend(phrase: Phrase, basis: Basis) -> Resolved | None:
    """Saturday and Sunday, those of the anchor's own week only once they have begun."""
    anchor, which = basis.anchor, phrase.value("which")
    if anchor is None:
        return Resolved("day")
    saturday = dates.weekday_in_week(anchor, 5, int(which or 0))
    if which == -1 or (which is None and basis.tense != "future"):
        # The weekend of the anchor's own week counts only once it has begun.
        saturday = dates.weekday_in_week(anchor, 5, -1)
        if which is None and anchor.weekday() >= 5:
            saturday += timedelta(weeks=1)
    elif which == 0 and basis.tense == "past" and anchor.weekday() < 5:
        saturday -= timedelta(weeks=1)
    return Resolved("day", saturday, saturday + timedelta(days=1), "anchor")


def but_one(phrase: Phrase) -> int:
    """Steps from now of "before last" and "after next"."""
    return 2 if phrase.match.group("next") else -2


def but_one_weekday(phrase: Phrase, basis: Basis) -> Resolved | None:
    """Of "the Monday before last", "the Friday after next"."""
    if basis.anchor is None:
        return Resolved("day")
    weekday, steps = int(phrase.value("weekday")), but_one(phrase)
    if steps > 0:
        start = dates.weekday_in_week(basis.anchor, weekday, steps)
    else:
        last = dates.weekday_near(basis.anchor - timedelta(days=1), weekday, "past")
        start = last - timedelta(weeks=1)
    return Resolved("day", start, None, "anchor")


def but_one_weekend(phrase: Phrase, basis: Basis) -> Resolved | None:
    """Of "the weekend before last"."""
    if basis.anchor is None:
        return Resolved("day")
    saturday = dates.weekday_in_week(basis.anchor, 5, but_one(phrase))
    return Resolved("day", saturday, saturday + timedelta(days=1), "anchor")
