"""Show a summary or a briefing note: as data, as text, on a terminal, as a page."""

from summarizer.files import write_output
from summarizer.render.formats import (
    FORMATS,
    SUFFIXES,
    check_format,
    format_for,
    render,
    render_terminal,
)
from summarizer.render.load import load, parse_document

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "check_format",
    "format_for",
    "load",
    "parse_document",
    "render",
    "render_terminal",
    "write_output",
]
