"""The words that report an event, by language, with the types they may mean."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarizer.grounding.happenings.model import Candidate
from summarizer.grounding.words import fold, load_table, stem
from summarizer.ontology import EVENT_TYPES, EventType

_PACKAGE = "summarizer.grounding.happenings"
_USUAL = 0.9
_CHOSEN = 0.97
_SHORTEST = 3
_SHORT = 4
"""Letters from which a word is no mere particle."""
_GAP, _WIDE_GAP = 4, 7
"""Words within which the next word of a trigger must come: "called the strike off"."""
_PASSED_OVER = 0.4
"""What is left of a type's weight where the clause's words speak for another."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that reports an event."""

    words: tuple[str, ...]
    """Stems in order; the first is the verb, or the first word of a noun phrase."""
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Words of a clause that speak for one type of an ambiguous trigger."""

    stems: frozenset[str]
    type: EventType
    mode: str | None
    near: re.Pattern[str]
    wide: bool
    """Whether the words may stand anywhere in the sentence."""


@dataclass(frozen=True)
class TriggerTable:
    """The triggers of one language."""

    language: str
    verbs: dict[str, tuple[Trigger, ...]]
    nouns: dict[str, tuple[Trigger, ...]]
    """By the stem of the first word, longest first."""
    contexts: tuple[Context, ...]
    prepositions: dict[EventType, frozenset[str]]
    """By type, the prepositions that lead to whom it is done."""
    _words: dict[str, frozenset[str]]

    def stems(self, name: str) -> frozenset[str]:
        """One of the language's other word lists, as stems."""
        return self._words.get(name, frozenset())

    def decided(self, trigger: Trigger, clause: str, sentence: str) -> tuple[Candidate, ...]:
        """The trigger's candidates, best first, with the words around it counted."""
        weights = {(c.type, c.mode): c.weight for c in trigger.candidates}
        for context in self.contexts:
            meant = not context.stems.isdisjoint(trigger.words)
            if meant and context.near.search(sentence if context.wide else clause):
                _favour(weights, context)
        found = [Candidate(kind, mode, round(w, 3)) for (kind, mode), w in weights.items()]
        return tuple(sorted(found, key=lambda c: -c.weight))


def _favour(weights: dict[tuple[EventType, str | None], float], context: Context) -> None:
    for key in weights:
        weights[key] *= _PASSED_OVER
    modes = [mode for kind, mode in weights if kind == context.type]
    mode = context.mode if context.mode is not None else next(iter(modes), None)
    weights[context.type, mode] = _CHOSEN


@cache
def load_triggers(language: str) -> TriggerTable:
    """The triggers of a language by its ISO 639-1 code; without a file for it, none."""
    table = load_table(_PACKAGE, f"triggers.{language}")
    kinds = [kind for kind in EVENT_TYPES if kind in table]
    words = table.get("words", {})
    return TriggerTable(
        language=language,
        verbs=_index(_read(((k, table[k].get("verbs", {})) for k in kinds), language, stem)),
        nouns=_index(_read(((k, table[k].get("nouns", {})) for k in kinds), language, noun_stem)),
        contexts=tuple(_context(entry, language) for entry in table.get("contexts", ())),
        prepositions={
            kind: frozenset(text.split()) for kind, text in table.get("prepositions", {}).items()
        },
        _words={name: frozenset(_stems(text, language)) for name, text in words.items()},
    )


def _stems(text: str, language: str) -> Iterator[str]:
    for word in text.split():
        if len(word) <= _SHORTEST:
            yield from (stem(form, language) for form in _forms(word))
        first, *rest = word.split("_")
        parts = (stem(first, language), *(further_stem(part, language) for part in rest))
        yield word if word.isupper() else "_".join(parts)
        if word.endswith("ing"):
            yield noun_stem(word, language)


def _context(entry: dict[str, Any], language: str) -> Context:
    kind: EventType = entry["type"]
    return Context(
        frozenset(_stems(entry["words"], language)),
        kind,
        entry.get("mode"),
        re.compile(entry["near"], re.IGNORECASE),
        bool(entry.get("wide", False)),
    )


def noun_stem(word: str, language: str = "en") -> str:
    """The stem of a noun; "killing" and "killings" keep their ending, unlike the verb."""
    small = fold(word)
    if language == "en" and small.removesuffix("s").endswith("ing"):
        return small.removesuffix("s")
    return stem(word, language)


def further_stem(word: str, language: str = "en") -> str:
    """The stem of a trigger's further word; small words stay whole: "off" is not "of"."""
    return fold(word) if len(word) <= _SHORTEST else stem(word, language)


def _forms(word: str) -> tuple[str, ...]:
    """A word, and inflections of it that would not meet its stem: "sue", "sued", "suing"."""
    if len(word) > _SHORTEST or not word.endswith("e"):
        return (word,)
    return word, f"{word}d", f"{word[:-1]}ing"


def _read(
    kinds: Iterable[tuple[EventType, dict[str, str]]],
    language: str,
    cut: Callable[[str, str], str],
) -> dict[tuple[str, ...], dict[tuple[EventType, str | None], float]]:
    found: dict[tuple[str, ...], dict[tuple[EventType, str | None], float]] = defaultdict(dict)
    for kind, modes in kinds:
        for mode, text in modes.items():
            for entry in text.split():
                phrase, _, weight = entry.partition(":")
                first, *rest = phrase.split("_")
                key = (kind, None if mode == "any" else mode)
                for form in _forms(first):
                    words = (cut(form, language), *(further_stem(w, language) for w in rest))
                    found[words][key] = float(weight) if weight else _USUAL
    return found


def _index(
    entries: dict[tuple[str, ...], dict[tuple[EventType, str | None], float]],
) -> dict[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = defaultdict(list)
    for words, weights in entries.items():
        ordered = sorted(weights.items(), key=lambda item: -item[1])
        candidates = tuple(Candidate(kind, mode, w) for (kind, mode), w in ordered)
        found[words[0]].append(Trigger(words, candidates))
    return {first: tuple(sorted(listed, key=_fullness)) for first, listed in found.items()}


def _fullness(trigger: Trigger) -> tuple[int, int]:
    """More words first, then longer ones."""
    return -len(trigger.words), -sum(len(word) for word in trigger.words)


def longest(triggers: Sequence[Trigger], following: Sequence[str]) -> Trigger | None:
    """The trigger with most words whose further words follow in order; of these the closest.

    "Called for a strike" is a call for something before it is the calling of a strike.
    """
    best: tuple[int, int] | None = None
    chosen = None
    for trigger in triggers:
        end = _end(trigger, following)
        rank = (-len(trigger.words), end) if end is not None else None
        if rank is not None and (best is None or rank < best):
            best, chosen = rank, trigger
    return chosen


def _end(trigger: Trigger, following: Sequence[str]) -> int | None:
    """How many following words a trigger reaches over; None if it does not fit."""
    at = 0
    for word in trigger.words[1:]:
        window = following[at : at + (_GAP if len(word) < _SHORT else _WIDE_GAP)]
        if word not in window:
            return None
        at += window.index(word) + 1
    return at
