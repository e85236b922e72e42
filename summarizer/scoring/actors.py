"""Actors: who was found, who was not, who does not exist."""

from __future__ import annotations

from typing import Final

from summarizer.scoring.matching import Matching, match
from summarizer.scoring.names import best_pair
from summarizer.scoring.records import FoundActor, GoldActor, GoldArticle, Prediction
from summarizer.scoring.tally import Counts, Metric, Tally, f1, precision, recall, share


def score_actors(gold: GoldArticle, found: Prediction) -> Tally:
    """Counts for one article, whose actors are annotated."""
    tally = Tally("actors", gold.id)
    wanted = gold.gold.actors or []
    matching = match(found.actors, wanted, _fit)
    hits = matching.hits()
    required = {j for j, actor in enumerate(wanted) if actor.required}
    tally.counts.add(
        articles=1,
        recall_only=gold.scope.get("actors") == "recall-only",
        found=len(found.actors),
        tp=len(hits & required),
        fn=len(required - hits),
        ignored=len(hits - required),
        duplicates=len(matching.duplicates),
        fp=len(found.actors) - len(matching.pairs) - len(matching.duplicates),
        salient=sum(1 for j in required if wanted[j].salient),
        salient_tp=sum(1 for j in hits & required if wanted[j].salient),
    )
    _count_kinds(tally, found.actors, wanted, matching)
    _write_notes(tally, found.actors, wanted, matching)
    return tally


def _fit(found: FoundActor, wanted: GoldActor) -> float:
    similar = best_pair(found.forms, wanted.forms)
    return similar + 0.5 * wanted.required if similar else 0


def _count_kinds(
    tally: Tally, found: list[FoundActor], wanted: list[GoldActor], matching: Matching
) -> None:
    for i, j in matching.pairs.items():
        kind, truth = found[i].kind, wanted[j].kind
        if truth and kind:
            tally.counts.add(kinds=1, kinds_right=kind == truth)
            if kind != truth:
                tally.note("wrong", f"{wanted[j].name}: {kind}, not {truth}")


def _write_notes(
    tally: Tally, found: list[FoundActor], wanted: list[GoldActor], matching: Matching
) -> None:
    for j, actor in enumerate(wanted):
        if actor.required and j not in matching.hits():
            tally.note("missed", actor.name)
    for i, other in enumerate(found):
        if i in matching.duplicates:
            tally.note("duplicate", f"{other.name} = {wanted[matching.duplicates[i]].name}")
        elif matching.is_false(i):
            tally.note("false", other.name)


def _only_recall(counts: Counts) -> bool:
    return bool(counts["recall_only"]) and counts["recall_only"] == counts["articles"]


def _where_precision_counts(metric: Metric) -> Metric:
    def guarded(counts: Counts) -> float | None:
        return None if _only_recall(counts) else metric(counts)

    return guarded


def _strict(counts: Counts) -> float | None:
    everything = counts["tp"] + counts["fp"] + counts["duplicates"]
    return counts["tp"] / everything if everything else None


ACTOR_METRICS: Final[dict[str, Metric]] = {
    "precision": _where_precision_counts(precision),
    "recall": recall,
    "f1": _where_precision_counts(f1),
    "precision_strict": _where_precision_counts(_strict),
    "salient_recall": share("salient_tp", "salient"),
    "kind": share("kinds_right", "kinds"),
}
