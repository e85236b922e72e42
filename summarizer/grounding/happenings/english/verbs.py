"""Verb groups of an English sentence on the tokens of its line."""

from __future__ import annotations

from dataclasses import replace

from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.english.neighbours import Neighbours
from summarizer.grounding.happenings.english.present import PresentReader
from summarizer.grounding.happenings.english.verb_group import Tone, VerbGroup
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


class VerbReader:
    """Finds the verb groups of scenes."""

    def __init__(self, triggers: TriggerTable) -> None:
        self.grammar: Grammar = load_grammar()
        self.triggers = triggers
        self.near = Neighbours()
        self.present = PresentReader(triggers, self.near)

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
        for group in self.present.read(scene, used | named | bracketed):
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
        if self.near.qualifies(before) or before in {"of", "'s", "’s", "'", "’"}:
            return False
        after = group.last
        joined = {"", ",", "and", "or", "by", "without", "after", "before", "while", "from"}
        if before in joined or stem(before) in self.triggers.stems("before_gerunds"):
            return True
        return self.near.opens_phrase(scene, after)

    def _is_past(self, scene: Scene, group: VerbGroup, dropped: set[int], doubtful: bool) -> bool:
        before = scene.word(group.first - 1).casefold()
        after = scene.word(group.last).casefold()
        noun_follows = self.near.is_noun_like(scene, group.last)
        if noun_follows and self.near.qualifies(self.near.before_adverbs(scene, group.first - 1)):
            return False  # "the recently released report"
        listed = scene.word(group.head).casefold() in self.grammar.adjectives
        if listed and noun_follows and not self.near.is_number(after):
            return False
        if before in {"'s", "’s", "'", "’"}:
            return not noun_follows or is_capital(scene.tokens[group.last])
        if doubtful:
            passive = after in self.grammar.prepositions and not self.near.qualifies(before)
            return passive and before not in self.grammar.prepositions
        if self.near.is_number(before) or group.first - 1 in dropped or before in {"and", "or"}:
            adjective = noun_follows and not self.near.opens_phrase(scene, group.last)
            if before in {"and", "or"} and group.first - 2 not in dropped:
                return True
            return not adjective
        return True

    def _is_present(self, scene: Scene, group: VerbGroup) -> bool:
        before = group.first - 1
        word = scene.word(before).casefold()
        if before < 0 or not (word[:1].isalpha() or word in {"'s", "’s", ",", ")", "”", '"'}):
            return False
        blocked = (
            self.near.qualifies(word) or word in self.grammar.prepositions or word in {"'s", "’s"}
        )
        return not blocked and not self.near.is_number(word)


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
