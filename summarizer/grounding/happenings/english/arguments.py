"""Objects and prepositional phrases after a verb or a noun, by word order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.english.syntax import Phrase, Syntax
from summarizer.grounding.happenings.english.verb_group import VerbGroup


@dataclass(frozen=True, slots=True)
class Argument:
    """Noun phrases that fill one place of a verb, joined by "and"."""

    phrases: tuple[Phrase, ...]
    first: int
    """Where it begins."""
    adjacent: bool
    """Whether it stands right before its verb, so that a clause can begin with it."""


@dataclass(frozen=True, slots=True)
class Oblique:
    """A noun phrase after a preposition."""

    preposition: str
    at: int
    """The index of the preposition."""
    phrase: Phrase


class ObjectReader:
    """Reads what follows the verbs and nouns of one sentence."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.grammar: Grammar = load_grammar()

    def counts(self, phrase: Phrase) -> bool:
        """Whether a phrase only counts what follows "of": "dozens", "a group"."""
        word = self.syntax.word(phrase.head)
        return word in self.grammar.counting or word[:1].isdigit()

    def object(self, group: VerbGroup) -> Argument | None:
        """The noun phrases right after a verb."""
        index = group.last
        while self.syntax.tag(index) in ("adv", "time") or self._is_particle(index):
            index += 1
        if self.syntax.tag(index) == "quote":
            index += 1
        phrase = self.syntax.by_first.get(index)
        if phrase is None:
            return None
        return self.listed(phrase)

    def _is_particle(self, index: int) -> bool:
        after = self.syntax.tag(index + 1)
        return self.syntax.word(index) in self.grammar.middle_particles and after in (
            "det",
            "noun",
            "pron",
        )

    def _through_of(self, phrase: Phrase) -> Phrase:
        """With what "of" counts: "dozens of people"."""
        if self.syntax.word(phrase.last) == "of" and self.counts(phrase):
            counted = self.syntax.by_first.get(phrase.last + 1)
            if counted is not None:
                return Phrase(phrase.first, counted.last)
        return phrase

    def listed(self, phrase: Phrase) -> Argument:
        """A phrase with those that follow it in a list."""
        whole = self._through_of(phrase)
        return Argument(tuple(self._listed(whole)), whole.first, adjacent=True)

    def _listed(self, phrase: Phrase) -> Iterator[Phrase]:
        """A phrase and those that commas and "and" add, unless a verb follows: a new clause."""
        yield phrase
        index = self._over_complement(phrase)
        pending: list[Phrase] = []
        while self.syntax.word(index) in {",", "and", "or", ";"}:
            joined = self.syntax.word(index) in {"and", "or"}
            if self.syntax.word(index + 1) == "and":
                joined, index = True, index + 1
            following = self.syntax.by_first.get(index + 1)
            if following is None:
                return
            following = self._through_of(following)
            after = following.last
            while self.syntax.tag(after) in ("adv", "time"):
                after += 1
            verb = self.syntax.verb_at.get(after)
            paired = self.syntax.word(phrase.first - 1) == "between"
            if verb is not None and verb.kind != "infinitive" and not paired:
                return
            pending.append(following)
            if joined:
                yield from pending
                return
            index = following.last

    def _over_complement(self, phrase: Phrase) -> int:
        """The token after "of Gorse" in "Rovers of Gorse and Port Amsel"."""
        if self.syntax.word(phrase.last) not in {"of", "from", "in", "at"}:
            return phrase.last
        following = self.syntax.by_first.get(phrase.last + 1)
        joined = following is not None and self.syntax.word(following.last) == "and"
        return following.last if following is not None and joined else phrase.last

    def agent(self, group: VerbGroup) -> Argument | None:
        """The noun phrases after "by" of a passive."""
        for oblique in self.obliques(group.last):
            if any(self.syntax.tag(i) == "verb" for i in range(group.last, oblique.at)):
                return None
            if oblique.preposition == "by":
                return self.listed(oblique.phrase)
        return None

    def obliques(self, start: int, stop: int | None = None) -> Iterator[Oblique]:
        """The phrases after prepositions from a token on, up to the end of the clause."""
        last = len(self.syntax.tags) if stop is None else stop
        index = start
        while index < last:
            tag = self.syntax.tag(index)
            if tag == "verb" and self.syntax.verb_at[index].kind in ("finite", "copula"):
                return
            if tag == "sub" or (tag == "punct" and self.syntax.word(index) in {";", ":"}):
                return
            phrase = self.syntax.by_first.get(index + 1)
            if tag == "prep" and phrase is not None:
                yield Oblique(self.syntax.word(index), index, phrase)
                index = phrase.last
            else:
                index += 1
