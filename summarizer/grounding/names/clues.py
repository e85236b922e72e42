"""What stands around a name and hints at what it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from summarizer.grounding.names.fold import fold
from summarizer.grounding.names.landforms import landforms
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.mention import NameMention
from summarizer.grounding.names.roles import Role, RoleFinder
from summarizer.grounding.names.words import Line, Reading, is_capital

_COUNTS = (
    "total",
    "titled",
    "place",
    "article",
    "acts",
    "pronoun",
    "owns",
    "agent",
    "human",
    "surname",
    "land",
)


_MAX_APPOSITION = 6


@dataclass
class Clues:
    """Counts over the mentions of one form of a name."""

    total: int = 0
    titled: int = 0
    place: int = 0
    article: int = 0
    acts: int = 0
    pronoun: int = 0
    owns: int = 0
    agent: int = 0
    human: int = 0
    surname: int = 0
    """How often the last word of the name stands alone."""
    land: int = 0
    """How often it is the name of a river, a lake or a mountain of this article."""
    roles: list[Role] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    """The nouns that say what it is: "brewer" of "brewer Halm". Folded."""

    def add(self, other: Clues) -> None:
        """Take in the counts of another form of the same name."""
        for name in _COUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.roles += other.roles
        self.bodies += other.bodies

    @property
    def person(self) -> bool:
        """Whether something beside the name's own words says that it is a person."""
        return self.titled > 0 or self.human > 0

    @property
    def agency(self) -> int:
        """How often it acts, owns, or has something done by it."""
        return self.acts + self.owns + self.agent


class ClueReader:
    """Reads the clues around names in one article. English."""

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.lexicon = lexicon
        self.roles = RoleFinder(reading.article.text, lexicon)
        self.landforms = landforms(reading, lexicon)

    def read(self, mentions: Iterable[NameMention]) -> Clues:
        """The clues of all mentions together."""
        clues = Clues()
        for mention in mentions:
            clues.add(self._one(mention))
        return clues

    def _one(self, mention: NameMention) -> Clues:
        line = self.reading.by_number[mention.sentence]
        first, last = line.index_at(mention.start), line.index_at(mention.end)
        before = line.word(first - 1)
        article = self.lexicon.exactly(before, "article")
        if article:
            before = line.word(first - 2)
        role = self.roles.find(line, first, last) if line.style == "plain" else None
        body = self._body(line, first, last) if role is None else None
        return Clues(
            total=1,
            titled=self._titled(line, first),
            place=self.lexicon.exactly(before, "place_words") or self._is_place_list(line, last),
            article=article and self._stands_free(line, last),
            acts=self._acts(line, last),
            pronoun=self._pronoun(line, last),
            owns=line.word(last) in {"'s", "’s"},
            agent=self.lexicon.exactly(before, "agent_words") or self._employs(line, last),
            human=role is not None and not self.lexicon.has(role.head, "either"),
            land=last - first == 1 and fold(line.word(first)) in self.landforms,
            roles=[role] if role else [],
            bodies=[body] if body else [],
        )

    def _stands_free(self, line: Line, last: int) -> bool:
        """Whether no noun follows that the name only qualifies: "the Feld plan"."""
        word = line.word(last)
        return not word.islower() or self._acts(line, last) or self.lexicon.exactly(word, "stop")

    def _titled(self, line: Line, first: int) -> bool:
        index = first - 2 if line.word(first - 1) == "." else first - 1
        return self.lexicon.has(line.word(index), "honorifics") or (
            self.lexicon.has(line.word(index), "titles") and index >= 0
        )

    def _is_place_list(self, line: Line, last: int) -> bool:
        """Whether a name, a comma, a name and a comma follow one another: "Velden, Norrland,"."""
        if line.word(last) != "," or last + 2 >= len(line.tokens):
            return False
        return is_capital(line.tokens[last + 1]) and line.word(last + 2) in {",", "."}

    def _acts(self, line: Line, last: int) -> bool:
        word = line.word(last)
        return word.islower() and (self.lexicon.exactly(word, "verbs") or word.endswith("ed"))

    def _body(self, line: Line, first: int, last: int) -> str | None:
        """The noun beside it that says what body it is: "brewer Halm", "the firm, Halm,"."""
        before = line.word(first - 1)
        if before == "," and line.word(last) in {",", "."}:
            before = line.word(first - 2)
        after = self._apposition(line, last) if line.word(last) == "," else ""
        bodies = (
            fold(word)
            for word in (before, after)
            if word.islower() and self.lexicon.exactly(word, "collectives", "businesses")
        )
        return next(bodies, None)

    def _apposition(self, line: Line, comma: int) -> str:
        """The noun of "Halm, the bus company,"."""
        index = comma + 1
        if not self.lexicon.exactly(line.word(index), "determiners"):
            return ""
        while index - comma < _MAX_APPOSITION and line.word(index + 1)[:1].islower():
            if self.lexicon.exactly(line.word(index + 1), "offices"):
                break
            index += 1
        return line.word(index) if line.word(index + 1) not in {"'s", "’s"} else ""

    def _employs(self, line: Line, last: int) -> bool:
        """Whether people of it follow: "FLN guerrillas"."""
        word = line.word(last)
        return word.islower() and self.lexicon.has(word, "groups", "people", "titles")

    def _pronoun(self, line: Line, last: int) -> bool:
        if line.word(last) in {"who", "whose"} or line.word(last + 1) in {"who", "whose"}:
            return True
        following = self.reading.by_number.get(line.number + 1)
        return following is not None and self.lexicon.exactly(following.word(0), "personal")
