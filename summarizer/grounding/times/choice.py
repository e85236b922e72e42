"""Which of a sentence's times belongs to an event that is described in a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.grounding.times.found import FoundTime
from summarizer.grounding.words import (
    Clause,
    base_language,
    clauses_of,
    load_table,
    predicates_of,
    stem,
    tokens_of,
)

_PACKAGE = "summarizer.grounding.words"
_TIMES = "summarizer.grounding.times"
_RELATIVE = frozenset({"that", "which", "who", "whom", "whose", "where"})


def time_of(
    clause: str,
    sentence_text: str,
    times: Sequence[FoundTime],
    *,
    offset: int = 0,
    language: str | None = "en",
) -> FoundTime | None:
    """The time that stands nearest to the clause's words, or None if none stands in their clauses.

    `times` are those of the sentence, with positions moved by `offset`.
    """
    if not times:
        return None
    code = base_language(language)
    times = [time for time in times if not _tells_of_another(time.text, clause, code)]
    written = [time for time in times if time.text in clause]
    if len(written) == 1:
        return written[0]
    places = _places(clause, sentence_text, code)
    if not places:
        return None
    near = [
        (_modifies(time, sentence_text, offset), _gap(time, places, offset), time)
        for time in (written or times)
    ]
    spans = _clause_spans(sentence_text, places, code)
    fitting = [
        (modifies, gap, order)
        for order, (modifies, gap, time) in enumerate(near)
        if written or any(s <= time.start - offset < e for s, e in spans)
    ]
    return near[min(fitting)[2]][2] if fitting else None


def _tells_of_another(phrase: str, clause: str, language: str) -> bool:
    """Whether it stands in a relative clause: "backed a walkout that will begin on Thursday"."""
    at = clause.find(phrase)
    if language != "en" or at < 0:
        return False
    clauses = clauses_of(clause)
    here = next((c for c in clauses if c.start <= at < c.end), None)
    if here is None or here.opener not in _RELATIVE:
        return False
    outside = [
        p
        for p in predicates_of(clause)
        if p.finite and (p.end <= here.start or (p.start >= here.end and here.opener != "that"))
    ]
    if here.opener != "that" or not outside:
        return bool(outside)
    # Right after a verb of its own, "that" opens what is said.
    return bool(clause[outside[-1].end : here.start].split())


def _modifies(time: FoundTime, sentence_text: str, offset: int) -> bool:
    """Whether it tells of a noun, not of the event: "banned Saturday's parade on Monday"."""
    return sentence_text[time.end - offset :].startswith(("'s ", "’s "))


def _places(clause: str, sentence_text: str, language: str) -> list[tuple[int, int]]:
    """Where the clause's content words stand in the sentence."""
    if load_table(_PACKAGE, language).get("word_boundaries", True) is False:
        pairs = {clause[i : i + 2] for i in range(len(clause) - 1)}
        return [
            (i, i + 2) for i in range(len(sentence_text) - 1) if sentence_text[i : i + 2] in pairs
        ]
    ignored = set(load_table(_PACKAGE, language).get("function_words", "").split())
    wanted = {stem(t.text, language) for t in tokens_of(clause) if t.folded not in ignored}
    return [
        (t.start, t.end)
        for t in tokens_of(sentence_text)
        if t.folded not in ignored and stem(t.text, language) in wanted
    ]


def _gap(time: FoundTime, places: list[tuple[int, int]], offset: int) -> int:
    start, end = time.start - offset, time.end - offset
    return min(max(start - place[1], place[0] - end, 0) for place in places)


def _clause_spans(
    sentence_text: str, places: list[tuple[int, int]], language: str
) -> list[tuple[int, int]]:
    """The clauses that hold a word of the event, each with the fragment that follows it.

    A time after a comma ("…, on Friday") belongs to the clause before it.
    """
    clauses = clauses_of(sentence_text, language)
    held = []
    for index, clause in enumerate(clauses):
        if any(clause.start <= place[0] < clause.end for place in places):
            follower = clauses[index + 1] if index + 1 < len(clauses) else clause
            brief = len(follower.text.split()) <= 5
            # A subject alone goes on in its relative clause: "a meeting that was to open on …".
            bare = language == "en" and not any(p.finite for p in predicates_of(clause.text))
            on = brief or bare or _is_scheduled(follower, language)
            held.append((clause.start, follower.end if on else clause.end))
    return held


def _is_scheduled(clause: Clause, language: str) -> bool:
    """Whether it gives the day of what stands before it: "that had been set for Tuesday"."""
    words = load_table(_TIMES, language).get("scheduled")
    told = clause.opener in _RELATIVE and words is not None
    return told and re.search(rf"\b{words}\b".replace(" ", r"\s+"), clause.text) is not None
