"""Words turned into their opposite, and what was only meant told as done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from summarizer.grounding.guard.content import content_key
from summarizer.grounding.guard.denial_tables import PACKAGE
from summarizer.grounding.guard.polarity import Polarity
from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.words import Predicate, load_table, stem, tokens_of

_REACH = 24  # characters from a denial to the words that it turns


class _Side(NamedTuple):
    """One word of a pair of opposites, as used."""

    pair: int
    positive: bool
    start: int
    text: str
    near: frozenset[str]
    """Keys of the other content words of its clause."""
    noun: bool = False


def reversal_problems(
    claim: Polarity, evidence: Sequence[Polarity], language: str
) -> list[Problem]:
    """Words of the claim that the evidence uses only in the opposite sense."""
    there = [side for polarity in evidence for side in _sides(polarity, language)]
    problems, seen = [], set[int]()
    for side in _sides(claim, language):
        if language == "en" and (side.noun or claim.opener_at(side.start) == "whether"):
            continue  # "override the veto" rejects nothing
        same_pair = [other for other in there if other.pair == side.pair]
        if {o.positive for o in same_pair} == {True, False} == _both_sides(side, claim, language):
            continue  # one was freed and one convicted, here and there
        closest = max((len(o.near & side.near) for o in same_pair), default=0)
        if closest == 0 and len(evidence) > 1:
            continue  # nothing shows that it speaks of the same
        meant = [o for o in same_pair if len(o.near & side.near) == closest]
        if not meant or any(other.positive == side.positive for other in meant):
            continue
        if side.start not in seen and not _also_agrees(side, claim, there, language):
            seen.add(side.start)
            told = meant[0].text
            problems.append(
                Problem("reversal", side.text, f"the evidence says {told!r}, not {side.text!r}")
            )
    return problems + _for_against(claim, evidence, language)


def _both_sides(side: _Side, claim: Polarity, language: str) -> set[bool]:
    return {other.positive for other in _sides(claim, language) if other.pair == side.pair}


def says_otherwise(
    claim: Polarity, evidence: Sequence[Polarity], place: int, language: str
) -> bool:
    """Whether a denial there is the evidence's opposite word: "did not vote for" is "against"."""
    there = {(s.pair, s.positive) for polarity in evidence for s in _sides(polarity, language)}
    reach = range(place, place + _REACH)
    mine = [s for s in _sides(claim, language) if s.start in reach and " " in s.text]
    return any((side.pair, side.positive) in there for side in mine)


def _for_against(claim: Polarity, evidence: Sequence[Polarity], language: str) -> list[Problem]:
    """A "for" that is "against" in the evidence, before the same word, or the other way about."""
    pattern = _table(language).stance
    if pattern is None:
        return []
    there: dict[str, set[bool]] = {}
    for polarity in evidence:
        for match in pattern.finditer(polarity.text):
            key = content_key(match.group("object"), language)
            there.setdefault(key, set()).add(match.group("against") is not None)
    return [
        Problem("reversal", m.group(), f"the evidence says the opposite of {m.group()!r}")
        for m in pattern.finditer(claim.text)
        if not says_otherwise(claim, evidence, max(0, m.start() - _REACH // 2), language)
        and there.get(content_key(m.group("object"), language)) == {m.group("against") is None}
    ]


def _also_agrees(side: _Side, claim: Polarity, there: Sequence[_Side], language: str) -> bool:
    """Whether another pair with the same word agrees: "dropped" may be "fell" or "cancelled"."""
    mine = [s for s in _sides(claim, language) if s.start == side.start and s.pair != side.pair]
    return any(s.pair == o.pair and s.positive == o.positive for s in mine for o in there)


def _sides(polarity: Polarity, language: str) -> list[_Side]:
    table, found = _table(language), []
    heads = {p.head.start for p in polarity.predicates}
    doubled = {w.start for n in polarity.negators if n.both for w in n.scope}
    for word in polarity.words:
        for pair, positive in table.words.get(word.key, ()):
            # A denial turns a verb; "did not win the rise" leaves the rise one.
            verb = word.start in heads or word.start in doubled
            odd = verb and polarity.denials_of(word.start) % 2 == 1
            text = polarity.text[word.start : word.end]
            near = polarity.clause_keys(word.start) - {word.key}
            noun = word.start not in heads and _after_nominal(polarity.text, word.start)
            found.append(_Side(pair, positive != odd, word.start, text, near, noun))
    for pair, positive, pattern in table.patterns:
        for match in pattern.finditer(polarity.text):
            near = polarity.clause_keys(match.start())
            odd = any(
                polarity.denials_of(head) % 2
                for head in heads
                if match.start() <= head < match.end()
            )
            found.append(_Side(pair, positive != odd, match.start(), match.group(), near))
    return found


def _after_nominal(text: str, start: int) -> bool:
    """Whether the word before is one that a noun follows: "the", "of", "8%"."""
    before = tokens_of(text[max(0, start - 30) : start])
    return bool(before) and (before[-1].text == "%" or before[-1].folded in _nominal())


@cache
def _nominal() -> frozenset[str]:
    return frozenset(load_table("summarizer.grounding.words", "en")["verbs"]["nominal"].split())


class _Table(NamedTuple):
    words: dict[str, list[tuple[int, bool]]]
    patterns: list[tuple[int, bool, re.Pattern[str]]]
    stance: re.Pattern[str] | None
    """A word for or against, and its object."""


@cache
def _table(language: str) -> _Table:
    table = load_table(PACKAGE, language)
    words: dict[str, list[tuple[int, bool]]] = {}
    patterns: list[tuple[int, bool, re.Pattern[str]]] = []
    number = 0
    for number, pair in enumerate(table.get("pair", [])):
        for name, positive in (("positive", True), ("negative", False)):
            for word in pair[name].split():
                words.setdefault(content_key(word, language), []).append((number, positive))
    for offset, pair in enumerate(table.get("small", []), start=number + 1):
        for name, positive in (("positive", True), ("negative", False)):
            patterns.append((offset, positive, re.compile(pair[name], re.IGNORECASE)))
    stance = table.get("stance")
    return _Table(words, patterns, re.compile(stance, re.IGNORECASE) if stance else None)


def unreal_problems(claim: Polarity, evidence: Sequence[Polarity]) -> list[Problem]:
    """Verbs that the claim tells as done where the evidence only plans, fears or supposes them.

    English only: it needs the verb groups.
    """
    problems = []
    for predicate in claim.predicates:
        done = predicate.form in ("past", "perfect") and not _by_somebody(claim, predicate)
        done = done or (predicate.form == "infinitive" and stem(predicate.governor) in _managing())
        denied = predicate.negated or claim.denials_of(predicate.head.start) % 2 == 1
        if not done or denied or is_unreal(claim, predicate):
            continue
        around = claim.clause_keys(predicate.start) - {content_key(predicate.head.text)}
        there = [
            (polarity, other)
            for polarity in evidence
            for other in polarity.predicates
            if other.stem == predicate.stem
            and (len(evidence) == 1 or around & polarity.clause_keys(other.start))
        ]
        if there and all(is_unreal(polarity, p) for polarity, p in there):
            polarity, other = there[0]
            told = polarity.text[other.start : other.end]
            told = f"{other.governor} {told}".strip()
            problems.append(
                Problem(
                    "reversal",
                    claim.text[predicate.start : predicate.end],
                    f"the evidence says {told!r}, not that it was done",
                )
            )
    return problems


def _by_somebody(polarity: Polarity, predicate: Predicate) -> bool:
    """Whether a bare past form is rather a participle: "damage caused by"."""
    bare = predicate.start == predicate.head.start
    return bare and polarity.text[predicate.end :].lstrip().startswith("by ")


def is_unreal(polarity: Polarity, predicate: Predicate) -> bool:
    """Whether a verb is planned, possible or supposed, not told as fact."""
    if predicate.form in ("future", "modal"):
        return True
    if polarity.supposes(predicate.start):
        return True
    before = [p for p in polarity.predicates if p.end <= predicate.start]
    if before and before[-1].head.folded == "have" and before[-1].form == "infinitive":
        return is_unreal(polarity, before[-1])  # "threatens to have the boxes seized"
    if predicate.form != "infinitive":
        return False
    if stem(predicate.governor) in _governors():
        return True
    return bool(before) and before[-1].stem in _governors() and before[-1].form != "copula"


@cache
def _managing() -> frozenset[str]:
    return frozenset(stem(w) for w in load_table(PACKAGE, "en")["unreal"]["managing"].split())


@cache
def _governors() -> frozenset[str]:
    return frozenset(stem(w) for w in load_table(PACKAGE, "en")["unreal"]["governors"].split())
