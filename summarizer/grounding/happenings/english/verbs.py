"""Verb groups of an English sentence on the tokens of its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.triggers import TriggerTable
from summarizer.grounding.names.words import is_capital
from summarizer.grounding.statements.scene import Scene
from summarizer.grounding.words import Predicate, irregular_pasts, predicates_of, stem

_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ence", "ance", "ism", "ies", "ers", "ors")
_LENDING = frozenset(["is", "are", "was", "were", "been", "have", "has", "had"])
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "must", "did"})
_WILL = frozenset({"will", "shall"})
_HELPERS = frozenset({"having", "being"})
_FINITE = _LENDING | _MODALS
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})


Tone = Literal["plain", "ahead", "would", "modal"]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A verb with its auxiliaries, at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    head: int
    stem: str
    kind: str
    """"finite", "infinitive", "gerund" or "copula"."""
    bare: bool
    """Whether it has no auxiliary, so that a past form may be a passive participle."""
    negated: bool
    passive: bool
    tone: Tone
    """Whether it is to come ("will vote", "is to vote"), would come, or only could or may."""


class VerbReader:
    """Finds the verb groups of scenes."""

    def __init__(self, triggers: TriggerTable) -> None:
        self.grammar: Grammar = load_grammar()
        self.triggers = triggers

    def read(self, scene: Scene, text: str) -> list[VerbGroup]:
        """The verb groups in order. `text` is the article's."""
        tokens = scene.tokens
        start = tokens[0].start
        body = text[start : tokens[-1].end]
        if scene.line.style != "plain":
            body = "".join(c.lower() if len(c.lower()) == 1 else c for c in body)
        covering = {
            at: index
            for index, token in enumerate(tokens)
            for at in range(token.start - start, token.end - start)
        }
        named = {i for name in scene.names for i in range(name.first, name.last)}
        bracketed = _in_brackets(scene)
        found: dict[int, VerbGroup] = {}
        dropped: set[int] = set()
        for predicate in predicates_of(body):
            group = self._group(scene, predicate, covering)
            if group is None or group.head in named or group.head in bracketed:
                continue
            if self._is_verb(scene, group, predicate, dropped):
                found[group.first] = group
            elif group.first == group.head:
                dropped.add(group.head)
        used = {i for g in found.values() for i in range(g.first, g.last)}
        for group in self._present(scene, used | named | bracketed):
            found[group.first] = group
        return _with_helpers([found[first] for first in sorted(found)], scene)

    def _group(
        self, scene: Scene, predicate: Predicate, covering: dict[int, int]
    ) -> VerbGroup | None:
        first = covering[predicate.start]
        head = covering[predicate.head.start]
        last = covering[predicate.end - 1] + 1
        word = scene.word(head)
        kind: str = predicate.form
        if kind == "copula":
            name = "copula"
        else:
            name = kind if kind in ("infinitive", "gerund") else "finite"
        whole = stem(word) if "-" in word else predicate.stem
        helpers = {scene.word(i).casefold() for i in range(first, head)}
        if name == "infinitive" and scene.word(first - 1).casefold() in _LENDING:
            due = scene.word(first - 1).casefold() in _BE  # "was to leave", "had to leave"
            name, kind = "finite", "future" if due else "past"
            while scene.word(first - 1).casefold() in _LENDING | _WILL:
                first -= 1
                kind = "future" if scene.word(first).casefold() in _WILL else kind
        return VerbGroup(
            first=first,
            last=max(last, head + 1),
            head=head,
            stem=whole,
            kind=name,
            bare=first == head,
            negated=predicate.negated,
            passive=predicate.passive and not _BE.isdisjoint(helpers),
            tone=_tone(kind, helpers),
        )

    def _is_verb(
        self, scene: Scene, group: VerbGroup, predicate: Predicate, dropped: set[int]
    ) -> bool:
        """Whether a group that the lists propose is a verb here, not a noun or an adjective."""
        word = scene.word(group.head).casefold()
        if group.bare and "-" in word and group.stem not in self.triggers.verbs:
            return False
        if group.kind == "infinitive":
            return self._is_infinitive(group, word)
        if not group.bare or group.kind == "copula":
            return True
        if group.kind == "gerund":
            return self._is_gerund(scene, group, word)
        if word.endswith("ed") or word in irregular_pasts():
            return self._is_past(scene, group, dropped, predicate.form == "participle")
        return self._is_present(scene, group)

    def _is_infinitive(self, group: VerbGroup, word: str) -> bool:
        if group.stem in self.triggers.verbs:
            return True
        plural = word.endswith("s") and not word.endswith("ss")
        return not (plural or word.endswith(_NOUN_ENDINGS))

    def _is_gerund(self, scene: Scene, group: VerbGroup, word: str) -> bool:
        if word in self.grammar.gerund_nouns:
            return False
        before = scene.word(group.first - 1).casefold()
        if scene.word(group.last).casefold() in _FINITE:
            return False  # "Blasting was to begin"
        if self._qualifies(before) or before in {"of", "'s", "’s", "'", "’"}:
            return False
        after = group.last
        joined = {"", ",", "and", "or", "by", "without", "after", "before", "while", "from"}
        if before in joined or stem(before) in self.triggers.stems("before_gerunds"):
            return True
        return self._opens_phrase(scene, after)

    def _is_past(self, scene: Scene, group: VerbGroup, dropped: set[int], doubtful: bool) -> bool:
        before = scene.word(group.first - 1).casefold()
        after = scene.word(group.last).casefold()
        noun_follows = self._is_noun_like(scene, group.last)
        if noun_follows and self._qualifies(self._before_adverbs(scene, group.first - 1)):
            return False  # "the recently released report"
        listed = scene.word(group.head).casefold() in self.grammar.adjectives
        if listed and noun_follows and not self._is_number(after):
            return False
        if before in {"'s", "’s", "'", "’"}:
            return not noun_follows or is_capital(scene.tokens[group.last])
        if doubtful:
            passive = after in self.grammar.prepositions and not self._qualifies(before)
            return passive and before not in self.grammar.prepositions
        if self._is_number(before) or group.first - 1 in dropped or before in {"and", "or"}:
            adjective = noun_follows and not self._opens_phrase(scene, group.last)
            if before in {"and", "or"} and group.first - 2 not in dropped:
                return True
            return not adjective
        return True

    def _before_adverbs(self, scene: Scene, index: int) -> str:
        """The word before any adverbs."""
        while scene.word(index).endswith("ly") or scene.word(index) in self.grammar.adverbs:
            index -= 1
        return scene.word(index).casefold()

    def _is_present(self, scene: Scene, group: VerbGroup) -> bool:
        before = group.first - 1
        word = scene.word(before).casefold()
        if before < 0 or not (word[:1].isalpha() or word in {"'s", "’s", ",", ")", "”", '"'}):
            return False
        blocked = self._qualifies(word) or word in self.grammar.prepositions or word in {"'s", "’s"}
        return not blocked and not self._is_number(word)

    def _present(self, scene: Scene, used: set[int]) -> Iterator[VerbGroup]:
        """Present forms of trigger verbs, where subject and object show that they are verbs."""
        for index in range(1, len(scene.tokens)):
            word = scene.word(index)
            if index in used or not word.isalpha() or not word.islower():
                continue
            root = stem(word)
            if self._is_relative_verb(scene, index, word):
                yield VerbGroup(
                    index, index + 1, index, root, "finite", False, False, False, "plain"
                )
                continue
            if root not in self.triggers.verbs:
                continue
            if self._goes_on(scene, index, used):
                yield VerbGroup(
                    index, index + 1, index, root, "infinitive", True, False, False, "plain"
                )
                continue
            if self._is_demanded(scene, index):
                yield VerbGroup(
                    index, index + 1, index, root, "finite", False, False, False, "modal"
                )
                continue
            if not self._fits_subject(scene, index, word):
                continue
            noun = root in self.triggers.nouns or not word.endswith("s")
            if noun and not self._opens_phrase(scene, index + 1):
                continue
            yield VerbGroup(index, index + 1, index, root, "finite", False, False, False, "plain")

    def _goes_on(self, scene: Scene, index: int, used: set[int]) -> bool:
        """Whether "and" joins a base form to an infinitive: "to breach the dyke and flood"."""
        if scene.word(index - 1) not in {"and", "or"} or not self._opens_phrase(scene, index + 1):
            return False
        verbs = [at for at in range(index) if at in used]
        return bool(verbs) and scene.word(verbs[-1] - 1) == "to"

    def _is_demanded(self, scene: Scene, index: int) -> bool:
        """Whether a base form follows a name in "demanded that Holt resign"."""
        before = scene.tokens[index - 1]
        named = is_capital(before) or before.text in {"himself", "herself", "itself", "themselves"}
        earlier = {scene.word(at) for at in range(max(0, index - 6), index)}
        return named and "that" in earlier and not scene.word(index).endswith(("s", "ed", "ing"))

    def _is_relative_verb(self, scene: Scene, index: int, word: str) -> bool:
        """Whether "who", "which" or "that" before it makes it a verb: "that runs the servers"."""
        before = scene.word(index - 1).casefold()
        if before not in {"who", "which", "that"} or not word.endswith("s"):
            return False
        return not word.endswith("ss") and self._opens_phrase(scene, index + 1)

    def _fits_subject(self, scene: Scene, index: int, word: str) -> bool:
        before = scene.word(index - 1)
        small = before.casefold()
        if not before[:1].isalpha() or small in self.grammar.prepositions | self.grammar.adverbs:
            return False
        if self._qualifies(small) or self._is_number(small) or small in {"to", "and", "or"}:
            return False
        plural = small in self.grammar.plurals or (small.endswith("s") and small != "its")
        if word.endswith("s") and not word.endswith("ss"):
            return not plural or is_capital(scene.tokens[index - 1]) or small in {"who", "police"}
        return plural

    def _qualifies(self, word: str) -> bool:
        return word in self.grammar.before_adjectives

    def _is_number(self, word: str) -> bool:
        return word[:1].isdigit() or word in self.grammar.numbers

    def _opens_phrase(self, scene: Scene, index: int) -> bool:
        """Whether an object begins at a token: a determiner, number, name, pronoun, plural."""
        word = scene.word(index)
        small = word.casefold()
        if not word or word in {".", ",", ";", ":"}:
            return False
        grammar = self.grammar
        named = is_capital(scene.tokens[index])
        opens = small in grammar.determiners | grammar.pronouns or self._is_number(small)
        plural = small in grammar.plurals or (small.endswith("s") and small not in grammar.adverbs)
        return opens or named or plural

    def _is_noun_like(self, scene: Scene, index: int) -> bool:
        """Whether the token can go on a noun phrase."""
        word = scene.word(index).casefold()
        grammar = self.grammar
        closed = grammar.prepositions | grammar.subordinators | grammar.conjunctions
        closed |= grammar.adverbs | grammar.determiners | grammar.pronouns
        return word[:1].isalpha() and word not in closed and not word.endswith("ly")


def _tone(form: str, helpers: set[str]) -> Tone:
    if "would" in helpers:
        return "would"
    if form == "modal" or "should" in helpers:
        return "modal"
    return "ahead" if form == "future" else "plain"


def _in_brackets(scene: Scene) -> set[int]:
    """The tokens in square brackets, which hold editors' remarks."""
    inside: set[int] = set()
    opening: int | None = None
    for index, token in enumerate(scene.tokens):
        if token.text == "[":
            opening = index
        elif token.text == "]" and opening is not None:
            inside.update(range(opening, index + 1))
            opening = None
    return inside


def _with_helpers(groups: list[VerbGroup], scene: Scene) -> list[VerbGroup]:
    """Join "having" and "being" to the participle after them: "denied having taken"."""
    joined: list[VerbGroup] = []
    for group in groups:
        before = joined[-1] if joined else None
        helps = before is not None and before.last == group.first and group.bare
        if before is not None and helps and scene.word(before.head).casefold() in _HELPERS:
            passive = scene.word(before.head).casefold() == "being"
            joined[-1] = replace(group, first=before.first, kind="gerund", passive=passive)
        else:
            joined.append(group)
    return joined
