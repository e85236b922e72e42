"""What must hold of every labelled source, beyond what a reader can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from benchmarks.gold.source import date_span
from summarizer.ontology import ACTOR_KINDS, EVENT_TYPES, STATUSES

WORDS = (120, 450)
_CHARACTERS_PER_WORD = 1.7
"""Han characters counted as a word; Chinese writes no spaces."""


def problems(source: dict[str, Any]) -> list[str]:
    """Every broken rule of one source, in words; empty when it is sound."""
    checks = (_length, _actors, _statements, _stances, _events, _summary)
    return [f"{source['id']}: {found}" for check in checks for found in check(source)]


def word_count(text: str) -> int:
    """Words of a text; Han characters are counted in groups."""
    han = len(re.findall(r"[一-鿿]", text))
    return round(han / _CHARACTERS_PER_WORD) + len(re.findall(r"[^\W一-鿿]+", text))


def _length(source: dict[str, Any]) -> Iterator[str]:
    words = word_count(source["text"])
    if "headline only" not in source["hard"] and not WORDS[0] <= words <= WORDS[1]:
        yield f"{words} words, not {WORDS[0]}-{WORDS[1]}"


def _verbatim(piece: str, source: dict[str, Any]) -> bool:
    return piece in source["text"] or piece in source.get("title", "")


def _actors(source: dict[str, Any]) -> Iterator[str]:
    seen: set[str] = set()
    for actor in source["actors"]:
        forms = [actor["name"], *actor.get("aliases", [])]
        needed = forms if source["lang"] != "ru" else forms[1:] or forms
        yield from (f"actor form not in the text: {f}" for f in needed if not _verbatim(f, source))
        if actor["kind"] not in ACTOR_KINDS:
            yield f"kind {actor['kind']} of {actor['name']}"
        if actor["name"] in seen:
            yield f"actor twice: {actor['name']}"
        seen.add(actor["name"])


def _names(source: dict[str, Any]) -> set[str]:
    return {actor["name"] for actor in source["actors"]}


def _statements(source: dict[str, Any]) -> Iterator[str]:
    for statement in source["statements"]:
        if statement["speaker"] not in _names(source):
            yield f"speaker is no actor: {statement['speaker']}"
        if not _verbatim(statement["text"], source):
            yield f"statement not verbatim: {statement['text']}"


def _stances(source: dict[str, Any]) -> Iterator[str]:
    pairs: set[tuple[str, str]] = set()
    for stance in source["stances"]:
        pair = (stance["holder"], stance["target"])
        if stance["holder"] not in _names(source) | {"AUTHOR"}:
            yield f"holder is no actor: {stance['holder']}"
        if not _verbatim(stance["evidence"], source):
            yield f"stance evidence not verbatim: {stance['evidence']}"
        if pair in pairs:
            yield f"two stances of {pair[0]} toward {pair[1]}"
        pairs.add(pair)


def _events(source: dict[str, Any]) -> Iterator[str]:
    for event in source["events"]:
        for name in [*event.get("by", []), *event.get("to", [])]:
            if name not in _names(source):
                yield f"participant is no actor: {name}"
        for label in [event["type"], *event.get("alt", [])]:
            if label not in EVENT_TYPES:
                yield f"event type {label}"
        if event["status"] not in STATUSES:
            yield f"status {event['status']}"
        for trigger, evidence in [[event["trigger"], event["evidence"]], *event.get("more", [])]:
            yield from _mention(trigger, evidence, source)
        span = date_span(event["date"]) if "date" in event else {"start": "", "end": ""}
        if span["start"] > span["end"]:
            yield f"date runs backwards: {event['date']}"


def _mention(trigger: str, evidence: str, source: dict[str, Any]) -> Iterator[str]:
    if not _verbatim(evidence, source):
        yield f"event evidence not verbatim: {evidence}"
    if trigger not in evidence:
        yield f"trigger '{trigger}' not in its evidence: {evidence}"
    if not any(len(word) > 3 for word in trigger.split()):
        yield f"trigger '{trigger}' has no word of four letters, which the scorer needs"


def _summary(source: dict[str, Any]) -> Iterator[str]:
    if not 1 <= len(source["summary"]) <= 2:
        yield "one or two reference summaries are needed"
