"""English verb groups: which verb, in which form, denied or not; from word lists, no parser.

"had not been threatened" is one predicate: verb "threatened", form perfect, negated, passive.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import zip_longest
from typing import Final, Literal, NamedTuple

from summarizer.grounding.words.stems import irregular_pasts, stem
from summarizer.grounding.words.tables import load_table
from summarizer.grounding.words.tokens import Token, tokens_of

Form = Literal[
    "past",
    "participle",
    "perfect",
    "present",
    "progressive",
    "future",
    "modal",
    "infinitive",
    "gerund",
    "copula",
]


_TEXTS: Final = 2**7
"""Texts whose verb groups are remembered: a sentence is looked at with each claim."""


class Predicate(NamedTuple):
    """One verb group; without a main verb ("was invalid") its head is the form of "be"."""

    start: int
    end: int
    head: Token
    form: Form
    negated: bool
    passive: bool
    past: bool
    """Whether the group as a whole speaks of the past ("was threatening")."""
    governor: str
    """The word right before "to" for an infinitive ("plans", "due"), folded; else empty."""

    @property
    def stem(self) -> str:
        """The stem of the main verb."""
        return stem(self.head.text)

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a sentence of its own."""
        return self.form not in ("infinitive", "gerund", "participle")


class _Lists(NamedTuple):
    auxiliaries: frozenset[str]
    future: frozenset[str]
    modal: frozenset[str]
    adverbs: frozenset[str]
    nominal: frozenset[str]
    not_past: frozenset[str]
    present: frozenset[str]
    same: frozenset[str]
    determiners: frozenset[str]
    not_gerund: frozenset[str]
    not_adverb: frozenset[str]


@cache
def _lists() -> _Lists:
    table = load_table("summarizer.grounding.words", "en")["verbs"]
    return _Lists(**{name: frozenset(table[name].split()) for name in _Lists.__annotations__})


def predicates_of(text: str) -> list[Predicate]:
    """The verb groups of an English text, in order."""
    return list(_predicates(text))


@lru_cache(_TEXTS)
def _predicates(text: str) -> tuple[Predicate, ...]:
    tokens, found, at = tokens_of(text), [], 0
    while at < len(tokens):
        predicate, after = _group(tokens, at)
        # "remote-controlled" is an adjective.
        if predicate is not None and text[predicate.start - 1 : predicate.start] not in _HYPHENS:
            found.append(predicate)
        at = max(after, at + 1)
    return tuple(
        one._replace(form="participle") if _is_aside(text, one, following) else one
        for one, following in zip_longest(found, found[1:])
    )


def _is_aside(text: str, one: Predicate, following: Predicate | None) -> bool:
    """Whether it only qualifies the subject: "Talks, broken off in May, are to resume"."""
    if following is None or one.form != "past" or one.start != one.head.start:
        return False
    if not text[: one.start].rstrip().endswith(","):
        return False
    before, comma, after = text[one.end : following.start].rpartition(",")
    return bool(comma) and "," not in before and after.strip() in ("", following.governor)


_HYPHENS = ("-", "‐", "‑")


def _group(tokens: Sequence[Token], at: int) -> tuple[Predicate | None, int]:
    word = _plain(tokens[at])
    if word in _lists().auxiliaries and not _is_name(tokens, at):  # "May", "Will"
        return _with_auxiliary(tokens, at)
    if word == "to":
        return _infinitive(tokens, at)
    if _is_past(tokens, at):
        follows_noun = at == 0 or _plain(tokens[at - 1]) not in _lists().nominal
        form: Form = "past" if follows_noun else "participle"
        return _bare(tokens, at, form, past=True), at + 1
    if word.endswith("ing") and word not in _lists().not_gerund and not _is_noun(tokens, at):
        return _bare(tokens, at, "gerund"), at + 1
    if word in _lists().present:
        return _bare(tokens, at, "present"), at + 1
    return None, at + 1


def _bare(tokens: Sequence[Token], at: int, form: Form, *, past: bool = False) -> Predicate:
    token = tokens[at]
    never = at > 0 and tokens[at - 1].folded == "never"
    return Predicate(token.start, token.end, token, form, never, False, past, "")


def _with_auxiliary(tokens: Sequence[Token], at: int) -> tuple[Predicate | None, int]:
    """A group that opens with an auxiliary, such as "has not been seen" or "will be held"."""
    lists, negated, last, edge = _lists(), False, at, at
    chain: list[str] = []
    here = at
    while here < len(tokens):
        word, negation = _plain(tokens[here]), _negation(tokens[here])
        if word in lists.auxiliaries:
            chain.append(word)
            negated, last, edge = negated or negation, here, here
        elif word in ("not", "never"):
            negated, edge = True, here
        elif word not in lists.adverbs and not _is_adverb(word):
            break
        here += 1
    if chain[-1] in _BE | _HAVE and here < len(tokens) - 1 and tokens[here].folded == "to":
        return None, here  # "was to leave", "has to leave": the infinitive is the predicate
    form, past = _form(chain)
    takes_base = bool(set(chain) & (lists.future | lists.modal | {"do", "does", "did"}))
    if here < len(tokens) and _is_main(tokens, here, chain, takes_base):
        head, edge = tokens[here], here
        passive = chain[-1] in _BE and _is_participle(head)
        if chain[-1] in _BE and _plain(head).endswith("ing"):
            form = "progressive" if form in ("copula", "present") else form
        elif form == "copula":
            form = "past" if past else "present"
    else:
        head, passive = tokens[last], False
        if len(chain) == 1 and form == "perfect":
            past = chain[0] == "had"  # "has a plan" owns
        form = "copula" if form in ("present", "past") or len(chain) == 1 else form
    end = tokens[edge].end
    return Predicate(tokens[at].start, end, head, form, negated, passive, past, ""), edge + 1


def _form(chain: Sequence[str]) -> tuple[Form, bool]:
    """Form and pastness that the auxiliaries show; "copula" where they are forms of "be" alone."""
    lists, first = _lists(), chain[0]
    if first in lists.future:
        return "future", "have" in chain
    if first in lists.modal:
        return "modal", "have" in chain
    if first in _HAVE:
        return "perfect", True
    if first in ("do", "does"):
        return "present", False
    if first == "did":
        return "past", True
    return "copula", first in ("was", "were")


_HAVE = frozenset({"has", "have", "had"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})


def _is_main(tokens: Sequence[Token], at: int, chain: Sequence[str], takes_base: bool) -> bool:
    """Whether the token can be the main verb after these auxiliaries."""
    token, word = tokens[at], _plain(tokens[at])
    if not word.isalpha() or word in _lists().nominal or word == "to":
        return False
    if chain[-1] in _BE | _HAVE:
        return _is_participle(token) or word.endswith("ing")
    return takes_base


@cache
def _passed() -> frozenset[str]:
    """What may stand between "to" and its verb."""
    return _lists().adverbs | _BE | {"have"}


def _infinitive(tokens: Sequence[Token], at: int) -> tuple[Predicate | None, int]:
    here, negated = at + 1, at > 0 and tokens[at - 1].folded == "not"
    while here < len(tokens) and (
        _plain(tokens[here]) in _passed() or _is_adverb(tokens[here].text)
    ):
        here += 1
    if tokens[here - 1].folded == "have" and (
        here >= len(tokens) or not _is_participle(tokens[here])
    ):
        here -= 1  # "to have a settlement"
    if here >= len(tokens):
        return None, at + 1
    head, word = tokens[here], _plain(tokens[here])
    follows_be = here > at + 1
    if head.capitalized or not word.isalpha() or word in _lists().nominal:
        return None, at + 1
    if (word.endswith("ing") and word not in _lists().not_gerund) or (
        _is_participle(head) and not follows_be and word not in _lists().same
    ):
        return None, at + 1
    before = at - 2 if negated else at - 1
    governor = tokens[before].folded if before >= 0 else ""
    passive = follows_be and _is_participle(head)
    found = Predicate(
        tokens[at].start, head.end, head, "infinitive", negated, passive, False, governor
    )
    return found, here + 1


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and len(word) > 4 and word not in _lists().not_adverb


def _is_past(tokens: Sequence[Token], at: int) -> bool:
    return _is_participle(tokens[at]) and not _is_name(tokens, at)


def _is_participle(token: Token) -> bool:
    word = _plain(token)
    if word in irregular_pasts():
        return True
    return word.endswith("ed") and len(word) > 3 and word not in _lists().not_past


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].capitalized


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    determined = at > 0 and tokens[at - 1].folded in _lists().determiners
    return determined or _is_name(tokens, at)


def _plain(token: Token) -> str:
    """The folded word without a contracted "not"; "'ll" and "'d" are left to the lists."""
    word = token.folded
    return _CONTRACTED.get(word, word.removesuffix("n't") or word)


_CONTRACTED = {"won't": "will", "can't": "can", "cannot": "can", "shan't": "shall"}


def _negation(token: Token) -> bool:
    word = token.folded
    return word.endswith("n't") or word == "cannot"
