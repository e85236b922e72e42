"""The rules that find time phrases: one table for each language, each compiled when needed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any, NamedTuple

from summarizer.grounding.words import alternation, load_table

_PACKAGE = "summarizer.grounding.times"
_FIXED = {
    "year": r"(?:1[0-9]|20)\d\d",
    "short_year": r"'?\d\d",
    "day": r"(?:0?[1-9]|[12]\d|3[01])(?![:.,]?\d)",
    "monthnumber": r"1[0-2]|0?[1-9]",
    "hour": r"[01]?\d|2[0-3]",
    "minute": r"[0-5]\d",
}
_NAMED = re.compile(r"\{([a-z_]+)(\d?)\}")  # {day2}: the word kind "day" as group "day2"
_UNNAMED = re.compile(r"\{=([a-z_]+)\}")
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = "{digit}"


@dataclass(frozen=True)
class Rule:
    """One shape of phrase: how it is found, how it is resolved, and how that is told."""

    name: str
    written: str
    """The regular expression, which is compiled for the first text that may hold such a phrase."""
    resolve: str
    says: str
    needs: tuple[frozenset[str], ...] = ()
    """Sets of words, of each of which a text has one if it holds such a phrase."""
    fixed: dict[str, Any] = field(default_factory=dict)
    """Values that the shape implies, such as an offset of -1 for "yesterday"."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the phrase."""
        return re.compile(self.written, re.IGNORECASE)

    def matches(self, text: str, words: Set[str]) -> Iterator[re.Match[str]]:
        """The phrases of this shape in a text with these words (`words_of`)."""
        if any(needed.isdisjoint(words) for needed in self.needs):
            return iter(())
        return self.pattern.finditer(text)


class Phrasebook(NamedTuple):
    """The rules and vocabulary of one language."""

    rules: tuple[Rule, ...]
    vocabulary: dict[str, dict[str, Any]]
    """For each kind of word (weekday, month, number, unit …) the folded word and its value."""
    joiner: re.Pattern[str]
    """What may stand between the two ends of a range; group "list" took part for a mere "and"."""
    between: re.Pattern[str]
    """A word before the first end that makes "and" a range: "between"."""

    def value(self, kind: str, written: str) -> Any:
        """What a word of that kind stands for; None if unknown."""
        folded = " ".join(written.casefold().split())
        known = self.vocabulary.get(kind, {})
        return known.get(folded, known.get(folded.rstrip(".")))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A match of a rule, with its words looked up in the vocabulary."""

    rule: Rule
    match: re.Match[str]
    book: Phrasebook

    def word(self, *names: str) -> str | None:
        """The first of these groups that took part in the match, as written."""
        groups = self.match.groupdict()
        for wanted in names:
            for name, written in groups.items():
                if written is not None and name.partition("__")[0] == wanted:
                    return str(written)
        return None

    def value(self, *kinds: str) -> Any:
        """What the first of these groups stands for; None if there is none of them."""
        for kind in kinds:
            for name in (kind, f"{kind}2"):
                written = self.word(name)
                if written is not None:
                    return self.book.value(kind, written)
        return self.rule.fixed.get(kinds[0])

    @property
    def month(self) -> int | None:
        """The month's number, from a name or from digits."""
        written = self.word("monthnumber")
        found = int(written) if written else self.value("month", "month_short", "monthin")
        return int(found) if found is not None else None

    @property
    def count(self) -> int | None:
        """How many units."""
        digits = self.word("digits", "digits2")
        found = int(digits) if digits else self.value("number")
        return int(found) if found is not None else None

    @property
    def clock(self) -> tuple[int, int] | None:
        """Hour and minute, if the phrase names them."""
        word = self.value("clockword")
        if word is not None:
            return (int(word), 0)
        written = self.word("hour", "hour2")
        if written is None:
            return None
        hour, half = int(written), self.value("meridiem")
        if half is not None:
            hour = hour % 12 + int(half)
        return (hour, int(self.word("minute", "minute2") or 0))


def words_of(text: str) -> Set[str]:
    """The words of a text as rules need them: folded, without digits, for which one mark stands."""
    words = set(_LETTERS.findall(text.casefold()))
    if any(character.isdigit() for character in text):
        words.add(_DIGIT)
    return words


def _last_words(phrases: Iterable[str]) -> frozenset[str]:
    """The last word of each phrase ("m" of "p.m."), which a text has if it has the phrase."""
    return frozenset(_LETTERS.findall(phrase)[-1] for phrase in phrases if _LETTERS.search(phrase))


def _any_of(words: Iterable[str], kinds: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(kinds.get(word, {word.casefold()}) for word in words))


@cache
def phrasebook(language: str) -> Phrasebook | None:
    """The rules of a language, or None if there is no table for it."""
    table = load_table(_PACKAGE, language)
    if not table:
        return None
    vocabulary = {
        kind: {word.casefold(): value for word, value in words.items()}
        for kind, words in table["vocabulary"].items()
    }
    macros = _macros(table)
    bounded = bool(table.get("word_boundaries", True))
    needed = {f"{{{kind}}}": _last_words(words) for kind, words in vocabulary.items()}
    return Phrasebook(
        rules=tuple(_rule(entry, macros, needed, bounded) for entry in table["rule"]),
        vocabulary=vocabulary,
        joiner=re.compile(
            rf"\s*(?:(?:{table['range_words']}|[-–—])|(?P<list>{table['list_words']}))\s*",
            re.IGNORECASE,
        ),
        between=re.compile(rf"(?:{table['between_words']})\s*$", re.IGNORECASE),
    )


def _macros(table: dict[str, Any]) -> dict[str, str]:
    cased = set(table.get("cased", []))
    macros = dict(_FIXED)
    for kind, words in table["vocabulary"].items():
        # Words that are also common words in lower case ("may", "march") count only with a capital.
        forms = [*words, *(word.upper() for word in words)] if kind in cased else words
        macros[kind] = f"(?-i:{alternation(forms)})" if kind in cased else alternation(forms)
    written = {name: _spaced(pattern) for name, pattern in table.get("macros", {}).items()}
    return macros | written


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


def _rule(
    entry: dict[str, Any],
    macros: Mapping[str, str],
    needed: Mapping[str, frozenset[str]],
    bounded: bool,
) -> Rule:
    uses: Counter[str] = Counter()

    def named(found: re.Match[str]) -> str:
        kind, name = found.group(1), found.group(1) + found.group(2)
        uses[name] += 1
        # A kind may stand in several branches of one pattern; group names must differ.
        repeated = f"__{uses[name]}" if uses[name] > 1 else ""
        return f"(?P<{name}{repeated}>{macros[kind]})"

    def unnamed(found: re.Match[str]) -> str:
        return f"(?:{macros[found.group(1)]})"

    written = _NAMED.sub(named, _UNNAMED.sub(unnamed, _spaced(entry["pattern"])))
    whole = rf"(?<!\w)(?:{written})(?!\w)" if bounded else written
    return Rule(
        name=entry["name"],
        written=whole,
        resolve=entry["resolve"],
        says=entry.get("says", "as written"),
        needs=tuple(_any_of(words.split(), needed) for words in entry.get("needs", ())),
        fixed=entry.get("with", {}),
    )
