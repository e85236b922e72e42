"""Several evaluation reports as one table, a row each: of several sets, or several systems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from summarizer.evaluation.floors import LOWER_IS_BETTER
from summarizer.evaluation.report import EvalReport, Figure
from summarizer.scoring import Layer

Columns: TypeAlias = Sequence[tuple[Layer, str, str]]
COLUMNS: Final[Columns] = (
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


SHORT: Final = tuple(
    column
    for column in COLUMNS
    if column[1] not in ("precision_strict", "position", "direction", "status_not_occurred")
)
"""The columns that a first look needs."""


def to_table(reports: Mapping[str, EvalReport], of: str = "set", columns: Columns = COLUMNS) -> str:
    """The headline figures, a row for each report by its name; a dash where there is no layer.

    ▲ and ▼ mark figures that are better or worse than in the run compared with, beyond noise.
    """
    heads = [of, "articles", *(heading for _, _, heading in columns), "no answer", "s an article"]
    rows = [_row(name, one, columns) for name, one in reports.items()]
    rows = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(name: str, report: EvalReport, columns: Columns) -> list[str]:
    cells = [_cell(report, layer, figure) for layer, figure, _ in columns]
    seconds = f"{report.spending.seconds:.1f}" if report.spending else "–"
    unanswered = str(len(report.failed) + len(report.missing))
    return [name, str(report.articles), *cells, unanswered, seconds]


def _cell(report: EvalReport, layer: str, name: str) -> str:
    """The value and half the width of its interval, in hundredths."""
    figure = report.figures.get(layer, {}).get(name)
    if figure is None or figure.value is None:
        return "–"
    mark = mark_of(report, layer, name)
    return " ".join(part for part in (f"{figure.value:.2f}", half_width(figure), mark) if part)


def half_width(figure: Figure) -> str:
    """Half the width of the interval, such as "±0.08"; empty where there is none."""
    if figure.low is None or figure.high is None:
        return ""
    return f"±{(figure.high - figure.low) / 2:.2f}"


def mark_of(report: EvalReport, layer: str, name: str) -> str:
    """▲ or ▼ for a figure that is better or worse beyond noise, else nothing."""
    change = report.changes.get(layer, {}).get(name)
    if change is None or not change.beyond_noise:
        return ""
    better = (change.delta > 0) != (f"{layer}.{name}" in LOWER_IS_BETTER)
    return "▲" if better else "▼"
