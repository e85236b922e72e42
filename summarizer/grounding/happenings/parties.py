"""From a noun phrase to the one it names or describes; pronouns by the last subjects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from summarizer.grounding.happenings.arguments import Argument
from summarizer.grounding.happenings.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.model import Party
from summarizer.grounding.happenings.syntax import Phrase, Syntax
from summarizer.grounding.names import Directory, Entity
from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.statements.scene import Name

_BODIES = frozenset({"organization", "state", "group"})
_SINGLE = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "their"})
_NEUTER = frozenset({"it", "its"})


@dataclass
class Memory:
    """The subjects of the sentence before and of the one being read."""

    before: list[Party] = field(default_factory=list)
    here: list[Party] = field(default_factory=list)

    def turn(self) -> None:
        """Go on to the next sentence."""
        self.before, self.here = self.here or self.before, []


class PartyReader:
    """Resolves the phrases of an article's sentences."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.lexicon: Lexicon = directory.lexicon
        self.grammar: Grammar = load_grammar()
        self.memory = Memory()

    def parties(self, syntax: Syntax, argument: Argument | None) -> tuple[Party, ...]:
        """Everyone an argument names or describes, each once."""
        if argument is None:
            return ()
        return distinct(self._each(syntax, argument.phrases))

    def _each(self, syntax: Syntax, phrases: Iterable[Phrase]) -> Iterator[Party]:
        for phrase in phrases:
            found = self.party(syntax, phrase)
            if found is not None:
                yield found

    def party(self, syntax: Syntax, phrase: Phrase) -> Party | None:
        """The one a phrase means, if that can be an actor."""
        if syntax.tag(phrase.first) == "pron" and phrase.last - phrase.first == 1:
            return self._pronoun(syntax, phrase)
        name = self._name_at_end(syntax, phrase)
        if name is not None:
            return self._named(syntax, name) if may_act(name.entity) else None
        entity = self.directory.nominal(syntax.scene.line, phrase.first, phrase.last)
        if entity is not None:
            return self._at(syntax, phrase.first, phrase.last, entity)
        return self._described(syntax, phrase)

    def owner(self, syntax: Syntax, phrase: Phrase) -> Party | None:
        """Whose something is: "Austin" of "Austin's request", "the FMLN" of "an FMLN attack"."""
        for index in range(phrase.last - 1, phrase.first, -1):
            if syntax.tag(index) == "poss":
                return self.party(syntax, Phrase(phrase.first, index))
        named = [n for n in syntax.scene.names if phrase.first <= n.first and n.last < phrase.last]
        if named and may_act(named[-1].entity):
            return self._named(syntax, named[-1])
        first = syntax.word(phrase.first)
        if first in _SINGLE | _PLURAL | _NEUTER:
            return self._pronoun(syntax, Phrase(phrase.first, phrase.first + 1))
        return None

    def note(self, parties: Iterable[Party]) -> None:
        """Remember the subject of a clause."""
        self.memory.here.extend(parties)

    def _name_at_end(self, syntax: Syntax, phrase: Phrase) -> Name | None:
        last = phrase.last
        if syntax.tag(last - 1) == "poss":
            last -= 1
        name = syntax.scene.ends.get(last)
        return name if name is not None and name.first >= phrase.first else None

    def _named(self, syntax: Syntax, name: Name) -> Party:
        return self._at(syntax, name.first, name.last, name.entity)

    def _at(self, syntax: Syntax, first: int, last: int, entity: Entity | None) -> Party:
        start, end = syntax.scene.span(first, last)
        return Party(self.directory.article.text[start:end], (start, end), entity)

    def _described(self, syntax: Syntax, phrase: Phrase) -> Party | None:
        head = phrase.head if syntax.tag(phrase.head) != "poss" else phrase.head - 1
        word = syntax.word(head)
        if not self.is_human(word):
            return None
        first = phrase.first
        while first < head and (syntax.tag(first) == "det" or syntax.tag(first) == "adv"):
            first += 1
        return self._at(syntax, first, head + 1, None)

    def is_human(self, word: str) -> bool:
        """Whether a noun means people or a body of people."""
        if word in self.grammar.never_party:
            return False
        listed = self.lexicon.has(word, "people", "titles", "collectives")
        return (
            listed
            or self.lexicon.exactly(word, "groups", "peoples")
            or (word in self.grammar.people)
        )

    def _pronoun(self, syntax: Syntax, phrase: Phrase) -> Party | None:
        word = syntax.word(phrase.first)
        if word in _SINGLE:
            fitting = self._is_person
        elif word in _PLURAL:
            fitting = self._is_plural
        elif word in _NEUTER:
            fitting = self._is_body
        else:
            return None
        start = syntax.scene.tokens[phrase.first].start
        for parties in (self.memory.here, self.memory.before):
            found = [p for p in parties if fitting(p) and p.span[0] < start]
            if found:
                return found[0]
        return None

    def _is_person(self, party: Party) -> bool:
        if party.entity is not None:
            kind = party.entity.kind_guess
            return kind == "person" or (kind is None and not party.entity.name.isupper())
        word = fold(party.text.split()[-1])
        return self.lexicon.exactly(word, "people", "titles")

    def _is_plural(self, party: Party) -> bool:
        if party.entity is not None:
            return party.entity.kind_guess in _BODIES or party.entity.kind_guess is None
        word = fold(party.text.split()[-1])
        return not self.lexicon.exactly(word, "people", "titles")

    def _is_body(self, party: Party) -> bool:
        if party.entity is not None:
            return party.entity.kind_guess in {"organization", "state"}
        return self.lexicon.exactly(fold(party.text.split()[-1]), "collectives")


def may_act(entity: Entity) -> bool:
    """Whether an entity can do or undergo something."""
    return entity.likely_actor or entity.kind_guess in ("person", "organization", "group")


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, in order."""
    found: dict[object, Party] = {}
    for party in parties:
        key: object = id(party.entity) if party.entity is not None else party.text.casefold()
        found.setdefault(key, party)
    return tuple(found.values())
