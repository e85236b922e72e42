"""What the rest of a sentence says of an event: that it is not so, or came to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.grounding.status.sentence import Answer, Sentence
from summarizer.grounding.status.tables import tables
from summarizer.grounding.words import Predicate


def remark_on(whole: Sentence, predicate: Predicate) -> Answer | None:
    """Denied or refused, with the words that say so; None where nothing does."""
    return _not_so(whole, predicate) or _answered(whole, predicate)


def _not_so(whole: Sentence, predicate: Predicate) -> Answer | None:
    """Under "it is not true that …", or "reports that … were false"."""
    said = tables().remarks
    clause = whole.clauses[whole.clause_at(predicate.start)]
    if clause.opener != "that":
        return None
    before = whole.text[: clause.start]
    found = said["not_so"].search(before)
    if found is None and said["claim"].search(before):
        found = said["unfounded"].search(whole.text, predicate.end)
    return ("denied", found[0].strip()) if found else None


def _answered(whole: Sentence, predicate: Predicate) -> Answer | None:
    """What follows the event's own clause: ", which he denies", "; she turned it down"."""
    said = tables().remarks
    here = whole.clause_at(predicate.start)
    end = whole.clauses[here].end
    for edge in _edges(whole, here):
        denied = said["denied"].search(whole.text[edge:])
        if denied is not None:
            return "denied", denied[0].strip(" ,;")
    if predicate.stem in tables().asked and predicate.finite and not predicate.negated:
        refused = said["turned_down"].search(whole.text, end)
        if refused is not None:
            return "attempted", refused[0]
    return None


def _edges(whole: Sentence, here: int) -> Iterator[int]:
    """Where the event's clause ends, and each clause that hangs on it."""
    yield whole.clauses[here].end
    for clause in whole.clauses[here + 1 :]:
        if clause.opener not in tables().subordinate and clause.opener != "that":
            return
        yield clause.end


def denied_by(following: str) -> str | None:
    """The words of the next sentence that deny what one before it reports, if any do."""
    found = tables().remarks["denied_after"].search(following)
    return found[0] if found else None
