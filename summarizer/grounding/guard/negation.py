"""Denials added to a text or dropped from it, found by pairing those of both sides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from summarizer.grounding.guard.content import Word, content_key, keys_of
from summarizer.grounding.guard.denial_tables import PACKAGE
from summarizer.grounding.guard.polarity import Negator, Polarity
from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.guard.reversal import says_otherwise
from summarizer.grounding.words import Predicate, load_table, stem

_SHARE = 0.4
"""Share of a clause's content words under a denial from which on it speaks of what was denied."""
_CROWD = 2
"""Sentences of evidence beyond which one shared word no longer shows what a claim speaks of."""

_IN_COMMON = 2
"""Content words that show a claim and a sentence to speak of the same."""


def negation_problems(claim: Polarity, evidence: Sequence[Polarity]) -> list[Problem]:
    """Denials that the claim adds to its evidence, and those that it drops."""
    turned = _turned(claim, evidence)
    if turned:
        return turned
    stated = [n for polarity in evidence for n in polarity.negators]
    pairs = _pair(claim, evidence)
    lone = [n for n in claim.negators if id(n) not in pairs]
    dropped = [n for n in stated if id(n) not in pairs.values()]
    problems = [
        _unsupported(n.text)
        for n in lone
        if not _softly_said(n, claim, evidence)
        and not says_otherwise(claim, evidence, n.start, "en")
    ]
    problems += [_missing(n.text) for n in dropped if _is_missed(n, claim, evidence)]
    return problems


def _turned(claim: Polarity, evidence: Sequence[Polarity]) -> list[Problem]:
    """Verbs that both sides have, denied on one side only."""
    problems = []
    for predicate in claim.predicates:
        key, start = content_key(predicate.head.text), predicate.head.start
        there = _meant(claim, key, start, evidence)
        odd = claim.denials_of(start) % 2
        if not there or any(polarity.denials_of(word.start) % 2 == odd for polarity, word in there):
            continue
        if odd and _is_told_by_others(claim, predicate, evidence):
            continue
        if odd:
            problems.append(_unsupported(claim.text[predicate.start : predicate.end]))
        else:
            polarity, word = there[0]
            denial = [n for n in polarity.negators if word in n.scope and not n.presupposes]
            problems.append(_missing(denial[-1].text))
    return problems


def _is_told_by_others(claim: Polarity, predicate: Predicate, evidence: Sequence[Polarity]) -> bool:
    """Whether the evidence denies it in other words: "the bid collapsed", "voted against"."""
    covering = [n for n in claim.negators if any(w.start == predicate.head.start for w in n.scope)]
    return any(
        _softly_said(n, claim, evidence) or says_otherwise(claim, evidence, n.start, "en")
        for n in covering
    )


def _meant(
    claim: Polarity, key: str, start: int, evidence: Sequence[Polarity]
) -> list[tuple[Polarity, Word]]:
    """Where the evidence has the word that the claim has at `start`: in the likest clauses."""
    around = claim.clause_keys(start) - {key}
    found = [
        (len(around & polarity.clause_keys(word.start)), polarity, word)
        for polarity in evidence
        for word in polarity.words
        if word.key == key
    ]
    likest = max((likeness for likeness, _, _ in found), default=0)
    if likest == 0 and len(evidence) > _CROWD:
        return []
    return [(polarity, word) for likeness, polarity, word in found if likeness == likest]


def _pair(claim: Polarity, evidence: Sequence[Polarity]) -> dict[int, int]:
    """Which denial of the claim renders which of the evidence, one to one, the closest first."""
    known = keys_of(w for polarity in evidence for w in polarity.words)
    words = keys_of(claim.words)
    scored = [
        (score, order, id(one), id(other))
        for order, one in enumerate(claim.negators)
        for polarity in evidence
        for other in polarity.negators
        if (score := _likeness(one, other, known, len(words & keys_of(polarity.words)))) > 0
    ]
    pairs: dict[int, int] = {}
    for _, _, one, other in sorted(scored, key=lambda entry: (-entry[0], entry[1])):
        if one not in pairs and other not in pairs.values():
            pairs[one] = other
    return pairs


def _likeness(one: Negator, other: Negator, known: frozenset[str], in_sentence: int) -> int:
    """How much two denials have in common; 0 if one cannot render the other."""
    mine, theirs = keys_of(one.scope), keys_of(other.scope)
    covered = len(mine & theirs)
    same = one.kind == other.kind != "hard" or (one.text.casefold() == other.text.casefold())
    around = len(keys_of(one.clause) & keys_of(other.clause))
    if covered or (same and around):
        return 4 * covered + 2 * same + around
    if mine & known:
        return 0
    # What it denies is told in other words, or in none: the sentence must be the same.
    return around + (in_sentence >= _IN_COMMON) + (same and not mine and not theirs)


def _is_missed(denial: Negator, claim: Polarity, evidence: Sequence[Polarity]) -> bool:
    """Whether the claim states what this denial of the evidence covers."""
    scope, here = keys_of(denial.scope), keys_of(denial.clause)
    told = [claim.keys_between(c.start, c.end) for c in claim.clauses]
    told += [
        claim.keys_between(p.start, c.end)  # without who says it
        for c in claim.clauses
        for p in claim.predicates
        if p.finite and c.start < p.start < c.end
    ]
    if denial.focus in keys_of(claim.words):
        return not denial.presupposes and _is_told(denial, claim, evidence)
    if denial.presupposes or keys_of(claim.words) & _soft():
        return False
    verbs = [
        content_key(p.head.text)
        for p in claim.predicates
        if p.form != "copula" and p.stem not in _reports()
    ]
    if any(key in keys_of(p.words) for p in evidence for key in verbs):
        return False  # it speaks of another verb of the evidence
    return any(_tells(keys, scope, here, evidence) for keys in told)


def _tells(
    clause: frozenset[str],
    scope: frozenset[str],
    here: frozenset[str],
    evidence: Sequence[Polarity],
) -> bool:
    """Whether a clause of the claim mostly repeats denied words, and those of no other clause."""
    shared = clause & scope
    if not shared or len(shared) < _SHARE * len(clause):
        return False
    nearest = max(
        len(clause & polarity.keys_between(c.start, c.end))
        for polarity in evidence
        for c in polarity.clauses
    )
    return len(clause & here) >= nearest


def _is_told(denial: Negator, claim: Polarity, evidence: Sequence[Polarity]) -> bool:
    """Whether the claim states the first denied word, meaning the place where it is denied."""
    for word in claim.words:
        if word.key != denial.focus or claim.denials_of(word.start) or claim.supposes(word.start):
            continue
        there = _meant(claim, word.key, word.start, evidence)
        if there and all(polarity.denials_of(other.start) for polarity, other in there):
            return True
    return False


def _softly_said(denial: Negator, claim: Polarity, evidence: Sequence[Polarity]) -> bool:
    """Whether the evidence says it with a word such as "banned" or "lost" beside the same words."""
    wanted = keys_of(denial.scope) | keys_of(denial.clause)
    soft = _soft() - keys_of(claim.words)
    for polarity in evidence:
        for clause, follower in zip_longest(polarity.clauses, polarity.clauses[1:]):
            turned = follower is not None and follower.opener == "but"  # "tried, but fell short"
            end = follower.end if turned else clause.end
            keys = polarity.keys_between(clause.start, end)
            if keys & soft and keys & wanted:
                return True
    return False


@cache
def _reports() -> frozenset[str]:
    words: str = load_table("summarizer.grounding.status", "en")["transparent_reports"]
    return frozenset(stem(word) for word in words.split())


@cache
def _soft() -> frozenset[str]:
    table = load_table(PACKAGE, "en")["soft"]["words"]
    return frozenset(content_key(word) for word in table.split())


def _unsupported(words: str) -> Problem:
    return Problem(
        "unsupported_negation", words, f"the evidence does not deny what {words!r} denies"
    )


def _missing(words: str) -> Problem:
    return Problem("missing_negation", words, f"the evidence's {words!r} is lost")
