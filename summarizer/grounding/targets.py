"""What a speaker may be for or against: the phrases of a sentence, and what the article is about.

English; in other languages there are no candidates, and the model names the target itself.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from summarizer.grounding.attitudes import Attitude, find_attitudes
from summarizer.grounding.happenings.english.phrases import NounPhrase, noun_phrases
from summarizer.grounding.names import Entity
from summarizer.grounding.names.lexicon import language_of
from summarizer.grounding.places import follows_place_word
from summarizer.grounding.reading import Reading

_MOST_PHRASES: Final = 7
_MOST_UNNAMED: Final = 3
_MOST_SILENT: Final = 3
_MOST_HOLDERS: Final = 2
_MOST_ISSUES: Final = 2
_ISSUE: Final = 3
"""Mentions that make a noun an issue of the article; the title and the first sentence count two."""
_LEAD: Final = 2
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A target that a sentence may take a side on."""

    target: str
    sentences: tuple[int, ...]
    """Where it stands and where the holder speaks, in text order."""
    cued: bool
    """Whether it is the object of a word of attitude, such as "rejected"."""
    unnamed: bool
    """Whether the sentence where the holder speaks does not name it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A holder in one sentence, with all that the holder may take a side on there."""

    holder: str
    sentence: int
    candidates: tuple[Candidate, ...]
    heard: bool = True
    """Whether the holder speaks or shows an attitude there, rather than only acts beside others."""


def names_targets(reading: Reading) -> bool:
    """Whether candidates can be found in the article's language."""
    return language_of(reading.article) == "en"


def find_voices(reading: Reading) -> Iterator[Voice]:
    """Whoever speaks or shows an attitude, then whoever acts beside others, in text order."""
    phrases: dict[int, list[NounPhrase]] = defaultdict(list)
    for phrase in noun_phrases(reading):
        if not _ends_description(reading, phrase):
            phrases[phrase.sentence].append(phrase)
    issues = _issues(reading, phrases)
    shown: dict[int, list[Attitude]] = defaultdict(list)
    for attitude in find_attitudes(reading):
        shown[attitude.sentence].append(attitude)
    showing = {(one.sentence, one.holder) for found in shown.values() for one in found}
    for number, holder in sorted({*_speaking(reading), *showing}):
        cued = [one.target for one in shown.get(number, ()) if one.holder == holder]
        found = _named(reading, holder, number, phrases[number], [cue for cue in cued if cue])
        before = _unnamed(reading, holder, number, phrases, issues, points_back="" in cued)
        others = [one for one in shown.get(number - 1, ()) if one.holder != holder]
        found += [one for one in before if not _is_of(one, others)]
        if found:
            yield Voice(holder, number, tuple(found))
    yield from _silent(reading, {number for number, _ in (*_speaking(reading), *showing)})


def _is_of(candidate: Candidate, others: list[Attitude]) -> bool:
    """Whether others take a side on it, who then are meant: "The chamber opposed the walkout"."""
    return any(other.target and _same(candidate.target, other.target) for other in others)


def _ends_description(reading: Reading, phrase: NounPhrase) -> bool:
    """Whether it is the end of an actor's description only: "commerce" of a chamber of commerce."""
    start, end = reading.directory.described_at(phrase.span[0]) or phrase.span
    return start < phrase.span[0] and phrase.span[1] <= end


def _silent(reading: Reading, heard: set[int]) -> Iterator[Voice]:
    """Actors of a sentence where nobody is heard, each toward the others that it names."""
    for sentence in reading.article.content:
        if sentence.number in heard or sentence.number in reading.article.title_sentences:
            continue
        acting = _acting(reading, sentence.number)[:_MOST_SILENT]
        for holder in acting[:_MOST_HOLDERS]:
            found = [
                Candidate(other, (sentence.number,), cued=False, unnamed=False)
                for other in acting
                if other != holder
            ]
            if found:
                yield Voice(holder, sentence.number, tuple(found), heard=False)


def _acting(reading: Reading, number: int) -> list[str]:
    """The likely actors that a sentence names, but not as the place of something."""
    text, start = reading.article.text, reading.article.sentences[number - 1].start
    return [
        entity.name
        for entity, span in reading.named_in(number)
        if entity.likely_actor and not follows_place_word(text[start : span[0]])
    ]


def _speaking(reading: Reading) -> Iterator[tuple[int, str]]:
    for found in reading.statements:
        holder = reading.speaker_of(found)
        if holder is not None:
            yield from ((number, holder) for number in found.sentences)


def _named(
    reading: Reading, holder: str, number: int, phrases: list[NounPhrase], cued: list[str]
) -> list[Candidate]:
    """The phrases of the sentence, each once; the objects of words of attitude first."""
    own = reading.directory.resolve(holder, number)
    bodies = _bodies(own)
    texts: list[str] = []
    for phrase in phrases:
        text = _text(reading, phrase)
        meant = phrase.entity or reading.directory.resolve(f"the {phrase.head}", number)
        itself = text.casefold() == holder.casefold() or (own is not None and meant is own)
        itself = itself or (phrase.entity is None and _bare(text) in bodies)
        if not itself and _is_likely(reading, phrase):
            texts.append(text)
    objects = [next((t for t in texts if _same(t, cue)), cue) for cue in cued]
    rest = [t for t in texts if not any(_same(t, cue) for cue in cued)]
    return [
        Candidate(text, (number,), cued=text in objects, unnamed=False)
        for text in list(dict.fromkeys([*objects, *rest]))[:_MOST_PHRASES]
    ]


def _same(phrase: str, cued: str) -> bool:
    """Whether a phrase begins with the object of a word of attitude, or ends it."""
    bare = _bare(cued)
    return phrase.startswith(bare) or cued.endswith(f" {phrase}") or cued == phrase


def _bare(phrase: str) -> str:
    """A phrase without its article or pronoun."""
    return phrase.split(" ", 1)[-1] if phrase.casefold().startswith(_articles()) else phrase


def _bodies(holder: Entity | None) -> set[str]:
    """What the holder of an office speaks for: the mayor for the city."""
    roles = holder.roles if holder else ()
    return {body for role in roles for body in _words().bodies.get(role.head, ())}


def _is_likely(reading: Reading, phrase: NounPhrase) -> bool:
    """Whether it can be a target: no time, no place, and no adjective that stands alone."""
    start = reading.article.sentences[phrase.sentence - 1].start
    before = reading.article.text[start : phrase.span[0]]
    return not (
        phrase.head in _words().unlikely
        or (phrase.entity is None and _is_adjective(_text(reading, phrase), before))
        or follows_place_word(before)
    )


def _is_adjective(text: str, before: str) -> bool:
    """Whether a word that stands alone is one by its ending, or by the verb before it."""
    if not text.islower() or " " in text:
        return False
    said = [word.casefold() for word in _WORD.findall(before)[-1:]]
    return text.endswith(_words().adjectives) or not _words().before_adjectives.isdisjoint(said)


def _text(reading: Reading, phrase: NounPhrase) -> str:
    return " ".join(reading.article.text[slice(*phrase.span)].split())


def _unnamed(
    reading: Reading,
    holder: str,
    number: int,
    phrases: dict[int, list[NounPhrase]],
    issues: dict[str, str],
    *,
    points_back: bool,
) -> list[Candidate]:
    """What the sentence before names and this one only means: an issue, or what "it" stands for.

    `points_back`: whether a word of attitude there has no object of its own.
    """
    before = reading.article.sentence(number - 1)
    if before is None or before.boilerplate is not None:
        return []
    own = reading.directory.resolve(holder, number)
    heads = {phrase.head for phrase in phrases[number]}
    earlier = [
        phrase
        for phrase in phrases[number - 1]
        if phrase.head not in heads and (own is None or phrase.entity is not own)
    ]
    texts = [issues[phrase.head] for phrase in earlier if phrase.head in issues]
    said = {token.casefold() for token in _WORD.findall(reading.article.sentences[number - 1].text)}
    if points_back or not heads or said & _words().pointing:
        texts += [_text(reading, p) for p in earlier if not p.human and _is_likely(reading, p)]
    return [
        Candidate(text, (number - 1, number), cued=points_back, unnamed=True)
        for text in list(dict.fromkeys(texts))[:_MOST_UNNAMED]
    ]


def _issues(reading: Reading, phrases: dict[int, list[NounPhrase]]) -> dict[str, str]:
    """The nouns that an article comes back to, each with its first phrase."""
    counted: Counter[str] = Counter()
    first: dict[str, str] = {}
    for number, found in sorted(phrases.items()):
        for phrase in found:
            if phrase.entity is None and not phrase.human and _is_likely(reading, phrase):
                counted[phrase.head] += 2 if number <= _LEAD else 1
                first.setdefault(phrase.head, _text(reading, phrase))
    return {h: first[h] for h, count in counted.most_common(_MOST_ISSUES) if count >= _ISSUE}


def _articles() -> tuple[str, ...]:
    return tuple(f"{word} " for word in _words().articles)


@dataclass(frozen=True, slots=True)
class _Words:
    unlikely: frozenset[str]
    pointing: frozenset[str]
    articles: tuple[str, ...]
    before_adjectives: frozenset[str]
    adjectives: tuple[str, ...]
    bodies: dict[str, tuple[str, ...]]


@lru_cache
def _words() -> _Words:
    held = tomllib.loads(files(__package__).joinpath("targets.toml").read_text("utf-8"))["en"]
    return _Words(
        unlikely=frozenset(held["unlikely"].split()),
        pointing=frozenset(held["pointing"].split()),
        articles=tuple(held["articles"].split()),
        before_adjectives=frozenset(held["before_adjectives"].split()),
        adjectives=tuple(held["adjective_endings"].split()),
        bodies={office: tuple(bodies.split()) for office, bodies in held["bodies"].items()},
    )
