"""What a reader must know first: what most reports bear out, what heads them, what is new."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Final

from summarizer.merging import Dispute, Merged, MergedActor, MergedEvent, MergedPosition, Ref
from summarizer.schema import ArticleSummary, Item

_REPORT: Final = 3.0
_HEADED: Final = 2.0
_DISPUTED: Final = 1.0
_NEWEST: Final = 1.0
_TYPED: Final = 0.5
_WITH_ACTOR: Final = 0.5
_UNDATED: Final = 1.0


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
        first = event.members[0][1]
        score = _REPORT * self._merged.reports(event.refs)
        score += _HEADED * any(self._heads(ref, member) for ref, member in event.members)
        score += _DISPUTED * any(ref in self._disputed for ref in event.refs)
        score += _NEWEST * (self._last_day in {self._merged.source(n).day for n, _ in event.refs})
        score += _TYPED * (first.type != "OTHER") + _WITH_ACTOR * bool(event.actors)
        return score - _UNDATED * all(_undated(member) for _, member in event.members)

    def of_actor(self, actor: MergedActor) -> float:
        """How much an actor matters: in how many reports, and how often named there."""
        mentions = sum(len(member.mentions) for _, member in actor.members)
        named = any(word[0].isupper() for word in actor.name.split())
        score = _REPORT * self._merged.reports(actor.refs) + min(mentions, 20) / 10
        return score * (1.0 if named else 0.3)

    def of_position(self, position: MergedPosition) -> float:
        """How much a position matters; a neutral one hardly, one that barely won less."""
        stances = [stance for _, stance in position.members]
        taken = any(stance.position != "neutral" for stance in stances)
        sure = max(1.0 if stance.margin is None else stance.margin for stance in stances)
        return _REPORT * self._merged.reports(position.refs) + sure + (10.0 if taken else 0.0)

    def _heads(self, ref: Ref, item: Item) -> bool:
        return bool(self._leads[ref[0]] & {piece.sentence for piece in item.evidence})


def _undated(event: object) -> bool:
    time = getattr(event, "time", None)
    return time is None or time.value is None


def _leading(summary: ArticleSummary) -> set[int]:
    heads = [*([summary.headline] if summary.headline else []), *summary.gist]
    return {piece.sentence for item in heads for piece in item.evidence}
