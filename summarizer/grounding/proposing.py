"""A draft by code alone: candidates that guide closed questions, never output unchecked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from summarizer.draft import Draft, DraftActor, DraftEvent, DraftStance
from summarizer.grounding.attitudes import find_attitudes
from summarizer.grounding.names import Entity
from summarizer.grounding.places import follows_place_word
from summarizer.grounding.reading import Reading
from summarizer.grounding.targets import names_targets

_MOST_EVENTS: Final = 40
"""Happenings that are asked about, the salient first; in long articles one a sentence."""
_MOST_STANCES: Final = 24
"""Pairs that are asked about; in long articles one for two sentences."""


def likely_actors(reading: Reading) -> list[Entity]:
    """The entities that look like actors, in order of first mention."""
    return [entity for entity in reading.directory.entities if entity.likely_actor]


def propose(reading: Reading) -> Draft:
    """Described actors, every happening, and every pair that could hold a stance.

    Positions are placeholders: a question settles them.
    """
    length = len(reading.article.content)
    return Draft.model_construct(
        actors=[
            DraftActor.model_construct(name=found.text, kind=found.kind, role="")
            for found in reading.directory.descriptions
            if found.likely_actor
        ],
        events=list(islice(_events(reading), max(_MOST_EVENTS, length))),
        stances=list(islice(_stances(reading), max(_MOST_STANCES, length // 2))),
        gist=[],
    )


def _events(reading: Reading) -> Iterator[DraftEvent]:
    text = reading.article.text
    for found in sorted(reading.happenings, key=lambda happening: -happening.salience):
        yield DraftEvent.model_construct(
            description=text[slice(*found.clause)],
            type=found.best.type,
            actors=[party.name for party in found.actors],
            recipients=[party.name for party in found.recipients],
            status="occurred",
            sentences=[found.sentence],
        )


def _stances(reading: Reading) -> Iterator[DraftStance]:
    """Cue words of attitude first, then speakers and whom they speak of.

    None where every phrase of a sentence is asked about anyway.
    """
    if names_targets(reading):
        return
    for attitude in find_attitudes(reading):
        yield _pair(attitude.holder, attitude.target, attitude.sentence)
    yield from _pairs_of_names(reading)


def _pairs_of_names(reading: Reading) -> Iterator[DraftStance]:
    """Speakers and whom they name, then whoever shares a sentence; each pair once."""
    seen: set[tuple[str, str]] = set()
    for holder, target, number in _together(reading):
        if holder is not target and (holder.name, target.name) not in seen:
            seen.add((holder.name, target.name))
            yield _pair(holder.name, target.name, number)


def _together(reading: Reading) -> Iterator[tuple[Entity, Entity, int]]:
    for found in reading.statements:
        if found.speaker is None:
            continue
        for number in found.sentences:
            for entity in _acting(reading, number):
                yield found.speaker, entity, number
    for sentence in reading.article.content:
        named = _acting(reading, sentence.number)
        for other in named[1:3]:
            yield named[0], other, sentence.number


def _acting(reading: Reading, number: int) -> list[Entity]:
    """The likely actors that a sentence names, but not as the place of something."""
    text, start = reading.article.text, reading.article.sentences[number - 1].start
    return [
        entity
        for entity, span in reading.named_in(number)
        if entity.likely_actor and not follows_place_word(text[start : span[0]])
    ]


def _pair(holder: str, target: str, number: int) -> DraftStance:
    return DraftStance(
        holder=holder[:80], target=target[:100], position="neutral", sentences=[number]
    )
