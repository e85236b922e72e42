"""Dates of a generated text against those of its evidence, as days, not as words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.times import FoundTime, find_times
from summarizer.grounding.words import tokens_of

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# English only. "Will not start before May" says that it starts in May.
_LIMIT = re.compile(
    r"\b(?P<limit>before|after|until|since)\s+(?:the end of |early |late )?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*\.?\s+\d+|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d{4}\b)",
    re.IGNORECASE,
)
_SAME = {"until": r"\b(?:until|till|to|through)\b"}
_FROM_THEN_ON = re.compile(r"(?:\bnot|n['’]t)\b[^.;]*\b(?:before|until)\b[^.;]*$", re.IGNORECASE)
_EMPTY = frozenset({"on", "the", "in", "at", "of", "el", "la", "в", "во", "يوم"})


def date_problems(
    generated: str, evidence: Sequence[str], anchor: date | None, language: str
) -> list[Problem]:
    """Time phrases that no time of the evidence bears out.

    "June 9" is borne out by "on Monday" if that is the day it means, and June by June 9; a finer
    date than the evidence gives is not.
    """
    stated = [time for text in evidence for time in _times(text, anchor, language)]
    problems = [
        Problem("unsupported_date", t.text, f"the evidence does not give the date {t.text!r}")
        for t in _times(generated, anchor, language)
        if not any(_bears_out(other, t) for other in stated) and not _as_written(t, evidence)
    ]
    return problems + (_limits(generated, evidence) if language == "en" else [])


def _limits(generated: str, evidence: Sequence[str]) -> list[Problem]:
    """A word such as "before" in front of a date, where the evidence has no such word."""
    said = " ".join(evidence).casefold()
    return [
        Problem("unsupported_date", m.group(), f"the evidence does not say {m.group()!r}")
        for m in _LIMIT.finditer(generated)
        if not re.search(
            _SAME.get(m.group("limit").casefold(), rf"\b{m.group('limit').casefold()}\b"), said
        )
        and not _FROM_THEN_ON.search(generated[: m.end()])
    ]


@lru_cache(maxsize=2048)
def _times(text: str, anchor: date | None, language: str) -> tuple[FoundTime, ...]:
    return tuple(find_times(text, anchor=anchor, language=language))


def _bears_out(stated: FoundTime, claimed: FoundTime) -> bool:
    if _words(claimed.text) <= _words(stated.text):
        return True
    if claimed.value is None or stated.value is None or _misnamed(claimed):
        return False
    if claimed.value_end is None:
        within = stated.value_end is not None and stated.value <= claimed.value <= stated.value_end
        return within or stated.value.startswith(claimed.value) or _in_week(stated, claimed)
    return (stated.value, stated.value_end) == (claimed.value, claimed.value_end)


def _misnamed(claimed: FoundTime) -> bool:
    """Whether it names another weekday than its date has ("Tuesday, 9 June 2031")."""
    if claimed.granularity != "day" or claimed.value is None or claimed.value_end is not None:
        return False
    named = [t.folded for t in tokens_of(claimed.text) if t.folded in _WEEKDAYS]
    return bool(named) and named[0] != _WEEKDAYS[date.fromisoformat(claimed.value).weekday()]


def _in_week(stated: FoundTime, claimed: FoundTime) -> bool:
    """Whether the claimed week holds the stated day."""
    if claimed.granularity != "week" or stated.granularity not in ("day", "time"):
        return False
    day = date.fromisoformat((stated.value or "")[:10])
    return f"{day:%G-W%V}" == claimed.value


def _as_written(claimed: FoundTime, evidence: Sequence[str]) -> bool:
    """The same words in the evidence, where a rule there read them otherwise."""
    written = r"\s+".join(re.escape(word) for word in claimed.text.split())
    pattern = re.compile(rf"(?<!\w){written}(?!\w)", re.IGNORECASE)
    return any(pattern.search(text) for text in evidence)


def _words(text: str) -> Counter[str]:
    """The words that carry a date, each as often as it is written."""
    return Counter(t.folded for t in tokens_of(text) if t.folded not in _EMPTY)
