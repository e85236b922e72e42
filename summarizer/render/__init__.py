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
from summarizer.render.html import page
from summarizer.render.load import document_of, load, parse_document, read_body, refuse_newer

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "check_format",
    "document_of",
    "format_for",
    "load",
    "page",
    "parse_document",
    "read_body",
    "refuse_newer",
    "render",
    "render_terminal",
    "write_output",
]
