"""An evaluation report as one HTML page without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from summarizer.evaluation.markdown import grouped, interval
from summarizer.evaluation.report import EvalReport

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse } th, td { text-align: left; padding: .2rem .8rem .2rem 0 }
td.n { font-variant-numeric: tabular-nums } .noise { opacity: .6 } .fails { font-weight: bold }
summary { cursor: pointer; margin-top: .6rem } code { opacity: .7 }
@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }
"""


def to_html(report: EvalReport) -> str:
    """The report as a page; every note is listed."""
    title = escape(f"Evaluation on {report.gold}")
    who = escape(", ".join(f"{key} {value}" for key, value in report.identity.items()))
    parts = (_table, _troubles, _floors, _articles, _notes)
    body = "\n".join(line for part in parts for line in part(report))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"<p>{report.articles} articles · {who} · {report.created:%Y-%m-%d %H:%M} UTC</p>\n"
        f"{body}\n</body>\n</html>\n"
    )


def _table(report: EvalReport) -> Iterator[str]:
    compared = report.against is not None
    more = "<th>change</th><th>p</th>" if compared else ""
    yield f"<table>\n<tr><th>layer</th><th>figure</th><th>value</th><th>95 %</th>{more}</tr>"
    for layer, figures in report.figures.items():
        for name, figure in figures.items():
            if figure.value is None:
                continue
            change = report.changes.get(layer, {}).get(name)
            cells = [f"{figure.value:.3f}", interval(figure)]
            if compared:
                cells += [f"{change.delta:+.3f}", f"{change.p:.3f}"] if change else ["–", "–"]
            tone = ' class="noise"' if change and not change.beyond_noise else ""
            numbers = "".join(f'<td class="n">{cell}</td>' for cell in cells)
            yield f"<tr{tone}><td>{layer}</td><td>{name}</td>{numbers}</tr>"
    yield "</table>"
    if compared:
        yield f"<p>Changes are against {escape(report.against or '')}; pale ones are noise.</p>"


def _troubles(report: EvalReport) -> Iterator[str]:
    for article, error in report.failed.items():
        yield f"<p><code>{escape(article)}</code> has no summary: {escape(error)}</p>"
    for article in report.missing:
        yield f"<p><code>{escape(article)}</code> has no prediction</p>"


def _floors(report: EvalReport) -> Iterator[str]:
    for check in report.floors:
        value = "–" if check.value is None else f"{check.value:.3f}"
        tone, verdict = ("", "holds") if check.holds else (' class="fails"', "fails")
        yield f"<p{tone}>{check.figure}: {value}, floor {check.bound:.3f} {verdict}</p>"


def _articles(report: EvalReport) -> Iterator[str]:
    if not report.by_article:
        return
    heads = ("article", "seconds", "read", "written", "calls", "cost", "warnings", "astray")
    yield "<table>\n<tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>"
    for one in report.by_article:
        cost = "–" if one.cost is None else f"${one.cost:.4f}"
        cells = (f"{one.seconds:.1f}", one.input, one.output, one.calls, cost, one.warnings)
        numbers = "".join(f'<td class="n">{cell}</td>' for cell in (*cells, one.astray))
        yield f"<tr><td>{escape(one.article)}</td>{numbers}</tr>"
    yield "</table>"


def _notes(report: EvalReport) -> Iterator[str]:
    for heading, notes in grouped(report).items():
        yield f"<details>\n<summary>{escape(heading)} ({len(notes)})</summary>\n<ul>"
        for note in notes:
            yield f"<li><code>{escape(note.article)}</code> {escape(note.text)}</li>"
        yield "</ul>\n</details>"
