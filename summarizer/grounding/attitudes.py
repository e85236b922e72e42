"""Cue words of attitude: who stands before one and what stands after it, as the sentence has them.

The verbs lie in `attitudes.toml`, by language. A language without an entry gives no candidates.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from summarizer.article import Sentence
from summarizer.grounding.places import follows_place_word
from summarizer.grounding.reading import Reading, Span

_WORD: Final = re.compile(r"[\w'’%-]+")
_CLAUSE: Final = re.compile(r"[,;:—–]\s|\b(?:that|but|and)\s")
_REACH: Final = 30
"""Characters from "by" to the one who did it, and from a description to its verb: "by the
opposition Green Party", "the chamber of commerce, however, opposed"."""
_LONGEST: Final = 7
"""Words of a target; a longer phrase says more than its head."""


@dataclass(frozen=True, slots=True)
class Attitude:
    """A candidate: a holder's name, the words of the target, and the sentence."""

    holder: str
    target: str
    """Empty where the words only point back: "voted against it", "objected"."""
    sentence: int


@dataclass(frozen=True, slots=True)
class _Cues:
    verb: re.Pattern[str]
    skipped: frozenset[str]
    determiners: frozenset[str]
    ends: frozenset[str]
    passive: re.Pattern[str] | None
    """What stands right before a verb in the passive."""
    by: str
    clause: str
    """The word that opens what is deplored or complained of: "that the company had lied"."""


def shows_attitude(text: str, language: str | None) -> bool | None:
    """Whether a text has a word of attitude; None in languages whose words are not listed."""
    cues = _cues((language or "en").split("-")[0])
    return None if cues is None else cues.verb.search(text) is not None


def find_attitudes(reading: Reading) -> Iterator[Attitude]:
    """Candidates in text order."""
    cues = _cues((reading.language or "en").split("-")[0])
    if cues is None:
        return
    article = reading.article
    for sentence in article.content:
        if sentence.number in article.title_sentences:
            continue
        for match in cues.verb.finditer(sentence.text):
            passive = cues.passive.search(sentence.text, 0, match.start()) if cues.passive else None
            if passive and sentence.text.startswith(cues.by, match.end()):
                holder = _agent(reading, sentence.number, sentence.start + match.end())
                target = _subject(sentence.text[: passive.start()], cues)
            else:
                holder = _holder(reading, sentence.number, match[0], sentence.start + match.start())
                target = _object(reading, sentence, match.end(), cues)
            if holder and target != holder:
                yield Attitude(holder, target, sentence.number)


def _holder(reading: Reading, number: int, cue: str, at: int) -> str | None:
    """The speaker of a statement with this cue, else who is named before it, else who speaks."""
    told = [found for found in reading.statements if number in found.sentences]
    for found in told:
        if found.cue.casefold() == cue.casefold():
            return reading.speaker_of(found)
    text, start = reading.article.text, reading.article.sentences[number - 1].start
    before = [
        (span[0], entity.name)
        for entity, span in reading.named_in(number)
        if span[0] < at
        and entity.shape != "people"  # "Chinese" of "Chinese officials"
        and not follows_place_word(text[start : span[0]])
        and not _is_within(reading.directory.described_at(span[0]), span)
    ]
    before += [
        (first, d.text)
        for d, (first, end) in reading.directory.described_within(start, at)
        if d.likely_actor and at - _REACH <= end <= at
    ]
    if before:
        return max(before)[1]
    return reading.speaker_of(told[0]) if told else None


def _is_within(described: Span | None, name: Span) -> bool:
    """Whether a name is the beginning or middle of a description: "Delta" of "Delta officials"."""
    return described is not None and name[1] < described[1]


def _agent(reading: Reading, number: int, at: int) -> str | None:
    """Who did it, in the passive: the name or the description right behind "by"."""
    places = [(span[0], entity.name) for entity, span in reading.directory.in_sentence(number)]
    end = at + _REACH + 1
    described = reading.directory.described_within(at, end)
    places += [(start, one.text) for one, (start, _) in described]
    text = reading.article.text
    near = sorted(
        (start, name)
        for start, name in places
        if at <= start < end and not follows_place_word(text[at:start])
    )
    return near[0][1] if near else None


def _subject(before: str, cues: _Cues) -> str:
    """The head of the last clause's subject, in front of "was rejected by"."""
    return _phrase(_CLAUSE.split(before)[-1], cues)


def _object(reading: Reading, sentence: Sentence, at: int, cues: _Cues) -> str:
    """What follows a verb; a time is skipped, and of a clause its subject is meant."""
    for time in reading.times.get(sentence.number, ()):
        begins = time.start - sentence.start
        between = sentence.text[at:begins].strip()
        if at <= begins and (not between or between in cues.skipped):
            at = time.end - sentence.start
    after = sentence.text[at:]
    if after.startswith(cues.clause):
        after = after[len(cues.clause) :]
    return _phrase(after, cues)


def _phrase(after: str, cues: _Cues) -> str:
    """The words right after a verb, up to a mark or a word that ends a noun phrase."""
    taken: list[re.Match[str]] = []
    read, opening = 0, True
    for word in _WORD.finditer(after):
        gap, read = after[read : word.start()], word.end()
        if gap.strip() or len(taken) == _LONGEST:
            break
        lower = word[0].lower()
        if not taken and lower in cues.skipped:
            continue
        if lower in cues.ends or (taken and lower in cues.determiners and not opening):
            break
        opening = opening and lower in cues.determiners
        taken.append(word)
    return after[taken[0].start() : taken[-1].end()] if taken and not opening else ""


@lru_cache
def _cues(language: str) -> _Cues | None:
    held = tomllib.loads(files(__package__).joinpath("attitudes.toml").read_text("utf-8"))
    if language not in held:
        return None
    entry = held[language]
    stems = "|".join(sorted(entry["verbs"], key=len, reverse=True))
    return _Cues(
        verb=re.compile(rf"\b(?:{stems})\b", re.IGNORECASE),
        skipped=frozenset(entry["skipped"]),
        determiners=frozenset(entry["determiners"]),
        ends=frozenset(entry["skipped"]) | frozenset(entry["ends"]),
        passive=re.compile(rf"\b(?:{entry['passive']})\s+$") if "passive" in entry else None,
        by=entry.get("by", ""),
        clause=entry["clause"],
    )
