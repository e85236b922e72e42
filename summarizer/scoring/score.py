"""A whole set scored: every annotated layer of every article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.scoring.actors import ACTOR_METRICS, score_actors
from summarizer.scoring.bootstrap import Difference, Interval, intervals, paired
from summarizer.scoring.events import EVENT_METRICS, score_events
from summarizer.scoring.records import GoldArticle, Prediction
from summarizer.scoring.stances import STANCE_METRICS, score_stances
from summarizer.scoring.statements import STATEMENT_METRICS, score_statements
from summarizer.scoring.summaries import SUMMARY_METRICS, score_summary
from summarizer.scoring.tally import Counts, Layer, Metric, Note, Tally

METRICS: Final[dict[Layer, dict[str, Metric]]] = {
    "actors": ACTOR_METRICS,
    "quotes": STATEMENT_METRICS,
    "stances": STANCE_METRICS,
    "events": EVENT_METRICS,
    "summary": SUMMARY_METRICS,
}
_SCORERS: Final[dict[Layer, Callable[[GoldArticle, Prediction], Tally]]] = {
    "actors": score_actors,
    "quotes": score_statements,
    "stances": score_stances,
    "events": score_events,
    "summary": score_summary,
}


@dataclass(frozen=True, slots=True)
class Score:
    """What a set of predictions is worth against its gold."""

    tallies: dict[Layer, list[Tally]]
    """One tally an article, in the order of the gold; layers that no article has are absent."""
    missing: list[str]
    """Articles without a prediction; they count as if nothing had been found."""

    def counts(self, layer: Layer) -> Counts:
        """All counts of a layer."""
        return Counts.total(tally.counts for tally in self.tallies[layer])

    def figures(self) -> dict[Layer, dict[str, float | None]]:
        """Every figure of every layer; None where it does not apply."""
        return {
            layer: {name: metric(self.counts(layer)) for name, metric in METRICS[layer].items()}
            for layer in self.tallies
        }

    def intervals(self, *, seed: int = 0) -> dict[Layer, dict[str, Interval | None]]:
        """The 95 % bootstrap interval of every figure."""
        return {
            layer: intervals([tally.counts for tally in tallies], METRICS[layer], seed=seed)
            for layer, tallies in self.tallies.items()
        }

    def notes(self) -> list[Note]:
        """All misses, false finds and wrong details, article by article within each layer."""
        return [note for several in self.tallies.values() for t in several for note in t.notes]


def annotated(article: GoldArticle) -> list[Layer]:
    """The layers that an article's gold has."""
    gold = article.gold
    layers: list[tuple[Layer, bool]] = [
        ("actors", gold.actors is not None),
        ("quotes", gold.quotes is not None),
        ("stances", gold.stances is not None),
        ("events", gold.events is not None),
        ("summary", bool(gold.summary or gold.event_summaries)),
    ]
    return [layer for layer, is_there in layers if is_there]


def score_article(gold: GoldArticle, found: Prediction) -> dict[Layer, Tally]:
    """The tallies of one article; what a summary invents shows without a reference, too."""
    layers = annotated(gold)
    if found.summary and "summary" not in layers:
        layers.append("summary")
    return {layer: _SCORERS[layer](gold, found) for layer in layers}


def score_set(gold: Sequence[GoldArticle], found: Iterable[Prediction]) -> Score:
    """Predictions against gold, paired by id; of two with the same id the later counts."""
    by_id: Mapping[str, Prediction] = {prediction.id: prediction for prediction in found}
    tallies: dict[Layer, list[Tally]] = {}
    for article in gold:
        prediction = by_id.get(article.id, Prediction(id=article.id))
        scored = score_article(article, prediction)
        # Whether there is a summary is up to the system: two of them have to stay in step.
        scored.setdefault("summary", Tally("summary", article.id))
        for layer, tally in scored.items():
            tallies.setdefault(layer, []).append(tally)
    if not any(tally.counts for tally in tallies.get("summary", [])):
        tallies.pop("summary", None)
    ordered = {layer: tallies[layer] for layer in METRICS if layer in tallies}
    return Score(ordered, [article.id for article in gold if article.id not in by_id])


def compare(first: Score, second: Score) -> dict[Layer, dict[str, Difference | None]]:
    """How a second run differs from a first one over the same gold, figure by figure."""
    return {
        layer: paired(
            [tally.counts for tally in first.tallies[layer]],
            [tally.counts for tally in second.tallies[layer]],
            METRICS[layer],
        )
        for layer in first.tallies
        if layer in second.tallies
    }
