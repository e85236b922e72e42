"""A text that is a contiguous piece of a sentence: what the cut itself can lose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from summarizer.grounding.guard.denial_tables import PACKAGE
from summarizer.grounding.guard.polarity import Polarity
from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.guard.reversal import is_unreal
from summarizer.grounding.words import load_table, stem, tokens_of


def is_clause_of(text: str, sentence: str) -> bool:
    """Whether the words of `text` stand in `sentence` in one piece.

    White space, quote marks, other punctuation and the case of letters do not count; every word
    and number does. Scripts without spaces are compared letter by letter.
    """
    return place_in(text, sentence) is not None


def place_in(text: str, sentence: str) -> tuple[int, int] | None:
    """Where the words of `text` stand in `sentence`, or None if they do not in one piece."""
    wanted, words = _pieces(text), _pieces(sentence)
    if not wanted:
        return None
    joined = "".join(f"{word}\0" for word, _, _ in wanted)
    whole = "\0" + "".join(f"{word}\0" for word, _, _ in words)
    at = whole.find(f"\0{joined}")
    if at < 0:
        return None
    first = whole.count("\0", 0, at)
    return words[first][1], words[first + len(wanted) - 1][2]


def cut_problems(claim: str, evidence: Sequence[Polarity]) -> list[Problem]:
    """What governs a piece of a sentence from outside and is lost with the cut."""
    problems = []
    for polarity in evidence:
        place = place_in(claim, polarity.text)
        if place is None:
            continue
        start, end = place
        first = next((w for w in polarity.words if start <= w.start < end), None)
        for denial in polarity.negators:
            if denial.end <= start and first in denial.scope and not denial.presupposes:
                message = f"the cut loses the evidence's {denial.text!r}"
                problems.append(Problem("missing_negation", denial.text, message))
        problems += _left_open(polarity, start)
        opening = next((p for p in polarity.predicates if p.head.end > start), None)
        if opening is not None and opening.start < end and is_unreal(polarity, opening):
            clause = next(c for c in polarity.clauses if c.start <= opening.start < c.end)
            begins = opening.head.start == start and opening.form == "infinitive"
            supposed = clause.opener in ("if", "unless", "whether") and clause.start < start
            if begins or (supposed and start < clause.end):
                lost = opening.governor if begins else clause.opener
                message = f"the cut loses the evidence's {lost!r}"
                problems.append(Problem("reversal", lost, message))
    return problems


def _left_open(polarity: Polarity, start: int) -> list[Problem]:
    """What a clause loses without the word right before it: "if …", "did not say that …"."""
    clause = next((c for c in polarity.clauses if c.start <= start < c.end), None)
    if clause is None or polarity.text[clause.start : start].strip().casefold() != clause.opener:
        return []
    if clause.opener in ("if", "unless", "whether"):
        lost = clause.opener
        return [Problem("reversal", lost, f"the cut loses the evidence's {lost!r}")]
    before = [p for p in polarity.predicates if p.end <= clause.start]
    if (
        clause.opener != "that"
        or not before
        or polarity.text[before[-1].end : clause.start].strip()
    ):
        return []
    if not before[-1].negated or before[-1].stem not in _asserting():
        return []
    lost = polarity.text[before[-1].start : before[-1].end]
    return [Problem("missing_negation", lost, f"the cut loses the evidence's {lost!r}")]


@cache
def _asserting() -> frozenset[str]:
    return frozenset(stem(w) for w in load_table(PACKAGE, "en")["unreal"]["asserting"].split())


def _pieces(text: str) -> list[tuple[str, int, int]]:
    """Words folded, with their places; a letter each in scripts without spaces."""
    found: list[tuple[str, int, int]] = []
    for token in tokens_of(text):
        word = token.text.replace("’", "'").casefold()
        if ord(word[0]) >= 0x2E80:
            found += [(c, token.start + i, token.start + i + 1) for i, c in enumerate(word)]
        else:
            found.append((word, token.start, token.end))
    return found
