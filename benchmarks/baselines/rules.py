"""No model: capitalised runs, quotation marks with speech verbs, and word lists.

It knows nothing of an article's meaning, so whatever a model adds has to be more than this.
English; in other languages only the capitalised runs work, and in some not even those.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.scoring import GoldArticle, Prediction
from summarizer.scoring.records import (
    FoundActor,
    FoundEvent,
    FoundParticipant,
    FoundQuote,
    FoundStance,
)

_SENTENCE = re.compile(r"(?<=[.!?。])[\"”’']?\s+(?=[\"“‘'A-ZÀ-ÞА-Я])|\n+")
_QUOTED = re.compile(r"[\"“]([^\"”]{12,})[\"”]")
_PERSON = re.compile(r"\b(?:he|she|they)\b", re.IGNORECASE)
_TOLD = re.compile(r"[.!?。][\"”’']?$")
"""What ends like a sentence: headlines and datelines do not."""
_SHORTEST = 8
_LEAD = 2
"""Sentences of the summary: the first ones are hard to beat in news."""


@dataclass(frozen=True, slots=True)
class _Words:
    raw: dict[str, Any]
    run: re.Pattern[str]
    speech: re.Pattern[str]
    attitudes: dict[str, re.Pattern[str]]
    phrase: re.Pattern[str]
    """A noun phrase right after a word of attitude."""
    events: dict[str, re.Pattern[str]]
    status: dict[str, re.Pattern[str]]


@cache
def _words() -> _Words:
    raw = tomllib.loads((Path(__file__).parent / "rules.toml").read_text(encoding="utf-8"))
    stop = "|".join(raw["ends_phrase"])
    inner = "|".join(map(re.escape, raw["inner"]))
    name = r"[A-ZÀ-ÞА-Я][\w.’'-]*\w(?:(?<=s)['’](?=\s[A-Z]))?"
    return _Words(
        raw,
        re.compile(rf"{name}(?:\s+(?:(?:{inner})\s+){{0,2}}{name})*"),
        _stems(raw["speech"]),
        {side: _stems(raw[side], escape=False) for side in ("supports", "opposes")},
        re.compile(
            rf"\s+((?:{'|'.join(raw['determiners'])})(?:\s+(?!(?:{stop})\b)[\w’'-]+){{1,4}})"
        ),
        {label: _stems(stems) for label, stems in raw["events"].items()},
        {label: _stems(stems) for label, stems in raw["status"].items()},
    )


def _stems(stems: list[str], *, escape: bool = True) -> re.Pattern[str]:
    parts = [re.escape(stem) for stem in stems] if escape else stems
    return re.compile(rf"\b(?:{'|'.join(parts)})\w*", re.IGNORECASE)


def predict(article: GoldArticle) -> Prediction:
    """All that the rules find."""
    sentences = [piece.strip() for piece in _SENTENCE.split(article.text) if piece.strip()]
    names = _names(article.text)
    told = [s for s in sentences if _TOLD.search(s) and len(s.split()) >= _SHORTEST]
    return Prediction(
        id=article.id,
        actors=_actors(names),
        quotes=_quotes(sentences),
        stances=[stance for sentence in sentences for stance in _stances(sentence)],
        events=[event for sentence in sentences if (event := _event(sentence))],
        summary=" ".join((told or sentences)[:_LEAD]) or None,
    )


def _names(text: str) -> list[str]:
    """Capitalised runs without what merely begins a sentence, in order, each once."""
    dropped = set(_words().raw["not_names"])
    found = []
    for run in _words().run.findall(text):
        tokens = run.removesuffix("'s").removesuffix("’s").split()
        while tokens and tokens[0] in dropped:
            tokens = tokens[1:]
        while tokens and (tokens[-1] in dropped or tokens[-1] in _words().raw["inner"]):
            tokens = tokens[:-1]
        if tokens and not " ".join(tokens).isupper():
            found.append(" ".join(tokens))
    return list(dict.fromkeys(found))


def _actors(names: list[str]) -> list[FoundActor]:
    """Longer names take in the surnames and short forms that stand inside them."""
    whole = [n for n in names if not any(n != m and f" {n} " in f" {m} " for m in names)]
    return [
        FoundActor(
            name=name,
            aliases=[n for n in names if n != name and f" {n} " in f" {name} "],
            kind=_kind(name),
        )
        for name in whole
    ]


def _kind(name: str) -> str:
    tokens = name.split()
    if set(tokens) & set(_words().raw["organizations"]):
        return "organization"
    return "person" if len(tokens) in (2, 3) else "organization"


def _quotes(sentences: list[str]) -> list[FoundQuote]:
    """Sentences with a speech verb: the name next to it speaks, or for a pronoun the last one."""
    quotes = []
    last: str | None = None
    for sentence in sentences:
        verb = _words().speech.search(_QUOTED.sub(lambda m: " " * len(m[0]), sentence))
        if verb is None:
            last = next(iter(_names(sentence)), last)
            continue
        holder = _nearest(sentence, verb.start()) or last
        if holder and _PERSON.search(sentence[max(0, verb.start() - 12) : verb.start()]):
            holder = last or holder
        if holder:
            said = _QUOTED.findall(sentence)
            quotes.append(FoundQuote(holder=holder, text=said[0] if said else sentence))
            last = holder
    return quotes


def _nearest(sentence: str, position: int) -> str | None:
    before, after = _names(sentence[:position]), _names(sentence[position:])
    return before[-1] if before else next(iter(after), None)


def _stances(sentence: str) -> list[FoundStance]:
    """The first word of attitude decides; the name before it holds, else the sentence's first.

    The target is the noun phrase that follows, else the next name, else any other.
    """
    cues = [
        (cue.start(), cue.end(), polarity)
        for polarity, pattern in _words().attitudes.items()
        if (cue := pattern.search(sentence))
    ]
    names = _names(sentence)
    if not cues or not names:
        return []
    start, end, polarity = min(cues)
    before, after = _names(sentence[:start]), _names(sentence[end:])
    holder = before[-1] if before else names[0]
    others = [name for name in (*after, *names) if name != holder]
    phrase = _words().phrase.match(sentence[end:])
    target = phrase[1] if phrase else next(iter(others), None)
    if target is None:
        return []
    return [FoundStance(holder=holder, target=target, polarity=polarity, evidence=sentence)]


def _event(sentence: str) -> FoundEvent | None:
    """The first type of which a trigger stands in the sentence, with the names about it."""
    for label, pattern in _words().events.items():
        trigger = pattern.search(sentence)
        if trigger is None:
            continue
        before, after = _names(sentence[: trigger.start()]), _names(sentence[trigger.end() :])
        parts = [FoundParticipant(name=name, role="actor") for name in before[-1:]]
        parts += [FoundParticipant(name=name, role="recipient") for name in after[:1]]
        cues = _words().status.items()
        return FoundEvent(
            type=label,
            description=trigger.group(),
            participants=parts,
            status=next((s for s, cue in cues if cue.search(sentence)), "occurred"),
            evidence=sentence,
        )
    return None
