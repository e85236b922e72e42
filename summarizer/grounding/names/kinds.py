"""What kind of actor a name is, as far as its own words and its surroundings say."""

from __future__ import annotations

from summarizer.grounding.names.clues import Clues
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.words import Reading
from summarizer.ontology import ActorKind

_BY_SHAPE: dict[str, ActorKind | None] = {
    "country": "state",
    "organization": "organization",
    "capital": None,
    "work": None,
}
_LONGEST_PERSON = 4
_CONNECTORS = frozenset({"of", "for", "on", "at", "de", "del", "para"})


def head_of(words: list[str]) -> str:
    """The noun of a name: its last word before "of", "for", "on" or "at"."""
    for index, word in enumerate(words):
        if word in _CONNECTORS and index > 0:
            return words[index - 1]
    return words[-1]


class KindGuesser:
    """Guesses kinds by word lists and clues; silent where it is not sure. English."""

    def __init__(self, lexicon: Lexicon, reading: Reading) -> None:
        self.lexicon = lexicon
        self.reading = reading

    def is_organization(self, words: list[str]) -> bool:
        """Whether a name's own words say that it is an organisation."""
        if self.lexicon.language == "zh":
            return words[-1].endswith(tuple(self.lexicon.words("organizations")))
        heads = {head_of(words), words[-1]} | ({words[0]} if self._head_first else set())
        if any(self._is_head(word, "organizations") for word in heads):
            return True
        opens = self.lexicon.has(head_of(words), "of_heads")
        return opens and any(word in _CONNECTORS for word in words)

    @property
    def _caseless(self) -> bool:
        return self.lexicon.language in {"ar", "zh"}

    @property
    def _head_first(self) -> bool:
        """Whether a name's noun comes first, as in "Partido Popular"."""
        return self.lexicon.language != "en"

    def _is_head(self, word: str, *lists: str) -> bool:
        """English heads count as written ("Forces" is listed), others in any number or case."""
        known = self.lexicon.exactly if self.lexicon.language == "en" else self.lexicon.has
        return known(word, *lists)

    def is_place(self, words: list[str]) -> bool:
        """Whether a name's own words say that it is a place."""
        if len(words) == 1 or self.is_organization(words):
            return False
        opens = self._is_head(words[0], "place_openers")
        return opens or self.lexicon.has(head_of(words), "places")

    def is_thing(self, words: list[str]) -> bool:
        """Whether a name's own words say that it is a law, an event, a work or a product."""
        if self.is_organization(words):
            return False
        opens = len(words) > 1 and self._is_head(words[0], "thing_openers")
        return opens or self.lexicon.has(head_of(words), "things")

    def guess(self, words: list[str], shape: str, clues: Clues) -> ActorKind | None:
        """The kind of a name with those words; None where a question must decide."""
        if shape in _BY_SHAPE:
            return _BY_SHAPE[shape]
        if shape == "people":
            return "group" if words[-1].endswith("s") else None
        if "&" in words or self.is_organization(words):
            return "organization"
        if clues.bodies and clues.titled == 0:
            return "organization"
        if self._caseless or (clues.person and len(words) <= _LONGEST_PERSON):
            return "person"  # in a caseless script only people are found outside the tables
        if clues.land or self.is_place(words) or self.is_thing(words):
            return None
        return self._by_surroundings(words, shape, clues)

    def _by_surroundings(self, words: list[str], shape: str, clues: Clues) -> ActorKind | None:
        bare = len(words) == 1 and self._is_ordinary(words[0])
        if shape == "acronym" or (clues.article > 0 and not bare):
            return "organization" if clues.place == 0 else None
        plain = 2 <= len(words) <= _LONGEST_PERSON and clues.place == 0
        return "person" if plain and (clues.surname or clues.pronoun) else None

    def is_likely(self, words: list[str], shape: str, clues: Clues) -> bool:
        """Whether a name looks like an actor rather than a place, a law, a work or a product."""
        if shape == "people":
            return words[-1].endswith("s")
        if shape in {"country", "organization", "capital", "work"}:
            return shape in {"country", "organization"}
        if (
            clues.person
            or clues.roles
            or clues.bodies
            or self.is_organization(words)
            or self._caseless
        ):
            return True
        if (
            clues.land
            or self.is_place(words)
            or self.is_thing(words)
            or clues.place * 2 > clues.total
        ):
            return False
        if len(words) == 1:
            return clues.agency > 0 and not self._is_ordinary(words[0])
        bare = len(words) != 2 or self._is_ordinary(words[0])
        return clues.agency > 0 or not (bare and self._is_ordinary(words[-1]))

    def _is_ordinary(self, word: str) -> bool:
        """Whether a word is a common noun, by the lists or by this article."""
        return word in self.reading.small or self.lexicon.has(word, "common", "fields", "things")
