"""Taking actors out of what was grounded, so that no reference is left hanging."""

from __future__ import annotations

from dataclasses import replace

from summarizer.grounding.grounded import Grounded
from summarizer.schema import Event, Stance


def without(grounded: Grounded, gone: set[str]) -> Grounded:
    """The same items without those actors, ids given anew in the same order.

    Events lose them as parties; stances toward them keep the words of the target. None of them may
    be a speaker or a holder.
    """
    staying = [actor for actor in grounded.actors if actor.id not in gone]
    new = {actor.id: f"a{number}" for number, actor in enumerate(staying, start=1)}
    return replace(
        grounded,
        actors=[actor.model_copy(update={"id": new[actor.id]}) for actor in staying],
        statements=[s.model_copy(update={"speaker": new[s.speaker]}) for s in grounded.statements],
        stances=[_stance(stance, new) for stance in grounded.stances],
        events=[_event(event, new) for event in grounded.events],
        doubtful_kinds=frozenset(new[i] for i in grounded.doubtful_kinds if i in new),
    )


def _stance(stance: Stance, new: dict[str, str]) -> Stance:
    target = stance.target_actor
    return stance.model_copy(
        update={
            "holder": new.get(stance.holder, stance.holder),
            "target_actor": new.get(target) if target is not None else None,
        }
    )


def _event(event: Event, new: dict[str, str]) -> Event:
    return event.model_copy(
        update={
            "actors": [new[i] for i in event.actors if i in new],
            "recipients": [new[i] for i in event.recipients if i in new],
        }
    )
