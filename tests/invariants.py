"""What must hold of every summary, whatever a model said: one function, `holds`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from summarizer.article import Article
from summarizer.grounding import Grounded
from summarizer.ontology import AUTHOR, mode_is_legal, quad_of
from summarizer.schema import (
    Actor,
    ArticleSummary,
    Caveat,
    CitedText,
    Event,
    Item,
    Stance,
    Statement,
)
from summarizer.validation import validate

_NUMBER = re.compile(r"\d+")
_STANDING = re.compile(r"(?<!\w)\d+(?!\w)")


class Items(Protocol):
    """What a summary and a grounded draft have in common."""

    @property
    def headline(self) -> CitedText | None: ...
    @property
    def gist(self) -> list[CitedText]: ...
    @property
    def actors(self) -> list[Actor]: ...
    @property
    def statements(self) -> list[Statement]: ...
    @property
    def stances(self) -> list[Stance]: ...
    @property
    def events(self) -> list[Event]: ...
    @property
    def warnings(self) -> list[Caveat]: ...


def holds(summary: ArticleSummary) -> None:
    """Every item rests on the article's own words, and nothing points at nothing."""
    article = summary.article
    assert article.text is not None
    marked = set(article.boilerplate)
    translated = summary.run is not None and summary.run.language is not None
    _items_hold(summary, article.text, article.sentences, marked, translated=translated)
    cited = {evidence.sentence for item in items_of(summary) for evidence in item.evidence}
    numbers = set(range(1, len(article.sentences) + 1))
    assert article.unused == sorted(numbers - cited - set(article.boilerplate))
    assert ArticleSummary.model_validate_json(summary.model_dump_json(by_alias=True)) == summary
    report = validate(summary)
    assert [f"{f.code} {f.path}" for f in report.findings if f.severity == "error"] == []


def grounded_holds(found: Grounded, article: Article) -> None:
    """The same of a grounded draft."""
    spans = [(sentence.start, sentence.end) for sentence in article.sentences]
    marked = {s.number for s in article.sentences if s.boilerplate is not None}
    _items_hold(found, article.text, spans, marked)
    assert found.doubtful_kinds <= {actor.id for actor in found.actors}


def items_of(found: Items) -> Iterator[Item]:
    """Every item that rests on evidence."""
    if found.headline is not None:
        yield found.headline
    for items in (found.gist, found.actors, found.statements, found.stances, found.events):
        yield from items


def _items_hold(
    found: Items,
    text: str,
    sentences: list[tuple[int, int]],
    boilerplate: set[int],
    *,
    translated: bool = False,
) -> None:
    for item in items_of(found):
        _evidence_holds(item, text, sentences, boilerplate)
    for prefix, items in (
        ("a", found.actors),
        ("q", found.statements),
        ("s", found.stances),
        ("e", found.events),
    ):
        assert [item.id for item in items] == [f"{prefix}{n + 1}" for n in range(len(items))]
    assert len(found.gist) <= 3
    _actors_hold(found.actors, text, translated=translated)
    _references_hold(found)
    for event in found.events:
        _event_holds(event, text)
    _numbers_hold(found, text, sentences)
    _warnings_hold(found)


def _evidence_holds(
    item: Item, text: str, sentences: list[tuple[int, int]], boilerplate: set[int]
) -> None:
    assert item.evidence
    assert len({evidence.start for evidence in item.evidence}) == len(item.evidence)
    for evidence in item.evidence:
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.sentence not in boilerplate
        start, end = sentences[evidence.sentence - 1]
        assert start <= evidence.start < evidence.end <= end


def _actors_hold(actors: list[Actor], text: str, *, translated: bool) -> None:
    names = [actor.name.casefold() for actor in actors]
    assert _unique(names), names
    assert _unique(tuple(actor.mentions) for actor in actors), names
    for actor in actors:
        assert actor.name in text
        assert actor.mentions == sorted(actor.mentions)
        assert _unique(actor.mentions)
        assert all(0 <= start < end <= len(text) for start, end in actor.mentions)
        assert all(alias in text for alias in actor.aliases)
        assert _unique([actor.name, *actor.aliases])
        if actor.role is not None and not translated:
            assert any(actor.role in evidence.quote for evidence in actor.evidence)


def _references_hold(found: Items) -> None:
    ids = {actor.id for actor in found.actors}
    speakers = {statement.id: statement.speaker for statement in found.statements}
    assert set(speakers.values()) <= ids
    assert _unique(
        (stance.holder, stance.target_actor or stance.target) for stance in found.stances
    )
    for stance in found.stances:
        assert stance.holder in ids | {AUTHOR}
        assert stance.target_actor is None or stance.target_actor in ids
        assert stance.target_actor != stance.holder
        assert _unique(stance.statements)
        assert all(speakers[statement] == stance.holder for statement in stance.statements)
    for event in found.events:
        assert _unique([*event.actors, *event.recipients])
        assert {*event.actors, *event.recipients} <= ids


def _event_holds(event: Event, text: str) -> None:
    assert event.quad == quad_of(event.type)
    assert mode_is_legal(event.type, event.mode)
    spans = [(e.start, e.end) for e in event.evidence]
    for placed in (event.time, event.place):
        if placed is not None:
            assert text[placed.start : placed.end] == placed.text
            assert _within(placed.start, placed.end, spans)
    for quantity in event.quantities:
        assert _within(quantity.start, quantity.end, spans)


def _numbers_hold(found: Items, text: str, sentences: list[tuple[int, int]]) -> None:
    """No number in our words that the evidence or a sentence beside it does not have."""
    said: list[tuple[str, Item]] = [(item.text, item) for item in found.gist]
    said += [(stance.claim, stance) for stance in found.stances]
    said += [(event.description, event) for event in found.events]
    for words, item in said:
        near = {e.sentence + step for e in item.evidence for step in (-1, 0, 1)}
        spans = [sentences[number - 1] for number in near if 0 < number <= len(sentences)]
        known = {number for start, end in spans for number in _NUMBER.findall(text[start:end])}
        assert set(_STANDING.findall(words)) <= known, words


def _warnings_hold(found: Items) -> None:
    assert _unique((w.code, w.path, w.message) for w in found.warnings)
    for warning in found.warnings:
        assert warning.path.startswith("/")
        assert "\n" not in warning.message


def _within(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(first <= start < end <= last for first, last in spans)


def _unique(values: Iterable[object]) -> bool:
    held = list(values)
    return len(held) == len(set(held))
