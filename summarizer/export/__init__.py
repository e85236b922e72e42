"""Summaries handed over: as tables, as events for coders, with or without the names of persons."""

from summarizer.export.checking import check_summary
from summarizer.export.formats import FORMATS, Taker, format_of, opened
from summarizer.export.plover import PloverFile
from summarizer.export.pseudonyms import Pseudonyms
from summarizer.export.redaction import redact
from summarizer.export.tables import TABLES, Column, Table

__all__ = [
    "FORMATS",
    "TABLES",
    "Column",
    "PloverFile",
    "Pseudonyms",
    "Table",
    "Taker",
    "check_summary",
    "format_of",
    "opened",
    "redact",
]
