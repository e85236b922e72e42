"""Closed questions about grounded items: they settle labels and drop what the model denies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar, cast

from summarizer.grounding import Grounded, Reading, told_twice, without
from summarizer.llm import Choice
from summarizer.ontology import AUTHOR, ActorKind, Position
from summarizer.pipeline.questioner import Questioner
from summarizer.pipeline.settling import happening_of, is_open, settle
from summarizer.progress import Asked, Listener
from summarizer.schema import Actor, Event, Stance

T = TypeVar("T")

_SMALL: Final = 0.15
"""A margin under which a position says too little to be printed."""
_SURE: Final = 0.4
"""A margin from which the answer to the question beats what was drafted."""


@dataclass(frozen=True)
class Verifier:
    """Asks one model about the items of one article, question by question.

    Questions of one kind are asked in a row: the engine then reads their examples once.
    """

    questioner: Questioner
    reading: Reading
    listener: Listener

    async def verify(self, grounded: Grounded) -> Grounded:
        """The items with their labels settled; what turned out to be nothing is left out."""
        stances = await self._stances(grounded.stances, grounded.actors)  # most are answered
        events = await self._events(grounded.events)
        left = replace(grounded, events=events, stances=stances)
        left = without(left, self._bystanders(grounded, left))
        actors, nobody = await self._actors(left)
        return without(replace(left, actors=actors), nobody)

    def _bystanders(self, before: Grounded, after: Grounded) -> set[str]:
        """Unnamed actors, such as "two doctors", that stood only in events that are left out."""
        idle = _parties(before.events) - _parties(after.events)
        idle -= {s.speaker for s in after.statements} | {s.holder for s in after.stances}
        idle -= {s.target_actor for s in after.stances if s.target_actor is not None}
        named = self.reading.directory.resolve
        return {a.id for a in after.actors if a.id in idle and named(a.name) is None}

    async def _events(self, events: list[Event]) -> list[Event]:
        kept: list[Event] = []
        for event in self._told(events):
            happening, choice = happening_of(event, self.reading), None
            if is_open(event, happening):
                choice = await self.questioner.ask("happens", {"clause": event.description})
            settled = settle(event, choice, happening)
            if settled is not None and not any(told_twice(settled, other) for other in kept):
                kept.append(settled)
        return [e.model_copy(update={"id": f"e{n}"}) for n, e in enumerate(kept, start=1)]

    async def _stances(self, stances: list[Stance], actors: list[Actor]) -> list[Stance]:
        names = {actor.id: actor.name for actor in actors} | {AUTHOR: "the writer"}
        kept: list[Stance] = []
        for stance in self._told(stances):
            sentences = [self.reading.body(evidence.sentence) for evidence in stance.evidence]
            values = {
                "sentence": " ".join(sentences),
                "holder": names[stance.holder],
                "target": stance.target,
            }
            choice = await self.questioner.ask("stance", values)
            if _holds(stance, choice):
                kept.append(
                    stance.model_copy(
                        update={
                            "position": cast(Position, choice.label),
                            "margin": _rounded(choice),
                        }
                    )
                )
        return [s.model_copy(update={"id": f"s{n}"}) for n, s in enumerate(kept, start=1)]

    async def _actors(self, grounded: Grounded) -> tuple[list[Actor], set[str]]:
        """The actors with the kinds that code could not settle, and the ids of what is no actor.

        Whoever speaks or holds a stance is an actor, whatever the answer.
        """
        needed = {s.speaker for s in grounded.statements} | {s.holder for s in grounded.stances}
        settled: dict[str, ActorKind] = {}
        nobody: set[str] = set()
        doubtful = [actor for actor in grounded.actors if actor.id in grounded.doubtful_kinds]
        for actor in self._told(doubtful):
            sentence = self.reading.body(actor.evidence[0].sentence)
            values = {"sentence": sentence, "name": actor.name}
            choice = await self.questioner.ask("actor_kind", values)
            if choice.label != "none":
                settled[actor.id] = cast(ActorKind, choice.label)
            elif actor.id not in needed:
                nobody.add(actor.id)
        kinds = {actor.id: settled.get(actor.id, actor.kind) for actor in grounded.actors}
        return [a.model_copy(update={"kind": kinds[a.id]}) for a in grounded.actors], nobody

    def _told(self, items: list[T]) -> Iterator[T]:
        for done, item in enumerate(items):
            self.listener(Asked(done, len(items)))
            yield item


def _parties(events: list[Event]) -> set[str]:
    return {party for event in events for party in (*event.actors, *event.recipients)}


def _holds(stance: Stance, choice: Choice) -> bool:
    """Whether a stance survives its question: a side is taken, and clearly.

    An answer against what was drafted needs to be surer than one that agrees with it.
    """
    if choice.label == "neutral":
        return False
    agrees = stance.position in ("neutral", choice.label)
    return choice.margin is None or choice.margin >= (_SMALL if agrees else _SURE)


def _rounded(choice: Choice) -> float | None:
    return None if choice.margin is None else round(choice.margin, 3)
