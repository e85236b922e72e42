"""One happening for an event that several sentences tell. Each rule asks for positive evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarizer.grounding.happenings.model import Happening, Party, distinct, without
from summarizer.grounding.happenings.triggers import noun_stem
from summarizer.grounding.reading import Reading

_REACH = 5
"""Sentences back that "the attack" may point."""
_LOOKED_AT = 12
"""Earlier happenings of a type that are compared: keeps long articles linear."""
_SURER = 0.15
_WEAK = 0.35


class Retellings:
    """Collects the happenings of one article, each once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.kept: list[Happening] = []
        self.by_type: dict[str, list[int]] = {}

    def add(self, happening: Happening, *, points_back: bool) -> None:
        """Take a happening in; `points_back` says that it is told as known ("the attack")."""
        known = self._known(happening, points_back=points_back)
        if known is None:
            self.by_type.setdefault(happening.best.type, []).append(len(self.kept))
            self.kept.append(happening)
        else:
            self.kept[known] = _joined(self.kept[known], happening)

    def _known(self, happening: Happening, *, points_back: bool) -> int | None:
        for index in reversed(self.by_type.get(happening.best.type, ())[-_LOOKED_AT:]):
            other = self.kept[index]
            if other.sentence == happening.sentence or self._dates_differ(other, happening):
                continue
            last = max((other.sentence, *other.retold))
            near = happening.sentence - last <= _REACH
            if points_back and near and self._same_word_or_kind(other, happening):
                return index
            if self._same_parties(other, happening):
                return index
        return None

    def _same_word_or_kind(self, one: Happening, other: Happening) -> bool:
        """Events of the type OTHER must share their word, all others only their type."""
        return one.best.type != "OTHER" or self._word(one) == self._word(other)

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
        alone = not one.recipients and not other.recipients
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
