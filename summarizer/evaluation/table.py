"""Several evaluation reports as one table, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.evaluation.report import EvalReport

COLUMNS: Final = (
    ("actors", "f1", "actors F1"),
    ("actors", "precision_strict", "actors P"),
    ("quotes", "named_holder_recall", "speakers R"),
    ("quotes", "wrong_holder", "wrong speakers"),
    ("stances", "f1", "stances F1"),
    ("stances", "position", "position"),
    ("stances", "direction", "direction"),
    ("events", "f1", "events F1"),
    ("events", "argument_f1", "arguments F1"),
    ("events", "date", "date"),
    ("events", "status", "status"),
    ("events", "status_not_occurred", "did not occur"),
    ("summary", "rouge1_max", "ROUGE-1"),
)
"""Layer, figure and heading of what is told of each set."""


def to_table(reports: Sequence[EvalReport]) -> str:
    """The headline figures of each set; a dash where a set does not have a layer."""
    heads = ["set", "articles", *(heading for _, _, heading in COLUMNS), "s an article"]
    rows = [heads, ["---"] * len(heads), *(_row(report) for report in reports)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(report: EvalReport) -> list[str]:
    cells = [report.gold.removesuffix(".jsonl"), str(report.articles)]
    cells += [_cell(report, layer, name) for layer, name, _ in COLUMNS]
    return [*cells, f"{report.spending.seconds:.1f}" if report.spending else "–"]


def _cell(report: EvalReport, layer: str, name: str) -> str:
    """The value and half the width of its interval, in hundredths."""
    figure = report.figures.get(layer, {}).get(name)
    if figure is None or figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.2f}"
    return f"{figure.value:.2f} ±{(figure.high - figure.low) / 2:.2f}"
