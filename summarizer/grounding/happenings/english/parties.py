"""From a noun phrase to the one it names or describes; pronouns by the last subjects."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator

from summarizer.grounding.happenings.english.arguments import Argument
from summarizer.grounding.happenings.english.grammar import Grammar, load_grammar
from summarizer.grounding.happenings.english.syntax import Phrase, Syntax
from summarizer.grounding.happenings.model import Party, distinct, may_act
from summarizer.grounding.names import Directory, Entity
from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.statements.scene import Name

_BODIES = frozenset({"organization", "state", "group"})
_SINGLE = frozenset({"he", "she", "him", "her", "his"})
_PLURAL = frozenset({"they", "them", "their"})
_NEUTER = frozenset({"it", "its"})
_HUMAN_ENDINGS = ("watchman", "watchmen", "sman", "smen", "women", "woman", "gunners", "eers")
_DOERS = ("ers", "ors", "ists", "ants", "ians", "ees")
"""Endings of plural nouns for those who act; taken for people only where someone must act."""
_REMEMBERED = 3
"""Sentences back that a pronoun may point."""


class Memory:
    """The subjects of the sentence being read and of those before it."""

    def __init__(self) -> None:
        self.here: list[Party] = []
        self.earlier: deque[list[Party]] = deque(maxlen=_REMEMBERED)
        self.meant: dict[str, Party] = {}
        """Whom the pronouns of this sentence mean."""

    def turn(self) -> None:
        """Go on to the next sentence."""
        if self.here:
            self.earlier.appendleft(self.here)
        self.here, self.meant = [], {}


class PartyReader:
    """Resolves the phrases of an article's sentences."""

    def __init__(self, directory: Directory) -> None:
        self.directory = directory
        self.lexicon: Lexicon = directory.lexicon
        self.grammar: Grammar = load_grammar()
        self.memory = Memory()

    def parties(
        self,
        syntax: Syntax,
        argument: Argument | None,
        *,
        agentive: bool = False,
        someone: bool = False,
        but: Collection[Party] = (),
    ) -> tuple[Party, ...]:
        """Everyone an argument names or describes, each once.

        `agentive` says that only someone who acts can stand there, `someone` that no mere thing
        can: a doubtful name is then taken for one; a pronoun means none of `but`.
        """
        if argument is None:
            return ()
        found: list[Party] = []
        for phrase in argument.phrases:
            party = self.party(syntax, phrase, agentive=agentive, someone=someone, but=but)
            if party is not None:
                found += [party, *self._side_of(syntax, phrase, party)]
        return distinct(found)

    def _side_of(self, syntax: Syntax, phrase: Phrase, party: Party) -> Iterator[Party]:
        """The named body that described fighters belong to: "FMLN rebels", "rebels of the FMLN"."""
        if party.entity is not None or syntax.word(phrase.head) not in self.grammar.fighters:
            return
        of = syntax.by_first.get(phrase.last + 1) if syntax.word(phrase.last) == "of" else None
        for name in syntax.scene.names:
            inside = phrase.first <= name.first < phrase.last
            follows = of is not None and of.first <= name.first < of.last
            body = name.entity.kind_guess in ("organization", "group") or (
                name.entity.kind_guess is None and name.entity.shape in ("words", "acronym")
            )
            if (inside or follows) and body:
                yield self._named(syntax, name)

    def party(
        self,
        syntax: Syntax,
        phrase: Phrase,
        *,
        agentive: bool = False,
        someone: bool = False,
        but: Collection[Party] = (),
    ) -> Party | None:
        """The one a phrase means, if that can be an actor."""
        if syntax.tag(phrase.first) == "pron" and phrase.last - phrase.first == 1:
            return self._pronoun(syntax, phrase, but, agentive=agentive)
        name = self._name_at_end(syntax, phrase) or self._apposed(syntax, phrase)
        if name is not None:
            doubtful = (agentive or someone) and name.entity.shape == "words"
            acts = doubtful or may_act(name.entity)
            return self._named(syntax, name) if acts else None
        entity = self.directory.nominal(syntax.scene.line, phrase.first, phrase.last)
        entity = entity or self._bearer(syntax, phrase)
        if entity is not None and may_act(entity) and entity.kind_guess is not None:
            return self._at(syntax, phrase.first, phrase.last, entity)
        return self._described(syntax, phrase, agentive=agentive)

    def owner(self, syntax: Syntax, phrase: Phrase) -> Party | None:
        """Whose something is: "Austin" of "Austin's request", "the FMLN" of "an FMLN attack"."""
        if _is_of_a_river(syntax, phrase.head):
            return None
        for index in range(phrase.last - 1, phrase.first, -1):
            if syntax.tag(index) == "poss":
                return self.party(syntax, Phrase(phrase.first, index))
        named = [n for n in syntax.scene.names if phrase.first <= n.first and n.last < phrase.last]
        if named and may_act(named[-1].entity):
            return self._named(syntax, named[-1])
        first = syntax.word(phrase.first)
        if first in _SINGLE | _PLURAL | _NEUTER:
            return self._pronoun(syntax, Phrase(phrase.first, phrase.first + 1), (), agentive=True)
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

    def _apposed(self, syntax: Syntax, phrase: Phrase) -> Name | None:
        """The name in commas after a description: "the bank's auditors, Pell and Sons,"."""
        if syntax.word(phrase.last) != "," or not self.is_human(syntax.word(phrase.head)):
            return None
        name = syntax.scene.starts.get(phrase.last + 1)
        if name is None or syntax.word(name.last) not in {",", ".", ";", ""}:
            return None
        return name

    def _named(self, syntax: Syntax, name: Name) -> Party:
        return self._at(syntax, name.first, name.last, name.entity)

    def _at(self, syntax: Syntax, first: int, last: int, entity: Entity | None) -> Party:
        start, end = syntax.scene.span(first, last)
        return Party(self.directory.article.text[start:end], (start, end), entity)

    def _bearer(self, syntax: Syntax, phrase: Phrase) -> Entity | None:
        """Whose office a phrase belongs to: the "Secretary" of "Secretary of State Ada Grey"."""
        head = syntax.scene.tokens[phrase.head].start
        for name in syntax.scene.names:
            for role in name.entity.roles:
                if name.entity.kind_guess == "person" and role.start <= head < role.end:
                    return name.entity
        return None

    def _described(self, syntax: Syntax, phrase: Phrase, *, agentive: bool) -> Party | None:
        head = phrase.head if syntax.tag(phrase.head) != "poss" else phrase.head - 1
        word = syntax.word(head)
        doers = agentive and word.endswith(_DOERS) and word not in self.grammar.things
        if _is_of_a_river(syntax, head) or not (self.is_human(word) or doers):
            return None
        first = phrase.first
        while first < head and (syntax.tag(first) == "det" or syntax.tag(first) == "adv"):
            first += 1
        return self._at(syntax, first, self._last_of_body(syntax, head), None)

    def _last_of_body(self, syntax: Syntax, head: int) -> int:
        """Behind a described body and what it is of: "chamber of commerce"."""
        tokens = syntax.scene.tokens
        _, end = self.directory.described_at(tokens[head].start) or (0, 0)
        last = head + 1
        while last < len(tokens) and tokens[last].end <= end:
            last += 1
        return last

    def is_human(self, word: str) -> bool:
        """Whether a noun means people or a body of people."""
        if word in self.grammar.never_party:
            return False
        listed = self.lexicon.has(word, "people", "titles", "collectives")
        people = word in self.grammar.people or word.endswith(_HUMAN_ENDINGS)
        return listed or people or self.lexicon.exactly(word, "groups", "peoples")

    def _pronoun(
        self, syntax: Syntax, phrase: Phrase, but: Collection[Party], *, agentive: bool
    ) -> Party | None:
        word = syntax.word(phrase.first)
        sort = next((s for s in (_SINGLE, _PLURAL, _NEUTER) if word in s), None)
        if sort is None:
            return None
        gender = "she" if word in {"she", "her"} else "he" if sort is _SINGLE else word
        known = self.memory.meant.get(gender)
        if known is not None and known not in but:
            return known
        start = syntax.scene.tokens[phrase.first].start
        found = self._in_sentence(syntax, phrase, self._fitting(sort, agentive=agentive), but)
        found = found or self._remembered(self._fitting(sort, agentive=agentive), start, but)
        if found is None and sort is _SINGLE:
            found = self._remembered(self._may_be_person, start, but)
        if found is not None:
            self.memory.meant[gender] = found
        return found

    def _fitting(self, sort: frozenset[str], *, agentive: bool) -> Callable[[Party], bool]:
        if sort is _SINGLE:
            return self._is_person
        if sort is _PLURAL:
            return self._is_plural
        return self._is_body if agentive else self._is_known_body

    def _in_sentence(
        self,
        syntax: Syntax,
        pronoun: Phrase,
        fits: Callable[[Party], bool],
        but: Collection[Party],
    ) -> Party | None:
        """Whom a pronoun of a later clause means: a subject before it, else the nearest noun."""
        start = syntax.scene.tokens[pronoun.first].start
        for party in self.memory.here:
            if party.span[0] < start and fits(party) and not _is_among(party, but):
                return party
        for phrase in reversed(syntax.phrases):
            if phrase.last > pronoun.first or syntax.tag(phrase.first) == "pron":
                continue
            found = self.party(syntax, phrase)
            if found is not None and fits(found) and not _is_among(found, but):
                return found
        return None

    def _remembered(
        self, fits: Callable[[Party], bool], before: int, but: Collection[Party]
    ) -> Party | None:
        for parties in (self.memory.here, *self.memory.earlier):
            for party in parties:
                if party.span[0] < before and fits(party) and not _is_among(party, but):
                    return party
        return None

    def _is_person(self, party: Party) -> bool:
        if party.entity is not None:
            return party.entity.kind_guess == "person"
        return self.lexicon.exactly(_noun(party), "people", "titles")

    def _may_be_person(self, party: Party) -> bool:
        entity = party.entity
        return entity is not None and entity.kind_guess is None and " " in entity.name

    def _is_plural(self, party: Party) -> bool:
        if party.entity is not None:
            return party.entity.kind_guess in (*_BODIES, None)
        return not self.lexicon.exactly(_noun(party), "people", "titles")

    def _is_known_body(self, party: Party) -> bool:
        """Whether the words say that it is a body: for "it" where nobody acts."""
        entity = party.entity
        return self._is_body(party) and (entity is None or entity.kind_guess in _BODIES)

    def _is_body(self, party: Party) -> bool:
        if party.entity is not None:
            return party.entity.kind_guess in (*_BODIES, None)
        return self.lexicon.exactly(_noun(party), "collectives")


def _is_of_a_river(syntax: Syntax, head: int) -> bool:
    """Whether a noun is the end of "its banks", which no bank's name is."""
    return (syntax.word(head - 1), syntax.word(head)) == ("its", "banks")


def _noun(party: Party) -> str:
    return fold(party.text.split()[-1])


def _is_among(party: Party, others: Collection[Party]) -> bool:
    return any(_same(party, other) for other in others)


def _same(one: Party, other: Party) -> bool:
    return one.span == other.span or (one.entity is not None and one.entity is other.entity)
