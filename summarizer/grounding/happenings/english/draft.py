"""A happening while its sentence is being read, in tokens, and when two are one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from summarizer.grounding.happenings.english.roles import Cast
from summarizer.grounding.happenings.english.syntax import Syntax
from summarizer.grounding.happenings.english.verb_group import VerbGroup
from summarizer.grounding.happenings.model import Candidate, weakened

ABSORBED: Final = 0.5
"""What an event counts that is only asked for, threatened or promised, beside the asking."""
_JOINT = 4
"""Tokens that may stand between two verbs of one event."""
_ABOUT_OTHERS = 0.4
"""What a denial counts beside what it denies."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A happening of one sentence, in tokens."""

    trigger: tuple[int, int]
    candidates: tuple[Candidate, ...]
    clause: tuple[int, int]
    cast: Cast
    passive: bool
    group: VerbGroup | None
    generic: bool = False
    known: bool = False
    """Whether it is told as known: "the attack", "killed in the blast"."""
    denied: bool = False
    """Whether a denial in the same sentence is about it."""

    @property
    def kind(self) -> str:
        """The likeliest type."""
        return self.candidates[0].type


def joined(one: tuple[Candidate, ...], other: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The types of both, best first."""
    known = {(c.type, c.mode) for c in one}
    further = [c for c in other if (c.type, c.mode) not in known]
    return tuple(sorted([*one, *further], key=lambda c: -c.weight))


def merged(drafts: list[Draft], syntax: Syntax) -> list[Draft]:
    """One draft for an event that several words of a clause tell."""
    found: list[Draft] = []
    for draft in drafts:
        known = next((i for i, d in enumerate(found) if _same(d, draft, syntax)), None)
        if known is None:
            found.append(draft)
        else:
            found[known] = _both(found[known], draft)
    return found


def with_denials(drafts: list[Draft], denials: frozenset[str]) -> list[Draft]:
    """What is denied is the news, more than that it is denied."""
    speaking = [d for d in drafts if d.group is not None and d.group.stem in denials]
    settled: list[Draft] = []
    for draft in drafts:
        about = [other for other in drafts if other is not draft and _lies_in(other, draft)]
        if draft in speaking and about:
            draft = replace(draft, candidates=weakened(draft.candidates, _ABOUT_OTHERS))
        elif any(_lies_in(draft, denial) for denial in speaking if denial is not draft):
            draft = replace(draft, denied=True)
        settled.append(draft)
    return settled


def _lies_in(inner: Draft, outer: Draft) -> bool:
    """Whether an event is told after another's verb and within its clause."""
    return outer.trigger[1] <= inner.trigger[0] < outer.clause[1]


def _same(one: Draft, other: Draft, syntax: Syntax) -> bool:
    if one.generic or other.generic or one.kind != other.kind:
        return False
    if other.group is None or one.group is None:
        inner, outer = (other, one) if other.group is None else (one, other)
        return outer.clause[0] <= inner.clause[0] and inner.clause[1] <= outer.clause[1] + 1
    if one.kind == "OTHER":
        return False
    if other.group.kind == "gerund":
        return True
    joint = range(one.group.last, other.group.first)
    return len(joint) <= _JOINT and all(_only_joins(syntax, i) for i in joint)


def _only_joins(syntax: Syntax, index: int) -> bool:
    """Whether a token between two verbs brings nobody new: "killed and at least 30 injured"."""
    return syntax.tag(index) in ("conj", "adv") or syntax.word(index)[:1].isdigit()


def _both(one: Draft, other: Draft) -> Draft:
    main, added = (other, one) if one.group is None and other.group is not None else (one, other)
    first, last = min(main.clause[0], added.clause[0]), main.clause[1]
    if added.group is not None and added.group.kind != "gerund":
        last = max(last, added.clause[1])
    known = main.known or added.known
    return replace(main, clause=(first, last), cast=main.cast.joined(added.cast), known=known)
