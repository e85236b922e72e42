"""Measuring the pipeline, or any other system, over a gold set."""

from summarizer.evaluation.adapter import prediction_of
from summarizer.evaluation.floors import Floor, drops, parse_floor, shortfalls
from summarizer.evaluation.formats import FORMATS, render_report, report_of
from summarizer.evaluation.gold import (
    article_of,
    load_gold,
    load_predictions,
    predictions_for,
)
from summarizer.evaluation.markdown import to_markdown
from summarizer.evaluation.page import to_html
from summarizer.evaluation.report import EvalReport, build_report
from summarizer.evaluation.runner import EvalRun, Progress, Summarize, run_eval
from summarizer.evaluation.store import (
    FILE,
    Entry,
    Spent,
    append,
    fingerprint_of,
    forget,
    key_of,
    make_room,
    read_entries,
)
from summarizer.evaluation.table import COLUMNS, SHORT, to_table

__all__ = [
    "COLUMNS",
    "FILE",
    "FORMATS",
    "SHORT",
    "Entry",
    "EvalReport",
    "EvalRun",
    "Floor",
    "Progress",
    "Spent",
    "Summarize",
    "append",
    "article_of",
    "build_report",
    "drops",
    "fingerprint_of",
    "forget",
    "key_of",
    "load_gold",
    "load_predictions",
    "make_room",
    "parse_floor",
    "prediction_of",
    "predictions_for",
    "read_entries",
    "render_report",
    "report_of",
    "run_eval",
    "shortfalls",
    "to_html",
    "to_markdown",
    "to_table",
]
