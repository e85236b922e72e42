"""An evaluation report as one HTML page without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.evaluation.markdown import grouped, interval, spending_line
from summarizer.evaluation.report import EvalReport, Figure
from summarizer.evaluation.table import SHORT, half_width, mark_of
from summarizer.render import page

_SCALE = 100
_EDGE = 5


@dataclass(frozen=True, slots=True)
class Headline:
    """One of the figures that a first look needs."""

    name: str
    value: str
    half: str
    mark: str
    tone: str


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a layer, its interval drawn where it is a share."""

    name: str
    value: str
    interval: str
    span: tuple[float, float, float] | None
    change: str
    p: str
    is_noise: bool


def to_html(report: EvalReport) -> str:
    """The report as a page; every note is listed."""
    who = (f"{key} {value}" for key, value in report.identity.items())
    told = (f"{report.articles} articles", *who, f"{report.created:%Y-%m-%d %H:%M} UTC")
    return page(
        "eval",
        title=f"Evaluation on {report.gold}",
        source=(*told, *spending_line(report)),
        report=report,
        headlines=list(_headlines(report)),
        layers={layer: list(_rows(report, layer)) for layer in report.figures},
        notes=grouped(report),
    )


def _headlines(report: EvalReport) -> Iterator[Headline]:
    for layer, name, heading in SHORT:
        figure = report.figures.get(layer, {}).get(name)
        if figure is None or figure.value is None:
            continue
        mark = mark_of(report, layer, name)
        tone = {"▲": "favor", "▼": "against"}.get(mark, "")
        yield Headline(heading, f"{figure.value:.2f}", half_width(figure), mark, tone)


def _rows(report: EvalReport, layer: str) -> Iterator[Row]:
    for name, figure in report.figures[layer].items():
        if figure.value is None:
            continue
        change = report.changes.get(layer, {}).get(name)
        yield Row(
            name=name,
            value=f"{figure.value:.3f}",
            interval=interval(figure),
            span=_span(figure),
            change=f"{change.delta:+.3f}" if change else "–",
            p=f"{change.p:.3f}" if change else "–",
            is_noise=change is not None and not change.beyond_noise,
        )


def _span(figure: Figure) -> tuple[float, float, float] | None:
    """Where the low end, the value and the high end stand on the scale."""
    if figure.value is None or figure.low is None or figure.high is None:
        return None
    if not all(0 <= at <= 1 for at in (figure.low, figure.value, figure.high)):
        return None
    low, value, high = (
        round(_EDGE + _SCALE * at, 1) for at in (figure.low, figure.value, figure.high)
    )
    return low, value, high
