"""What kind of actor a name is, as far as its own words and its surroundings say."""

from __future__ import annotations

from summarizer.grounding.names.clues import Clues
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.ontology import ActorKind

_CONNECTORS = frozenset({"of", "for", "on", "at"})


def head_of(words: list[str]) -> str:
    """The noun of a name: its last word before "of", "for", "on" or "at"."""
    for index, word in enumerate(words):
        if word in _CONNECTORS and index > 0:
            return words[index - 1]
    return words[-1]


class KindGuesser:
    """Guesses kinds by word lists and clues; silent where it is not sure. English."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def is_organization(self, words: list[str]) -> bool:
        """Whether a name's own words say that it is an organisation."""
        if any(self.lexicon.exactly(word, "organizations") for word in (head_of(words), words[-1])):
            return True
        opens = self.lexicon.has(head_of(words), "of_heads")
        return opens and any(word in _CONNECTORS for word in words)

    def is_place(self, words: list[str]) -> bool:
        """Whether a name's own words say that it is a place."""
        if self.is_organization(words):
            return False
        if len(words) > 1 and self.lexicon.exactly(words[0], "place_openers"):
            return True
        return len(words) > 1 and self.lexicon.exactly(head_of(words), "places")

    def is_thing(self, words: list[str]) -> bool:
        """Whether a name's own words say that it is a law, an event, a work or a product."""
        if self.is_organization(words):
            return False
        return self.lexicon.has(head_of(words), "things")

    def guess(self, words: list[str], shape: str, clues: Clues) -> ActorKind | None:
        """The kind of a name with those words; None where a question must decide."""
        if shape == "country":
            return "state"
        if shape == "people":
            return "group" if words[-1].endswith("s") else None
        if self.is_place(words) or self.is_thing(words) or shape in {"capital", "work"}:
            return None
        if self.is_organization(words):
            return "organization"
        if clues.person:
            return "person"
        if shape == "acronym" or clues.article > 0:
            return "organization" if clues.place == 0 else None
        plain = 2 <= len(words) <= 4 and clues.place == 0
        return "person" if plain and (clues.acts or clues.pronoun) else None
