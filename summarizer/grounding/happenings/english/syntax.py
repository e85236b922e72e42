"""An English sentence as phrases and verb groups: enough to say who does what to whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.english.verb_group import VerbGroup
from summarizer.grounding.names.fold import fold
from summarizer.grounding.statements.scene import Scene

Tag = Literal[
    "verb", "noun", "det", "poss", "prep", "sub", "conj", "pron", "adv", "time", "quote", "punct"
]
_QUOTES = frozenset('"“”„«»')
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_DEGREES = frozenset({"most", "more", "less", "least"})
_BOUNDS = frozenset(
    {
        ("at", "least"),
        ("at", "most"),
        ("more", "than"),
        ("less", "than"),
        ("fewer", "than"),
        ("up", "to"),
    }
)
_HYPHENS = frozenset({"-", "–"})
_MONEY = frozenset("$€£¥%&")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase without what follows its noun, at tokens `first` to `last` (exclusive)."""

    first: int
    last: int

    @property
    def head(self) -> int:
        """The index of its noun."""
        return self.last - 1


@dataclass(frozen=True)
class Syntax:
    """One sentence, cut up."""

    scene: Scene
    tags: tuple[Tag, ...]
    verbs: tuple[VerbGroup, ...]
    phrases: tuple[Phrase, ...]
    by_first: dict[int, Phrase] = field(repr=False)
    by_last: dict[int, Phrase] = field(repr=False)
    verb_at: dict[int, VerbGroup] = field(repr=False)
    """The verb group of each of its tokens."""
    order: dict[int, int] = field(repr=False)
    """The number of each verb group, by its first token."""

    def tag(self, index: int) -> Tag | None:
        """The tag of a token, or None outside the sentence."""
        return self.tags[index] if 0 <= index < len(self.tags) else None

    def word(self, index: int) -> str:
        """A token, folded; nothing outside the sentence."""
        return fold(self.scene.word(index))

    def stop(self) -> int:
        """The index after the last token that is no full stop."""
        last = len(self.tags)
        while last and self.scene.word(last - 1) in {".", "!", "?", "…"}:
            last -= 1
        return last


def parse(scene: Scene, verbs: Iterable[VerbGroup], times: Iterable[tuple[int, int]]) -> Syntax:
    """Cut a scene; `times` are the places of its time phrases in the article."""
    groups = tuple(verbs)
    verb_at = {i: group for group in groups for i in range(group.first, group.last)}
    tags = _settled(scene, _tags(scene, verb_at, times), verb_at)
    phrases = tuple(_phrases(scene, tags))
    return Syntax(
        scene=scene,
        tags=tags,
        verbs=groups,
        phrases=phrases,
        by_first={p.first: p for p in phrases},
        by_last={p.last: p for p in phrases},
        verb_at=verb_at,
        order={group.first: number for number, group in enumerate(groups)},
    )


def _tags(
    scene: Scene, verb_at: dict[int, VerbGroup], times: Iterable[tuple[int, int]]
) -> tuple[Tag, ...]:
    grammar = load_grammar()
    named = {i for name in scene.names for i in range(name.first, name.last)}
    spans = list(times)
    tags: list[Tag] = []
    for index, token in enumerate(scene.tokens):
        if index in verb_at:
            tags.append("verb")
        elif any(start <= token.start < end for start, end in spans):
            owns = any(scene.word(i) in _POSSESSIVE for i in (index + 1, index + 2))
            tags.append("noun" if owns else "time")  # "last year's paper"
        elif index in named:
            tags.append("noun")
        else:
            tags.append(_tag(scene, index, tags, grammar))
    return tuple(tags)


def _settled(scene: Scene, tags: tuple[Tag, ...], verb_at: dict[int, VerbGroup]) -> tuple[Tag, ...]:
    """Tell "after the vote" from "after they voted", "that vote" from "that they voted"."""
    prepositions = load_grammar().prepositions
    settled = list(tags)
    for index, tag in enumerate(tags):
        doubtful = tag == "sub" and fold(scene.word(index)) in prepositions
        if doubtful and not _opens_clause(tags, verb_at, index):
            settled[index] = "prep"
        elif tag == "sub" and fold(scene.word(index)) == "that" and "verb" not in tags[index:]:
            settled[index] = "det"
    return tuple(settled)


def _opens_clause(tags: tuple[Tag, ...], verb_at: dict[int, VerbGroup], index: int) -> bool:
    """Whether a subject and its verb follow; a relative clause in commas may stand between."""
    at = index + 1
    while at < len(tags) and tags[at] not in ("sub", "quote", "conj"):
        if tags[at] == "punct":
            closing = _over_relative(tags, at)
            if closing is None:
                return False
            at = closing
        group = verb_at.get(at)
        if group is not None:
            return group.kind in ("finite", "copula") and group.first > index + 1
        at += 1
    return False


def _over_relative(tags: tuple[Tag, ...], comma: int) -> int | None:
    """The token after the comma that closes a relative clause; None if none opens here."""
    opens = tags[comma + 1 : comma + 3]
    if "sub" not in opens or opens[0] not in ("sub", "prep"):
        return None
    closing = next((i for i in range(comma + 2, len(tags)) if tags[i] == "punct"), None)
    return closing + 1 if closing is not None else None


def _tag(scene: Scene, index: int, before: list[Tag], grammar: Grammar) -> Tag:
    text = scene.word(index)
    word = fold(text)
    sign = _sign(scene, index, before)
    if sign is not None:
        return sign
    if _is_about(scene, index):
        return "adv"
    if word.endswith(("self", "selves")) and before and before[-1] == "noun":
        return "adv"
    following = fold(scene.word(index + 1))
    if word in _DEGREES and following.endswith("ly") and following not in grammar.not_adverbs:
        return "adv"  # "most loyally"
    if word in grammar.pronouns and word in grammar.determiners:
        alone = not following[:1].isalnum() or following in grammar.prepositions
        return "pron" if alone else "det"
    listed = _listed(word, grammar)
    if listed is not None:
        return listed
    adverb = text.islower() and word.endswith("ly") and len(word) > 4
    return "adv" if adverb and word not in grammar.not_adverbs else "noun"


def _is_about(scene: Scene, index: int) -> bool:
    """Whether it only bounds a number: "at least 30", "more than 300", "up to ten"."""
    for first in (index, index - 1):
        pair = (fold(scene.word(first)), fold(scene.word(first + 1)))
        number = fold(scene.word(first + 2))
        counted = number[:1].isdigit() or number in load_grammar().numbers
        if counted and pair in _BOUNDS:
            return True
    return False


def _sign(scene: Scene, index: int, before: list[Tag]) -> Tag | None:
    """The tag of what is no word."""
    text = scene.word(index)
    if text in _POSSESSIVE and before and before[-1] in ("noun", "time"):
        return "poss"
    if text in _QUOTES:
        return "quote"
    if text in _MONEY or (text in _HYPHENS and _is_glued(scene, index)):
        return "noun"
    return None if any(char.isalnum() for char in text) else "punct"


def _is_glued(scene: Scene, index: int) -> bool:
    """Whether a hyphen stands inside a word: "4-0", "60-metre"."""
    tokens = scene.tokens
    if not 0 < index < len(tokens) - 1:
        return False
    return tokens[index - 1].end == tokens[index].start == tokens[index + 1].start - 1


def _listed(word: str, grammar: Grammar) -> Tag | None:
    """The first class of small words that has a word."""
    classes: tuple[tuple[Tag, frozenset[str]], ...] = (
        ("conj", grammar.conjunctions),
        ("sub", grammar.subordinators),
        ("pron", grammar.pronouns),
        ("det", grammar.determiners),
        ("prep", grammar.prepositions),
        ("adv", grammar.adverbs),
    )
    return next((tag for tag, words in classes if word in words), None)


def _phrases(scene: Scene, tags: tuple[Tag, ...]) -> Iterable[Phrase]:
    inside = {i for name in scene.names for i in range(name.first + 1, name.last)}
    first: int | None = None
    for index in range(len(tags) + 1):
        tag = tags[index] if index < len(tags) else None
        goes_on = tag in ("noun", "det", "poss") or (
            tag == "adv" and first is not None and tags[index - 1] == "det"
        )
        if first is not None and (not goes_on or _breaks(scene, tags, index, inside)):
            yield from _phrase(tags, first, index)
            first = None
        if tag == "pron":
            yield Phrase(index, index + 1)
        elif goes_on and first is None and tag != "poss":
            first = index


def _breaks(scene: Scene, tags: tuple[Tag, ...], index: int, inside: set[int]) -> bool:
    """Whether a new phrase begins: a determiner or a number after a noun."""
    if index in inside or tags[index - 1] != "noun":
        return False
    apart = scene.word(index - 1).islower() or index in scene.ends
    number = apart and scene.word(index)[0].isdigit()
    counted = scene.word(index + 1) if index + 1 < len(tags) and tags[index + 1] == "noun" else ""
    many = counted.endswith(("s", "illion", "thousand", "dozen"))
    return tags[index] == "det" or (number and many)


def _phrase(tags: tuple[Tag, ...], first: int, last: int) -> Iterable[Phrase]:
    while last > first and tags[last - 1] not in ("noun", "poss"):
        last -= 1
    if last > first:
        yield Phrase(first, last)
    elif tags[first] == "det":
        yield Phrase(first, first + 1)
