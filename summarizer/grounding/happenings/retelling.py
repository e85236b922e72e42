"""One happening for an event that several sentences tell. Each rule asks for positive evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from summarizer.grounding.happenings.model import Happening, Party, distinct, without
from summarizer.grounding.happenings.triggers import noun_stem
from summarizer.grounding.reading import Reading

_REACH = 5
"""Sentences back that "the attack" may point."""
_LOOKED_AT = 12
"""Earlier happenings of a type that are compared: keeps long articles linear."""
_DEEDS = frozenset({"RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "AID"})
"""Types whose events are seldom repeated by the same people in one article."""
_ROOT = 5
"""Letters that "refusal" and "refused" share."""
_UNLISTED = 0.3
_SURER = 0.15
_WEAK = 0.35

Telling = Literal["new", "plain", "back", "mention"]
"""How an event is told: as no event told before, without a hint, as known ("the attack killed"),
or only mentioned as known ("the complaint")."""


class Retellings:
    """Collects the happenings of one article, each once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.kept: list[Happening] = []
        self.by_type: dict[str, list[int]] = {}

    def add(self, happening: Happening, telling: Telling) -> None:
        """Take a happening in."""
        known = self._known(happening, telling)
        if known is None and telling == "mention" and happening.best.type not in _DEEDS:
            return  # words about words that the article does not tell
        if known is None:
            self.by_type.setdefault(happening.best.type, []).append(len(self.kept))
            self.kept.append(happening)
        else:
            self.kept[known] = _joined(self.kept[known], happening)

    def _known(self, happening: Happening, telling: Telling) -> int | None:
        if telling == "new" or happening.best.weight <= _UNLISTED:
            return None
        for index in reversed(self.by_type.get(happening.best.type, ())[-_LOOKED_AT:]):
            other = self.kept[index]
            if other.sentence == happening.sentence or self._dates_differ(other, happening):
                continue
            last = max((other.sentence, *other.retold))
            near = happening.sentence - last <= _REACH
            if telling in ("back", "mention") and near and self._may_point(other, happening):
                return index
            if self._same_parties(other, happening):
                return index
        return None

    def _may_point(self, one: Happening, other: Happening) -> bool:
        """Whether "the attack" can mean an event: deeds by their type, all others by the word."""
        if one.best.type in _DEEDS:
            return True
        ours, theirs = self._word(one), self._word(other)
        return ours == theirs or (len(ours) >= _ROOT and ours[:_ROOT] == theirs[:_ROOT])

    def _word(self, happening: Happening) -> str:
        return noun_stem(self.reading.article.text[slice(*happening.trigger)])

    def _same_parties(self, one: Happening, other: Happening) -> bool:
        """The same named one undergoes it, and nobody else does it."""
        if one.best.type == "OTHER" and self._word(one) != self._word(other):
            return False
        shared = _entities(one.recipients) & _entities(other.recipients)
        doers, others = _entities(one.actors), _entities(other.actors)
        if shared:
            return not doers or not others or bool(doers & others)
        alone = not one.recipients and not other.recipients and one.best.type in _DEEDS
        return alone and bool(doers & others) and self._word(one) == self._word(other)

    def _dates_differ(self, one: Happening, other: Happening) -> bool:
        days = [self._days(happening) for happening in (one, other)]
        return bool(days[0] and days[1]) and days[0].isdisjoint(days[1])

    def _days(self, happening: Happening) -> set[str]:
        start, end = happening.clause
        return {
            time.value
            for time in self.reading.times.get(happening.sentence, ())
            if time.value is not None and start <= time.start < end
        }


def _entities(parties: Iterable[Party]) -> set[int]:
    return {id(party.entity) for party in parties if party.entity is not None}


def _joined(one: Happening, other: Happening) -> Happening:
    """The fuller of two tellings, with the parties and sentences of both."""
    surer = other.best.weight > one.best.weight + _SURER and one.best.weight < _WEAK
    main, added = (other, one) if surer else (one, other)
    actors = distinct((*main.actors, *added.actors))
    recipients = distinct((*main.recipients, *added.recipients))
    sentences = {one.sentence, other.sentence, *one.retold, *other.retold} - {main.sentence}
    return replace(
        main,
        actors=actors,
        recipients=without(recipients, actors),
        retold=tuple(sorted(sentences)),
        salience=max(one.salience, other.salience),
    )
