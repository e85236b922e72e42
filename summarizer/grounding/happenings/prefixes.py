"""Event words of languages whose words are recognised by how they begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from summarizer.grounding.happenings.model import Candidate
from summarizer.grounding.words import Token, load_table
from summarizer.ontology import EVENT_TYPES

_PACKAGE = "summarizer.grounding.happenings"
_USUAL = 0.9
_WITHIN = 4
"""Words within which the next word of a phrase must come."""
_LONGEST_HAN = 5
_Types = tuple[Candidate, ...]


@dataclass(frozen=True)
class PrefixTable:
    """The event words of one language."""

    entries: dict[str, tuple[tuple[tuple[str, ...], _Types], ...]]
    """By the first word's beginning: the further words, and what the whole means."""
    whole: dict[str, _Types]
    """Words that must stand as they are."""
    carriers: tuple[str, ...]
    passive: frozenset[str]
    agent: frozenset[str]
    joining: frozenset[str]
    reporting: frozenset[str]
    """Words that open what someone says."""
    clitics: tuple[str, ...]
    """What may stand before a word, joined to it; longest first."""
    verb_first: bool
    bounded: bool
    """Whether spaces part the words."""

    @property
    def known(self) -> bool:
        """Whether the language has a table."""
        return bool(self.entries)

    def find(self, words: Sequence[str], index: int) -> _Types:
        """What a word means, as the longest entry that fits; nothing if it reports no event."""
        for form in self._forms(words[index].casefold()):
            found = self.whole.get(form)
            if found:
                return found
            for length in range(len(form), 1, -1):
                for further, types in self.entries.get(form[:length], ()):
                    if self._follows(words, index, further):
                        return types
        return ()

    def _forms(self, word: str) -> Iterator[str]:
        """A word as it is, then without what is joined to its front."""
        yield word
        for clitic in self.clitics:
            if word.startswith(clitic) and len(word) > len(clitic) + 2:
                yield word[len(clitic) :]

    def _follows(self, words: Sequence[str], index: int, further: Sequence[str]) -> bool:
        at = index + 1
        for part in further:
            window = [w.casefold().startswith(part) for w in words[at : at + _WITHIN]]
            if True not in window:
                return False
            at += window.index(True) + 1
        return True

    def carries(self, word: str) -> bool:
        """Whether a word only says that another event takes place, is planned or called off."""
        return any(form.startswith(self.carriers) for form in self._forms(word.casefold()))

    def joins(self, opener: str) -> bool:
        """Whether a clause that opens so goes on with the subject before it."""
        return opener in self.joining or opener in {",", "，", "،", ")", ""}

    def cut(self, text: str) -> Iterator[Token]:
        """The listed words of a text without spaces, and single signs for the rest."""
        at = 0
        while at < len(text):
            for length in range(min(_LONGEST_HAN, len(text) - at), 0, -1):
                word = text[at : at + length]
                listed = word in self.entries or word in self.whole
                if length == 1 or listed or word in self.passive:
                    yield Token(at, at + length, word)
                    at += length
                    break


@cache
def load_prefixes(language: str) -> PrefixTable:
    """The table of a language by its ISO 639-1 code; without a file for it, an empty one."""
    table = load_table(_PACKAGE, f"triggers.{language}")
    entries: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
    whole: dict[str, list[Candidate]] = defaultdict(list)
    for kind in EVENT_TYPES:
        for mode, text in table.get(kind, {}).get("words", {}).items():
            for entry in text.split():
                phrase, _, weight = entry.partition(":")
                told = None if mode == "any" else mode
                candidate = Candidate(kind, told, float(weight) if weight else _USUAL)
                if phrase.startswith("="):
                    whole[phrase[1:]].append(candidate)
                else:
                    entries[tuple(phrase.split("_"))].append(candidate)
    words = {name: text.split() for name, text in table.get("words", {}).items()}
    return PrefixTable(
        entries=_indexed(entries),
        whole={word: _ordered(found) for word, found in whole.items()},
        carriers=tuple(words.get("carriers", ())),
        passive=frozenset(words.get("passive", ())),
        agent=frozenset(words.get("agent", ())),
        joining=frozenset(words.get("joining", ())),
        reporting=frozenset(words.get("reporting", ())),
        clitics=tuple(sorted(words.get("clitics", ()), key=len, reverse=True)),
        verb_first=words.get("order") == ["vso"],
        bounded=language != "zh",
    )


def _indexed(
    entries: dict[tuple[str, ...], list[Candidate]],
) -> dict[str, tuple[tuple[tuple[str, ...], _Types], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], _Types]]] = defaultdict(list)
    for words, candidates in entries.items():
        found[words[0]].append((words[1:], _ordered(candidates)))
    return {
        first: tuple(sorted(listed, key=lambda entry: -len(entry[0])))
        for first, listed in found.items()
    }


def _ordered(candidates: list[Candidate]) -> _Types:
    return tuple(sorted(candidates, key=lambda c: -c.weight))
