"""Words that attribute speech, by language, from the TOML files beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

VerbClass = Literal["say", "tell", "judge", "think"]
_CLASSES: tuple[VerbClass, ...] = ("say", "tell", "judge", "think")


@dataclass(frozen=True)
class Cues:
    """The attributing words of one language."""

    language: str
    verbs: dict[str, frozenset[VerbClass]]
    """Every form of every verb, with the classes that it belongs to."""
    lists: dict[str, frozenset[str]]
    according: tuple[tuple[str, ...], ...]
    """Phrases before the one whom the words are from: "according to"."""
    bases: frozenset[str]
    """Forms that only a plural subject can take: "they say"."""
    needs: dict[str, frozenset[str]]
    """Words of which one must follow a verb form: "pointed out"."""

    def verb(self, word: str) -> frozenset[VerbClass]:
        """The classes of a verb form; empty if it attributes nothing."""
        found = self.verbs.get(word, frozenset())
        if not found and self.language == "ar" and word.startswith(("و", "ف")):
            return self.verbs.get(word[1:], frozenset())  # "and he said" is one word
        return found

    @property
    def free_order(self) -> bool:
        """Whether a subject may follow its verb anywhere."""
        return "free_order" in self.lists

    def has(self, word: str, *names: str) -> bool:
        """Whether a word stands in one of the lists."""
        small = word.casefold()
        return any(small in self.lists.get(name, ()) for name in names)


def _english_forms(lemma: str, doubling: frozenset[str]) -> Iterator[str]:
    """The regular forms of an English verb."""
    yield lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    elif lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    else:
        stem = lemma + lemma[-1] if lemma in doubling else lemma
        plural = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
        yield from (lemma + plural, stem + "ed", stem + "ing")


@cache
def load_cues(language: str) -> Cues:
    """The words of a language, by its ISO 639-1 code; without a file for it, none."""
    source = files(__package__) / "data" / f"cues.{language}.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}
    lists = {name: frozenset(text.split()) for name, text in table.items()}
    irregular = dict(pair.split(":") for pair in lists.get("irregular", ()))
    following = {
        lemma: frozenset(words.split("|"))
        for lemma, words in (pair.split("=") for pair in lists.get("needs", ()))
    }
    verbs: dict[str, frozenset[VerbClass]] = {}
    needs: dict[str, frozenset[str]] = {}
    for kind in _CLASSES:
        for lemma in lists.get(kind, ()):
            forms = {form for form, base in irregular.items() if base == lemma} | {lemma}
            if language == "en":
                forms |= set(_english_forms(lemma, lists.get("doubling", frozenset())))
            for form in forms:
                if lemma in following:
                    needs[form] = following[lemma]
                verbs[form] = verbs.get(form, frozenset()) | {kind}
    lemmas = frozenset(lemma for kind in _CLASSES for lemma in lists.get(kind, ()))
    bases = lemmas - irregular.keys() if language == "en" else frozenset[str]()
    phrases = tuple(tuple(phrase.split("_")) for phrase in sorted(lists.get("according", ())))
    return Cues(language, verbs, lists, phrases, bases, needs)
