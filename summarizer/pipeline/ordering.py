"""Who did it and to whom, where the order of the words does not tell: a closed question.

Of the pairs on our own development articles one in nine is such a pair, at most one an article.
Asked both ways round, the embedded model's answers together leaned the right way in 15 pairs of
15, read by eye and by small margins; neither answer alone did.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from summarizer.grounding import Grounded, Reading
from summarizer.grounding.guard import order_of_parties
from summarizer.grounding.words import base_language
from summarizer.llm import Choice
from summarizer.pipeline.questioner import Questioner
from summarizer.progress import Asked, Listener
from summarizer.schema import Actor, Caveat, Event

_MOST: Final = 3
"""Events of an article that are asked about, twice each."""
_CLEAR: Final = 0.1
"""Lead with which an order is believed to be the other one."""
_CLEARLY_NEITHER: Final = 0.2
"""Lead with which the recipients are believed to be none."""


@dataclass(frozen=True)
class Leaning:
    """What two answers say together, each from 0 to 1."""

    stated: float
    turned: float
    neither: float


@dataclass(frozen=True)
class OrderAsker:
    """Asks about the parties of one article's events."""

    questioner: Questioner
    reading: Reading
    listener: Listener

    async def settled(self, grounded: Grounded) -> Grounded:
        """The events with their sides settled, and a warning for each that changed or is unsure."""
        if base_language(self.reading.language) != "en":
            return grounded
        actors = {actor.id: actor for actor in grounded.actors}
        events, warnings = list(grounded.events), list(grounded.warnings)
        untold = [n for n, event in enumerate(events) if self._is_untold(event, actors)][:_MOST]
        for done, index in enumerate(untold):
            self.listener(Asked(done, len(untold)))
            event = events[index]
            leaning = await self._leaning(event, actors)
            events[index] = settled(event, leaning)
            warnings.extend(_told(event, events[index], leaning))
        return replace(grounded, events=events, warnings=warnings)

    def _is_untold(self, event: Event, actors: dict[str, Actor]) -> bool:
        sides = [[_forms(actors[one]) for one in side] for side in (event.actors, event.recipients)]
        texts = [event.description, *(self.reading.body(one.sentence) for one in event.evidence)]
        return all(sides) and order_of_parties(texts, *sides) == "untold"

    async def _leaning(self, event: Event, actors: dict[str, Actor]) -> Leaning:
        names = actors[event.actors[0]].name, actors[event.recipients[0]].name
        one = await self._answer(event, *names)
        other = await self._answer(event, *reversed(names))
        return Leaning(
            stated=(one.chance_of("stated") + other.chance_of("turned")) / 2,
            turned=(one.chance_of("turned") + other.chance_of("stated")) / 2,
            neither=(one.chance_of("neither") + other.chance_of("neither")) / 2,
        )

    async def _answer(self, event: Event, first: str, second: str) -> Choice:
        values = {
            "sentence": self.reading.body(event.evidence[0].sentence),
            "clause": event.description,
            "first": first,
            "second": second,
        }
        return await self.questioner.ask("doer", values)


def settled(event: Event, leaning: Leaning) -> Event:
    """The event turned round, or without recipients, where the answers say so clearly."""
    if leaning.turned - max(leaning.stated, leaning.neither) >= _CLEAR:
        sides = {"actors": event.recipients, "recipients": event.actors}
        return event.model_copy(update=sides)
    if leaning.neither - max(leaning.stated, leaning.turned) >= _CLEARLY_NEITHER:
        return event.model_copy(update={"recipients": []})
    return event


def _told(asked: Event, now: Event, leaning: Leaning) -> Iterator[Caveat]:
    """What came of a question, unless the order stays as it was."""
    if not now.recipients:
        message = f"recipients left out, it is not done to them: {asked.description}"
        yield Caveat(code="unsure_parties", path="/events", message=message)
    elif now.actors != asked.actors:
        message = f"turned round, as the model reads it: {asked.description}"
        yield Caveat(code="swapped_parties", path="/events", message=message)
    elif leaning.stated - leaning.turned < _CLEAR:
        message = f"who did it to whom is not certain: {asked.description}"
        yield Caveat(code="unsure_parties", path="/events", message=message)


def _forms(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases)
