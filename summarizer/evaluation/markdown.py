"""An evaluation report as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.evaluation.report import Change, EvalReport, Figure, NoteLine


def to_markdown(report: EvalReport, notes: int | None = 20) -> str:
    """The report; at most `notes` lines of each layer and kind are listed, all if None."""
    parts = [
        *_heading(report),
        *_figures(report),
        *(line for told in spending_line(report) for line in ("", told)),
        *_troubles(report),
        *_floors(report),
        *_articles(report),
        *_notes(report, notes),
    ]
    return "\n".join(parts) + "\n"


def _heading(report: EvalReport) -> Iterator[str]:
    yield f"# Evaluation on {report.gold}"
    yield ""
    who = ", ".join(f"{key} {value}" for key, value in report.identity.items())
    yield f"{report.articles} articles · {who} · {report.created:%Y-%m-%d %H:%M} UTC"


def _figures(report: EvalReport) -> Iterator[str]:
    compared = report.against is not None
    yield ""
    yield "| layer | figure | value | 95 % interval |" + (" change | p |" if compared else "")
    yield "|---|---|---|---|" + ("---|---|" if compared else "")
    for layer, figures in report.figures.items():
        for name, figure in figures.items():
            if figure.value is None:
                continue
            row = f"| {layer} | {name} | {figure.value:.3f} | {interval(figure)} |"
            change = report.changes.get(layer, {}).get(name)
            yield row + (_change(change) if compared else "")
    if compared:
        yield ""
        yield f"Changes are against {report.against}; **bold** ones exceed noise (p < 0.05)."


def interval(figure: Figure) -> str:
    """Bounds of a figure, or a dash."""
    return "–" if figure.low is None else f"{figure.low:.3f} – {figure.high:.3f}"


def _change(change: Change | None) -> str:
    if change is None:
        return " – | – |"
    told = f"{change.delta:+.3f}"
    return f" {f'**{told}**' if change.beyond_noise else told} | {change.p:.3f} |"


def spending_line(report: EvalReport) -> Iterator[str]:
    """What an article took, if anything is known of it."""
    spent = report.spending
    if spent is None:
        return
    cost = "not known" if spent.cost is None else f"${spent.cost:.4f}"
    yield (
        f"An article took {spent.seconds:.1f} s, {spent.calls:.1f} calls, {spent.input:.0f} tokens "
        f"read and {spent.output:.0f} written; cost {cost}; {spent.warnings:.1f} warnings."
    )


def _troubles(report: EvalReport) -> Iterator[str]:
    if report.failed or report.missing:
        yield ""
    for article, error in report.failed.items():
        yield f"- {article} has no summary: {error}"
    for article in report.missing:
        yield f"- {article} has no prediction"
    if report.other_code:
        yield ""
        yield f"{report.other_code} articles were read by other code than this; --fresh reads anew."


def _floors(report: EvalReport) -> Iterator[str]:
    if not report.floors:
        return
    yield ""
    yield "| floor | bound | value | |"
    yield "|---|---|---|---|"
    for check in report.floors:
        value = "–" if check.value is None else f"{check.value:.3f}"
        verdict = "holds" if check.holds else "**fails**"
        yield f"| {check.figure} | {check.bound:.3f} | {value} | {verdict} |"


def _articles(report: EvalReport) -> Iterator[str]:
    if not report.by_article:
        return
    yield ""
    yield "| article | seconds | read | written | calls | cost | warnings | astray |"
    yield "|---|---|---|---|---|---|---|---|"
    for one in report.by_article:
        cost = "–" if one.cost is None else f"${one.cost:.4f}"
        yield (
            f"| {_plain(one.article)} | {one.seconds:.1f} | {one.input} | {one.output} "
            f"| {one.calls} | {cost} | {one.warnings} | {one.astray} |"
        )


def _notes(report: EvalReport, most: int | None) -> Iterator[str]:
    for title, lines in grouped(report).items():
        yield ""
        yield f"## {title} ({len(lines)})"
        yield ""
        for note in lines[:most]:
            yield f"- `{note.article}` {_plain(note.text)}"
        if most is not None and len(lines) > most:
            yield f"- … and {len(lines) - most} more"


def grouped(report: EvalReport) -> dict[str, list[NoteLine]]:
    """The notes under headings such as "actors missed"; first what differs, in a comparison."""
    groups: dict[str, list[NoteLine]] = {}
    for change, notes in (("mended: ", report.mended), ("new: ", report.broken)):
        for note in notes:
            groups.setdefault(f"{change}{note.layer} {note.kind}", []).append(note)
    for note in report.notes:
        groups.setdefault(f"{note.layer} {note.kind}", []).append(note)
    return groups


def _plain(text: str) -> str:
    """One line in which nothing is Markdown."""
    escaped = "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in text)
    return " ".join(escaped.split())
