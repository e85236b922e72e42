"""What a reader must know first: what most reports bear out, what heads them, what is new."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Final

from summarizer.briefing.clarity import is_clear
from summarizer.merging import (
    Dispute,
    Merged,
    MergedActor,
    MergedEvent,
    MergedPosition,
    Ref,
    days_of,
)
from summarizer.render.wording import TO_COME
from summarizer.schema import ArticleSummary, Event, Item

_REPORT: Final = 3.0
_HEADED: Final = 2.0
_DISPUTED: Final = 1.0
_NEWEST: Final = 1.0
_TO_COME: Final = 0.5
_OVERTAKEN: Final = 1.0
_TYPED: Final = 0.5
_NUMBERED: Final = 0.5
_WITH_ACTOR: Final = 0.5
_UNDATED: Final = 2.0
_TAKES_PART: Final = 2.0
_TAKEN: Final = 10.0
_CLEAR: Final = 5.0
_UNNAMED: Final = 0.3


class Salience:
    """Scores of merged items; equal scores keep the order of first report."""

    def __init__(self, merged: Merged, disputes: list[Dispute]) -> None:
        self._merged = merged
        self._disputed = {ref for dispute in disputes for ref in dispute.of}
        self._leads = {s.number: _leading(s.summary) for s in merged.sources}

    @cached_property
    def _last_day(self) -> date | None:
        return max((s.day for s in self._merged.sources if s.day is not None), default=None)

    def of_event(self, event: MergedEvent) -> float:
        """How much an event matters."""
        first, refs = event.members[0][1], event.refs
        named = [n for n in event.actors if is_named(self._merged.actors[n].name)]
        score = _REPORT * self._merged.reports(refs)
        score += _HEADED * any(self._heads(ref, member) for ref, member in event.members)
        score += _DISPUTED * any(ref in self._disputed for ref in refs)
        score += _NEWEST * (self._last_day in {self._merged.source(n).day for n, _ in refs})
        score += _TYPED * (first.type != "OTHER") + _WITH_ACTOR * bool(named)
        score += _NUMBERED * any(member.quantities for _, member in event.members)
        score -= _UNDATED * all(_undated(member) for _, member in event.members)
        return score + self._ahead(event.members[-1][1])

    def of_actor(self, actor: MergedActor) -> float:
        """How much an actor matters: in how many reports, in what part, and how often named."""
        mentions = sum(len(member.mentions) for _, member in actor.members)
        score = _REPORT * self._merged.reports(actor.refs) + min(mentions, 20) / 10
        score += _TAKES_PART * any(ref in self._taking_part for ref in actor.refs)
        return score * (1.0 if is_named(actor.name) else _UNNAMED)

    def of_position(self, position: MergedPosition) -> float:
        """How much a position matters; a neutral one hardly, one that barely won less."""
        stances = [stance for _, stance in position.members]
        taken = any(stance.position != "neutral" for stance in stances)
        clear = any(is_clear(ref, stance, self._merged) for ref, stance in position.members)
        sure = max(1.0 if stance.margin is None else stance.margin for stance in stances)
        score = _REPORT * self._merged.reports(position.refs) + sure
        return score + _TAKEN * taken + _CLEAR * clear

    @cached_property
    def _taking_part(self) -> set[Ref]:
        """Who speaks, takes a side, or does something that has a type."""
        return {
            (source.number, actor)
            for source in self._merged.sources
            for actor in _acting(source.summary)
        }

    def _ahead(self, event: Event) -> float:
        """What a plan gains by lying ahead of the articles, or loses by lying behind them."""
        if event.status not in TO_COME or event.time is None or event.time.value is None:
            return 0.0
        days = days_of(event.time.value_end or event.time.value)
        if days is None or self._last_day is None:
            return 0.0
        return _TO_COME if days[1] > self._last_day else -_OVERTAKEN

    def _heads(self, ref: Ref, item: Item) -> bool:
        return bool(self._leads[ref[0]] & {piece.sentence for piece in item.evidence})


def is_named(name: str) -> bool:
    """Whether it is a name rather than a description such as "crowds"."""
    return any(word[0].isupper() for word in name.split()) or not any(map(str.islower, name))


def _acting(summary: ArticleSummary) -> Iterator[str]:
    yield from (statement.speaker for statement in summary.statements)
    yield from (stance.holder for stance in summary.stances)
    for event in summary.events:
        if event.type != "OTHER":
            yield from (*event.actors, *event.recipients)


def _undated(event: Event) -> bool:
    return event.time is None or event.time.value is None


def _leading(summary: ArticleSummary) -> set[int]:
    heads = [*([summary.headline] if summary.headline else []), *summary.gist]
    return {piece.sentence for item in heads for piece in item.evidence}
