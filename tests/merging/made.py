"""Short summaries of our own, made from sentences: every position is found in the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from summarizer.grounding.quantities import find_quantities
from summarizer.merging import Merged, Source, in_order, merge
from summarizer.ontology import quad_of
from summarizer.schema import Actor, ArticleSummary, Event, Place, Stance, Statement
from tests.render.stories import Story, run


class Telling:
    """One article under construction; items are added sentence by sentence."""

    def __init__(self, *sentences: str, published: str | None = "2034-03-03", **known: Any) -> None:
        self.story = Story(*sentences)
        self.record = {"published": published, **known}
        self.actors: list[Actor] = []
        self.events: list[Event] = []
        self.stances: list[Stance] = []
        self.statements: list[Statement] = []

    def actor(
        self, name: str, kind: str = "person", role: str | None = None, aliases: Iterable[str] = ()
    ) -> str:
        """An actor, found in the first sentence that names it; its id."""
        number = next(
            at
            for at, (start, end) in enumerate(self.story.spans, 1)
            if name in self.story.text[start:end]
        )
        told = {
            "id": f"a{len(self.actors) + 1}",
            "name": name,
            "kind": kind,
            "role": role,
            "aliases": list(aliases),
            "mentions": [self.story.span(name, number)],
            "evidence": self.story.evidence(number),
        }
        self.actors.append(Actor.model_validate(told))
        return str(told["id"])

    def event(
        self,
        description: str,
        number: int,
        *,
        when: tuple[str, str] | None = None,
        place: str | None = None,
        **more: Any,
    ) -> str:
        """An event of a sentence, with the numbers that stand in it; its id."""
        start, end = self.story.spans[number - 1]
        spot = self.story.span(place, number) if place else None
        told = {
            "id": f"e{len(self.events) + 1}",
            "description": description,
            "type": "OTHER",
            "status": "occurred",
            "time": self.story.time(when[0], number, when[1]) if when else None,
            "place": Place(text=place, start=spot[0], end=spot[1]) if place and spot else None,
            "quantities": find_quantities(self.story.text[start:end], offset=start),
            "evidence": self.story.evidence(number),
            **more,
        }
        told["quad"] = quad_of(told["type"])
        self.events.append(Event.model_validate(told))
        return str(told["id"])

    def stance(self, holder: str, target: str, position: str, number: int, **more: Any) -> str:
        """A stance of a sentence; its id."""
        start, end = self.story.spans[number - 1]
        told = {
            "id": f"s{len(self.stances) + 1}",
            "holder": holder,
            "target": target,
            "position": position,
            "claim": self.story.text[start:end],
            "evidence": self.story.evidence(number),
            **more,
        }
        self.stances.append(Stance.model_validate(told))
        return str(told["id"])

    def summary(self) -> ArticleSummary:
        """The finished summary, headed by its first sentence."""
        items = (*self.actors, *self.events, *self.stances, *self.statements)
        cited = {1, 2, *(piece.sentence for item in items for piece in item.evidence)}
        unused = [n for n in range(1, len(self.story.spans) + 1) if n not in cited]
        return ArticleSummary(
            article=self.story.record(unused=unused, **self.record),
            headline=self.story.cited(self.story.text[slice(*self.story.spans[0])], 1),
            gist=[self.story.cited(self.story.text[slice(*self.story.spans[1])], 2)]
            if len(self.story.spans) > 1
            else [],
            actors=self.actors,
            statements=self.statements,
            stances=self.stances,
            events=self.events,
            run=run(),
        )


def merged(*tellings: Telling) -> Merged:
    """All of them, merged."""
    return merge(in_order([telling.summary() for telling in tellings]))


def sources(*tellings: Telling) -> list[Source]:
    """All of them, as sources."""
    return in_order([telling.summary() for telling in tellings])


def names(found: Merged) -> list[str]:
    """Every merged actor's name and in how many articles it is."""
    return sorted(f"{actor.name} {len(actor.refs)}" for actor in found.actors)


def groups(found: Merged) -> list[list[str]]:
    """The descriptions of events told by more than one article."""
    told = ([member.description for _, member in event.members] for event in found.events)
    return [group for group in told if len(group) > 1]
