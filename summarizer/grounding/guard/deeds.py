"""Who does what to whom in an English text, by the order of its words; no parser, some left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from summarizer.grounding.guard.denial_tables import PACKAGE
from summarizer.grounding.guard.polarity import Polarity
from summarizer.grounding.words import Predicate, load_table, stem, tokens_of

Key = Callable[[str], str]
"""Gives the key under which two words for one party meet."""


class Deed(NamedTuple):
    """One verb with the words for those before and behind it; either may be unknown."""

    verb: str
    """Its stem."""
    agents: frozenset[str]
    patients: frozenset[str]

    def is_like(self, other: Deed) -> bool:
        """Whether the same does it in both; where that is unknown, it is done to the same."""
        if self.agents and other.agents:
            return bool(self.agents & other.agents)
        return bool(self.patients & other.patients) and not self.agents & other.patients

    def is_crossed(self, other: Deed) -> bool:
        """Whether both sides are exchanged there."""
        return bool(self.agents & other.patients and self.patients & other.agents)

    def is_reversed(self, other: Deed) -> bool:
        """Whether a party has the other side there."""
        crossed = self.agents & other.patients or self.patients & other.agents
        return bool(crossed) and not self.is_like(other)


def deeds_of(polarity: Polarity, key: Key) -> list[Deed]:
    """The deeds of a text, in order; verbs that work both ways are left out."""
    return list(_Reader(polarity, key).read())


class _Reader:
    """Reads the deeds of one text."""

    def __init__(self, polarity: Polarity, key: Key) -> None:
        self.polarity, self.text, self.key = polarity, polarity.text, key

    def read(self) -> Iterator[Deed]:
        subject: frozenset[str] = frozenset()
        for index, predicate in enumerate(self.polarity.predicates):
            if predicate.form in ("gerund", "infinitive") and self._goes_on(predicate):
                yield Deed(predicate.stem, subject, self._objects(index))
            if not predicate.finite:
                continue
            subject = self._subject(index, subject)
            skipped = predicate.form == "copula" or predicate.stem in _words("both_ways")
            if skipped or self._may_be_participle(predicate):
                continue
            objects = self._objects(index)
            if predicate.passive or self._is_parted_passive(index):
                agents = self._agents_of_passive(predicate)
                yield Deed(predicate.stem, agents, subject | self._owners(index))
            else:
                yield Deed(predicate.stem, subject, objects)

    def _may_be_participle(self, predicate: Predicate) -> bool:
        """Whether a bare past form may tell what was done: "a vote, planned for May, was …"."""
        if predicate.start != predicate.head.start or predicate.form != "past":
            return False
        if _PARTICIPLE.search(predicate.head.folded):
            return True  # "with 40,000 doses given"
        clause = self.polarity.clauses[self._clause(predicate.start)]
        opens = clause.opener == "," and not self.text[clause.start : predicate.start].strip()
        joined = _PREPOSITION.match(self.text[predicate.end :].lstrip()) is not None
        return joined and (opens or self._is_overtaken(predicate, clause.end))

    def _is_overtaken(self, predicate: Predicate, end: int) -> bool:
        """Whether another verb follows that has no other subject: "miners trapped in … failed"."""
        following = next(
            (p for p in self.polarity.predicates if predicate.end <= p.start < end and p.finite),
            None,
        )
        if following is None:
            return False
        between = self.text[predicate.end : following.start]
        return re.search(r"\b(?:and|but|or|that|who|which)\b|[,;]", between) is None

    def _is_parted_passive(self, index: int) -> bool:
        """Whether an adverb parts a passive: "were first imposed"."""
        before = self.polarity.predicates[index - 1] if index else None
        if before is None or before.form != "copula" or not self.polarity.predicates[index].past:
            return False
        between = self.text[before.end : self.polarity.predicates[index].start].split()
        return all(word in _words("adverbs") or word.endswith("ly") for word in between)

    def _subject(self, index: int, before: frozenset[str]) -> frozenset[str]:
        """Heads of what stands before a verb; the verb before it has the same if nothing does."""
        predicate = self.polarity.predicates[index]
        number = self._clause(predicate.start)
        clause = self.polarity.clauses[number]
        previous = self.polarity.predicates[index - 1].end if index else 0
        start = max(clause.start, previous)
        region = self.text[start : predicate.start]
        heads = self._heads(region)
        if not heads and _PRONOUN.search(region):
            said = not self.text[previous : clause.start].strip() and clause.opener == "that"
            # "The rise that it had asked for", but "asked that he be tried" has somebody else.
            return frozenset() if said else before
        if heads or (previous > clause.start and index):
            return heads or before
        if clause.opener == "," or clause.opener in _words("relative"):
            pieces = [
                c
                for c in self.polarity.clauses[max(0, number - 3) : number]
                if c.opener not in _words("relative")
            ]
            parted = [self.text[max(c.start, previous) : c.end] for c in pieces if c.end > previous]
            return frozenset().union(*(self._heads(piece) for piece in parted))
        return before

    def _owners(self, index: int) -> frozenset[str]:
        """All words before a passive: whose request was rejected."""
        predicate = self.polarity.predicates[index]
        start = self.polarity.clauses[self._clause(predicate.start)].start
        previous = self.polarity.predicates[index - 1].end if index else 0
        return self._named(self.text[max(start, previous) : predicate.start])

    def _objects(self, index: int) -> frozenset[str]:
        """Words of what stands behind a verb, places and times left out."""
        predicates = self.polarity.predicates
        predicate = predicates[index]
        end = self._end_with_appositions(self._clause(predicate.start))
        following = next((p for p in predicates[index + 1 :] if p.start < end), None)
        if following is not None:
            if following.finite and not re.search(
                r"\b(?:and|but|or|,)\s*$", self.text[predicate.end : following.start]
            ):
                return frozenset()  # what stands between may be the next verb's subject
            end = following.start
        return self._named(self.text[predicate.end : end])

    def _end_with_appositions(self, number: int) -> int:
        """Where a clause ends, with what only explains its last words: ", Bellrope,"."""
        end = self.polarity.clauses[number].end
        for clause in self.polarity.clauses[number + 1 : number + 3]:
            inside = any(clause.start <= p.start < clause.end for p in self.polarity.predicates)
            if clause.opener != "," or inside:
                break
            end = clause.end
        return end

    def _goes_on(self, predicate: Predicate) -> bool:
        """Whether it tells of the subject: ", drowning two people", "threatened to fine them"."""
        before = self.text[: predicate.start].rstrip().removesuffix("ever").rstrip()
        if not before or before.endswith(","):
            return True
        ends = [p.end for p in self.polarity.predicates if p.finite and p.end <= len(before)]
        between = before[ends[-1] :].split() if ends else []
        aside = not between or (len(between) <= _ASIDE and _PREPOSITION.fullmatch(between[0]))
        return bool(ends and aside)

    def _agents_of_passive(self, predicate: Predicate) -> frozenset[str]:
        end = self._end_with_appositions(self._clause(predicate.start))
        by = re.search(r"\bby\b(.*)", self.text[predicate.end : end], re.DOTALL)
        return self._heads(by.group(1), first=True) if by else frozenset()

    def _clause(self, position: int) -> int:
        held = [i for i, c in enumerate(self.polarity.clauses) if c.start <= position]
        return held[-1] if held else 0

    def _heads(self, text: str, *, first: bool = False) -> frozenset[str]:
        """The last word of each noun phrase, and whole names; nothing after a preposition."""
        found = set()
        text = _TIME.sub(" ", text)
        for piece in re.split(r"[,;:]|\band\b|\bor\b", text):
            part = _PREPOSITION.split(piece, maxsplit=1)[0]
            if not part.strip():  # "on Monday the companies"
                part = piece
            words = [
                t.text
                for t in tokens_of(part)
                if t.folded not in _words("small") and not t.text[0].isdigit()
            ]
            if words:
                found.add(self.key(words[-1]))
            if words and first:
                break
        return frozenset(found)

    def _named(self, text: str) -> frozenset[str]:
        """All words of weight, but not those of a place or a time."""
        found = set()
        text = _TIME.sub(" ", text)
        pieces = _PREPOSITION.split(text)
        joints = ["", *(m.group().casefold() for m in _PREPOSITION.finditer(text))]
        for joint, piece in zip(joints, pieces, strict=True):
            if joint not in _words("places"):
                found |= {
                    self.key(t.text) for t in tokens_of(piece) if t.folded not in _words("small")
                }
        return frozenset(found)


_PREPOSITION = re.compile(
    r"\b(?:of|to|with|against|for|from|over|by|in|on|at|near|across|through|outside|inside|into|after"
    r"|before|during|until|since|as|about|without|within|between|among|under|around|because)\b",
    re.IGNORECASE,
)


_PARTICIPLE = re.compile(r"(?:en|wn|rn|done|gone|sung|begun)$")
_ASIDE = 4  # words: "threatened in a message to publish"
_PRONOUN = re.compile(r"\b(?:it|they|he|she|we|you|I)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:\w+ )?(?:years?|months?|weeks?|days?|hours?|minutes?|nights?) (?:ago|earlier|later)\b"
    r"|\b(?:last|next|this) (?:week|month|year|night|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)


@cache
def _words(name: str) -> frozenset[str]:
    table = load_table(PACKAGE, "en")["deeds"]
    listed = frozenset(table[name].split())
    return frozenset(stem(word) for word in listed) if name == "both_ways" else listed
