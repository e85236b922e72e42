"""What a run is worth, as one record that every report is made from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Literal

from pydantic import BaseModel, Field

from summarizer.evaluation.floors import Floor
from summarizer.evaluation.store import Entry, code_fingerprint
from summarizer.schema import SCHEMA_VERSION
from summarizer.scoring import Difference, Interval, Layer, Note, Score


class Figure(BaseModel):
    """A figure with its 95 % bootstrap interval."""

    value: float | None
    low: float | None = None
    high: float | None = None


class Change(BaseModel):
    """How a figure differs from that of the run compared with."""

    delta: float
    low: float
    high: float
    p: float
    beyond_noise: bool


class FloorCheck(BaseModel):
    """A floor and whether it holds."""

    figure: str
    bound: float
    value: float | None
    holds: bool


class Spending(BaseModel):
    """Means over the articles that were run."""

    articles: int
    seconds: float
    input: float
    output: float
    calls: float
    cost: float | None
    warnings: float


class ArticleSpending(BaseModel):
    """What one article took, and what came of it."""

    article: str
    seconds: float
    input: int
    output: int
    calls: int
    cost: float | None
    warnings: int
    astray: int = Field(description="misses, false finds and wrong details")


class NoteLine(BaseModel):
    """One miss, false find or wrong detail."""

    layer: str
    kind: str
    article: str
    text: str


class EvalReport(BaseModel):
    """One run over one gold set."""

    kind: Literal["eval"] = "eval"
    schema_version: str = SCHEMA_VERSION
    gold: str
    gold_sha256: str
    articles: int
    identity: dict[str, str] = Field(description="model, prompt and plan, or the file scored")
    created: datetime
    figures: dict[str, dict[str, Figure]]
    counts: dict[str, dict[str, float]]
    spending: Spending | None = None
    by_article: list[ArticleSpending] = Field(default_factory=list)
    failed: dict[str, str] = Field(default_factory=dict, description="article and error")
    missing: list[str] = Field(default_factory=list)
    other_code: int = Field(default=0, description="articles that other code than this has read")
    against: str | None = None
    changes: dict[str, dict[str, Change]] = Field(default_factory=dict)
    mended: list[NoteLine] = Field(default_factory=list, description="astray there, right here")
    broken: list[NoteLine] = Field(default_factory=list, description="right there, astray here")
    floors: list[FloorCheck] = Field(default_factory=list)
    notes: list[NoteLine] = Field(default_factory=list)


def build_report(
    score: Score,
    gold_path: Path,
    identity: Mapping[str, str],
    *,
    entries: Sequence[Entry] = (),
    floors: Sequence[Floor] = (),
    against: str | None = None,
    comparison: Mapping[Layer, Mapping[str, Difference | None]] | None = None,
    notes_against: Sequence[Note] | None = None,
) -> EvalReport:
    """Put a score, what it took, and what it is compared with into one record."""
    figures = score.figures()
    notes = score.notes()
    before = notes if notes_against is None else notes_against
    flat = {f"{layer}.{name}": v for layer, values in figures.items() for name, v in values.items()}
    bounds = score.intervals()
    return EvalReport(
        gold=gold_path.name,
        gold_sha256=hashlib.sha256(gold_path.read_bytes()).hexdigest(),
        articles=max((len(tallies) for tallies in score.tallies.values()), default=0),
        identity=dict(identity),
        created=datetime.now(UTC),
        figures={
            layer: {name: _figure(value, bounds[layer][name]) for name, value in values.items()}
            for layer, values in figures.items()
        },
        counts={layer: dict(sorted(score.counts(layer).items())) for layer in score.tallies},
        spending=_spending(entries),
        by_article=_by_article(entries, notes),
        failed={entry.id: entry.run.error for entry in entries if entry.run.error},
        missing=score.missing,
        other_code=sum(1 for e in entries if e.run.code not in (None, code_fingerprint())),
        against=against,
        changes=_changes(comparison or {}),
        mended=_lines(_beyond(before, notes)),
        broken=_lines(_beyond(notes, before)),
        floors=[
            FloorCheck(
                figure=floor.figure,
                bound=floor.bound,
                value=flat.get(floor.figure),
                holds=floor.holds(flat.get(floor.figure)),
            )
            for floor in floors
        ],
        notes=_lines(notes),
    )


def _lines(notes: Iterable[Note]) -> list[NoteLine]:
    return [NoteLine(layer=n.layer, kind=n.kind, article=n.article, text=n.text) for n in notes]


def _beyond(these: Sequence[Note], those: Sequence[Note]) -> Iterator[Note]:
    """Notes that the one list has more often than the other."""
    left = Counter(those)
    for note in these:
        if left[note]:
            left[note] -= 1
        else:
            yield note


def _by_article(entries: Sequence[Entry], notes: Sequence[Note]) -> list[ArticleSpending]:
    astray = Counter(note.article for note in notes)
    return [
        ArticleSpending(
            article=entry.id,
            astray=astray[entry.id],
            **entry.run.model_dump(include={*ArticleSpending.model_fields} - {"article", "astray"}),
        )
        for entry in entries
    ]


def _figure(value: float | None, bounds: Interval | None) -> Figure:
    if value is None or bounds is None:
        return Figure(value=value)
    return Figure(value=value, low=bounds[0], high=bounds[1])


def _changes(
    comparison: Mapping[Layer, Mapping[str, Difference | None]],
) -> dict[str, dict[str, Change]]:
    return {
        layer: {
            name: Change(
                delta=found.delta,
                low=found.low,
                high=found.high,
                p=found.p,
                beyond_noise=found.beyond_noise,
            )
            for name, found in figures.items()
            if found is not None
        }
        for layer, figures in comparison.items()
    }


def _spending(entries: Sequence[Entry]) -> Spending | None:
    if not entries:
        return None
    runs = [entry.run for entry in entries]
    costs = [run.cost for run in runs if run.cost is not None]
    return Spending(
        articles=len(runs),
        seconds=mean(run.seconds for run in runs),
        input=mean(run.input for run in runs),
        output=mean(run.output for run in runs),
        calls=mean(run.calls for run in runs),
        cost=mean(costs) if costs else None,
        warnings=mean(run.warnings for run in runs),
    )
