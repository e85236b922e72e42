"""From a draft to what the article supports. Pure code: it asks nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.draft import Draft
from summarizer.grounding.cast import Cast
from summarizer.grounding.caveats import Caveats
from summarizer.grounding.events import EventGrounder
from summarizer.grounding.failing import Failing, Failures
from summarizer.grounding.names import Entity
from summarizer.grounding.opinions import StanceGrounder
from summarizer.grounding.reading import Reading
from summarizer.grounding.wording import ground_gist, headline, leading_gist
from summarizer.ontology import AUTHOR
from summarizer.schema import Actor, Caveat, CitedText, Event, Stance, Statement


@dataclass(frozen=True)
class Grounded:
    """The items that hold, and what was left out and why."""

    headline: CitedText | None
    gist: list[CitedText]
    actors: list[Actor]
    statements: list[Statement]
    stances: list[Stance]
    events: list[Event]
    warnings: list[Caveat]
    doubtful_kinds: frozenset[str]
    """Ids of actors whose kind only a question can settle."""
    failing: tuple[Failing, ...] = ()
    """Texts of the draft that did not hold."""


def ground(draft: Draft, reading: Reading, *, candidates: Sequence[Entity] = ()) -> Grounded:
    """Check a draft against its article; what comes out rests on the article's own words.

    `candidates` are entities that code proposes as actors besides those of the draft.
    """
    caveats, failures = Caveats(), Failures(reading.article)
    _flag_orders(reading, caveats)
    cast = Cast(reading, caveats)
    for entity in candidates:
        cast.admit_entity(entity)
    _admit_everyone(draft, reading, cast, caveats)
    actors = cast.close()
    statements = _statements(reading, cast)
    events = EventGrounder(reading, cast, caveats, failures).ground(draft.events)
    stances = StanceGrounder(reading, cast, caveats, statements).ground(draft.stances)
    gist = ground_gist(draft.gist, reading, caveats, failures)
    return Grounded(
        headline=headline(reading),
        gist=gist or leading_gist(reading),
        actors=actors,
        statements=statements,
        stances=stances,
        events=events,
        warnings=caveats.items,
        doubtful_kinds=frozenset(cast.doubtful),
        failing=tuple(failures.items),
    )


def _flag_orders(reading: Reading, caveats: Caveats) -> None:
    for sentence in reading.article.sentences:
        if sentence.boilerplate == "suspicious_instruction":
            caveats.add(
                "suspicious_instruction",
                f"/article/sentences/{sentence.number - 1}",
                f"sentence {sentence.number} gives orders to an AI; it is no evidence",
            )


def _admit_everyone(draft: Draft, reading: Reading, cast: Cast, caveats: Caveats) -> None:
    """Drafted actors, and whoever an item needs: speakers, holders, parties of events."""
    for actor in draft.actors:
        if not cast.admit(actor.name, actor.kind):
            caveats.add("unsupported_name", "/actors", f"the article does not name {actor.name}")
    _admit_speakers(reading, cast)
    for stance in draft.stances:
        if stance.holder.strip().lower() != AUTHOR:
            cast.admit(stance.holder, near=next(iter(stance.sentences), None))
    for event in draft.events:
        for name in (*event.actors, *event.recipients):
            if not cast.admit(name, near=next(iter(event.sentences), None)):
                caveats.add("unsupported_name", "/events", f"the article does not name {name}")


def _admit_speakers(reading: Reading, cast: Cast) -> None:
    for found in reading.statements:
        if found.speaker is not None:
            cast.admit_entity(found.speaker)
        elif found.description is not None:
            cast.admit_span(found.description)


def _statements(reading: Reading, cast: Cast) -> list[Statement]:
    article = reading.article
    statements: list[Statement] = []
    for found in reading.statements:
        name = reading.speaker_of(found)
        if found.speaker is not None:
            speaker = cast.id_of_entity(found.speaker)
        else:
            speaker = cast.id_of(name, found.sentences[0]) if name is not None else None
        if speaker is not None:
            statements.append(
                Statement(
                    id=f"q{len(statements) + 1}",
                    speaker=speaker,
                    kind=found.kind,
                    cue=found.cue,
                    evidence=[article.evidence(number) for number in found.sentences],
                )
            )
    return statements
