"""The comparison table: `python -m benchmarks.table [GOLD…] [--runs DIR]…` prints Markdown.

Without arguments it is about our own reporting half and the predictions kept in
`benchmarks/results`. A folder of runs holds `SYSTEM/SET/predictions.jsonl`, where SET is the name
of the gold file: what `summarizer eval GOLD --runs DIR/SYSTEM` and
`python -m benchmarks.baselines.run NAME GOLD -o DIR/NAME/SET/predictions.jsonl` write. The rules
need no model and are run on the spot. All systems of a set are scored on the same articles: those
that every one of them has read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.baselines import rules
from summarizer.errors import SummarizerError
from summarizer.evaluation import (
    COLUMNS,
    FILE,
    SHORT,
    Entry,
    build_report,
    load_gold,
    load_predictions,
    to_table,
)
from summarizer.scoring import GoldArticle, Prediction, compare, score_set

HERE = Path(__file__).parent
GOLD = HERE / "gold" / "report.jsonl"
RESULTS = HERE / "results"
TITLES = {
    "ask": "summarizer, plan `ask`",
    "draft+verify": "summarizer, plan `draft+verify`",
    "draft": "summarizer, plan `draft`",
    "instructor": "Instructor, one call",
    "langextract": "langextract",
    "rules": "rules, no model",
}
"""What the rows are called, in their order; others follow under the names of their folders."""


def systems(folders: Sequence[Path], gold: Path) -> dict[str, list[Prediction]]:
    """The kept predictions of each system for one gold set."""
    files = [file for folder in folders for file in folder.glob(f"*/{gold.stem}/{FILE}")]
    return {file.parent.parent.name: load_predictions(file) for file in files}


def _place(name: str) -> tuple[int, str]:
    known = list(TITLES)
    return known.index(name) if name in known else len(known), name


def table_of(path: Path, folders: Sequence[Path], *, short: bool = False) -> str:
    """The table of one gold set, with lines around it that say what it is about."""
    whole = load_gold(path)
    found = systems(folders, path)
    gold = _read_by_all(whole, found)
    found.setdefault("rules", [rules.predict(article) for article in gold])
    scores = {name: score_set(gold, several) for name, several in found.items()}
    first = min(scores, key=_place)
    wanted = {article.id for article in gold}
    # A system that makes no summaries has no figure for them, rather than a bad one.
    spoken = {TITLES.get(name, name): any(p.summary for p in found[name]) for name in found}
    reports = {
        TITLES.get(name, name): build_report(
            score,
            path,
            {"system": name},
            entries=[e for e in found[name] if isinstance(e, Entry) and e.id in wanted],
            comparison=None if name == first else compare(scores[first], score),
        )
        for name, score in sorted(scores.items(), key=lambda item: _place(item[0]))
    }
    for title, report in reports.items():
        if not spoken[title]:
            report.figures.pop("summary", None)
    table = to_table(reports, "system", SHORT if short else COLUMNS)
    marks = f"\n▲ ▼ better or worse than {TITLES.get(first, first)} beyond noise (p < 0.05)\n"
    head = f"{path.stem}: {len(gold)} of {len(whole)} articles\n\n"
    return head + table + (marks if len(reports) > 1 else "")


def _read_by_all(
    whole: list[GoldArticle], found: Mapping[str, Sequence[Prediction]]
) -> list[GoldArticle]:
    """The articles that every system has read."""
    read = [{prediction.id for prediction in several} for several in found.values()]
    return [article for article in whole if all(article.id in ids for ids in read)]


def main(arguments: list[str] | None = None) -> int:
    """Command line; an error's own code, with its words, if something cannot be read."""
    parser = argparse.ArgumentParser(description="Print the comparison table of gold sets.")
    parser.add_argument("gold", nargs="*", type=Path, default=[GOLD])
    parser.add_argument("--runs", type=Path, action="append", help="folder of runs; repeatable")
    parser.add_argument("--short", action="store_true", help="fewer columns")
    given = parser.parse_args(arguments)
    try:
        for number, path in enumerate(given.gold):
            table = table_of(path, given.runs or [RESULTS], short=given.short)
            print(("\n" if number else "") + table, end="")
    except SummarizerError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
