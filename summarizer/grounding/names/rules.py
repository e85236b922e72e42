"""When two ways of writing a name mean the same one. Each rule asks for positive evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from summarizer.grounding.names.clues import Clues
from summarizer.grounding.names.countries import Atlas, Sense
from summarizer.grounding.names.fold import is_acronym
from summarizer.grounding.names.kinds import head_of
from summarizer.grounding.names.lexicon import Lexicon
from summarizer.grounding.names.mention import NameMention, Shape

# Small words of names in any language: an initial may leave them out.
_SMALL = frozenset(
    {
        "of",
        "for",
        "on",
        "at",
        "and",
        "the",
        "&",
        "in",
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "e",
    }
)
_WHOSE: tuple[Sense, ...] = ("country", "people", "capital")
_LONG_NAME = 6
_TAILS = frozenset({"jr", "sr", "ii", "iii", "iv"})


@dataclass
class Form:
    """One way of writing a name, with all places where it is so written."""

    words: tuple[str, ...]
    """Folded, without articles and full stops."""
    text: str
    shape: Shape
    mentions: list[NameMention]
    clues: Clues
    organization: bool
    place: bool
    thing: bool
    code: str | None = None

    @property
    def first(self) -> int:
        """Where it is first written."""
        return self.mentions[0].start

    @property
    def is_acronym(self) -> bool:
        """Whether it is written in capitals, as one word."""
        return len(self.words) == 1 and is_acronym(self.text)

    @property
    def can_be_person(self) -> bool:
        """Whether nothing speaks against a person."""
        other = self.organization or self.place or self.thing or self.code or self.clues.bodies
        return not other and (self.shape in {"words", "acronym"})


class Rules:
    """Say whether a form means the same as another that is at least as full."""

    def __init__(self, lexicon: Lexicon, atlas: Atlas) -> None:
        self.lexicon = lexicon
        self.atlas = atlas

    def in_order(self) -> tuple[Callable[[Form, Form], bool], ...]:
        """The rules, surest first."""
        return (
            self.same_entry,
            self.same_initials,
            self.same_organization,
            self.whole_part,
            self.part_of_person,
        )

    def same_entry(self, form: Form, other: Form) -> bool:
        """Fold "the U.S." and "the United States"."""
        return form.code is not None and form.code == other.code

    def same_initials(self, form: Form, other: Form) -> bool:
        """Fold "NBC" and "Salt Coast Commission", by at least three initials."""
        if not form.is_acronym or len(other.words) < 2 or other.shape == "country":
            return False
        letters = "".join(char for char in form.words[0] if char.isalnum())
        spelt = {initials(other.words, small=False), initials(other.words, small=True)}
        return len(letters) >= 3 and letters in spelt

    def same_organization(self, form: Form, other: Form) -> bool:
        """Fold "Health Ministry" and "Ministry of Health", "the League" and "Drivers' League"."""
        if form.code or other.shape == "country" or form.shape == "people":
            return False
        if other.clues.bodies and self._short_of_body(form, other):
            return True
        if not other.organization:
            return False
        if _turned(form.words) == other.words or _turned(other.words) == form.words:
            return True
        return len(form.words) == 1 and self._organization_word(form, other)

    def whole_part(self, form: Form, other: Form) -> bool:
        """Fold "Supreme Court" and "Norrland Supreme Court of Appeal": whose and of what."""
        if not (form.organization and other.organization) or len(form.words) < 2:
            return False
        short, long = form.words, other.words
        for at in range(len(long) - len(short) + 1):
            if long[at : at + len(short)] == short:
                rest = long[at + len(short) :]
                before = at == 0 or self._qualifies(long[:at])
                return before and (not rest or rest[0] in _SMALL - {"and"})
        return False

    def part_of_person(self, form: Form, other: Form) -> bool:
        """Fold "Feld" and "Otto Feld", "Mario Kent" and "Mario J. Kent"."""
        if not (form.can_be_person and other.can_be_person) or form.words == other.words:
            return False
        short, long = _bare(form.words), _bare(other.words)
        if not short or len(long) < 2 or _clash(form.words, other.words):
            return False
        if short == long and _other_generation(form, other):
            return False
        if len(short) == len(long) == 2 and short[1] == long[1]:
            return short == long or _spelt_alike(short[0], long[0])
        if len(short) > 1:
            ends = short == long or long[-len(short) :] == short
            return ends or (
                short[0] == long[0] and short[-1] == long[-1] and set(short) <= set(long)
            )
        if short[0] == long[-1] or (len(long) >= 3 and short[0] == long[-2]):
            return form.shape == "words"
        known = other.clues.person or other.clues.pronoun > 0
        later = form.first > other.first and form.clues.place == 0
        return short[0] == long[0] and known and later

    def _qualifies(self, words: tuple[str, ...]) -> bool:
        """Whether words before a name only say of which state or people it is."""
        listed = any(words in self.atlas.names[sense] for sense in _WHOSE)
        return listed or self.lexicon.has(" ".join(words), "peoples")

    def _short_of_body(self, form: Form, other: Form) -> bool:
        """Fold "Castor" and "the supplier, Castor Resins"."""
        short = len(form.words) == 1 and len(other.words) in {2, 3}
        same = short and form.words[0] == other.words[0]
        return same and not form.clues.person and form.clues.place == 0

    def _organization_word(self, form: Form, other: Form) -> bool:
        word, long = form.words[0], list(other.words)
        if self.lexicon.exactly(word, "organizations"):
            return head_of(long) == word
        droppable = self.lexicon.exactly(long[-1], "droppable")
        return len(long) == 2 and long[0] == word and droppable and not self._qualifies((word,))


def initials(words: tuple[str, ...], *, small: bool) -> str:
    """First letters of a name, with or without those of its small words."""
    return "".join(w[0] for w in words if (small or w not in _SMALL) and w[0].isalnum())


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without initials and tails."""
    return tuple(w for w in words if len(w) > 1 and w not in _TAILS)


def _clash(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two names have different initials: George W. and George H. W."""
    ours = [w for w in first if len(w) == 1]
    theirs = [w for w in second if len(w) == 1]
    return bool(ours and theirs and ours != theirs)


def _other_generation(one: Form, other: Form) -> bool:
    """Whether a name has another's "Jr.", or has one only after it was written without."""
    tails = [[word for word in form.words if word in _TAILS] for form in (one, other)]
    if tails[0] == tails[1]:
        return False
    if all(tails):
        return True
    bare, tailed = (other, one) if tails[0] else (one, other)
    return bare.first < tailed.first


def _spelt_alike(first: str, second: str) -> bool:
    """Whether two long first names differ in one vowel only: "Kirsten", "Kirstin"."""
    if len(first) != len(second) or len(first) < _LONG_NAME:
        return False
    differ = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and all(letter in "aeiouy" for letter in differ[0])


def _turned(words: tuple[str, ...]) -> tuple[str, ...]:
    """Turn "ministry of health" into "health ministry"."""
    return (*words[2:], words[0]) if len(words) > 2 and words[1] in {"of", "for", "de"} else ()
