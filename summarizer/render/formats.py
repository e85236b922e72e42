"""The output formats, each one function; a new format is one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from summarizer.errors import ConfigurationError
from summarizer.render.brief import outline_of_brief
from summarizer.render.docx import as_docx, require_docx
from summarizer.render.html import as_html
from summarizer.render.markdown import as_markdown
from summarizer.render.outline import Outline
from summarizer.render.records import as_json, as_jsonl
from summarizer.render.summary import outline_of_summary
from summarizer.render.terminal import plain_text, print_outline
from summarizer.schema import ArticleSummary, BriefingNote

if TYPE_CHECKING:
    from rich.console import Console

Rendered: TypeAlias = ArticleSummary | BriefingNote


def render(document: Rendered, format: str) -> str | bytes:  # noqa: A002  the word users know
    """The document in one of FORMATS; text ends in a line feed, bytes are a binary file."""
    check_format(format)
    return FORMATS[format](document)


def check_format(format: str) -> None:  # noqa: A002  the word users know
    """Find out before the work whether there is such a format and what it needs is installed."""
    if format not in FORMATS:
        raise ConfigurationError(
            f"unknown format {format!r}", hint=f"choose one of {', '.join(FORMATS)}"
        )
    if FORMATS[format] is _docx:
        require_docx()


def render_terminal(document: Rendered, console: Console) -> None:
    """Print the document with colours, in the width of the console."""
    print_outline(_outline(document), console)


def format_for(suffix: str) -> str:
    """The format that a file suffix such as ".md" stands for."""
    if suffix.lower() not in SUFFIXES:
        raise ConfigurationError(
            f"no format is known for the suffix {suffix!r}" if suffix else "no suffix, no format",
            hint=f"use one of {' '.join(SUFFIXES)}, or --format",
        )
    return SUFFIXES[suffix.lower()]


def _outline(document: Rendered) -> Outline:
    if isinstance(document, BriefingNote):
        return outline_of_brief(document)
    return outline_of_summary(document)


def _markdown(document: Rendered) -> str:
    return as_markdown(_outline(document))


def _text(document: Rendered) -> str:
    return plain_text(_outline(document))


def _docx(document: Rendered) -> bytes:
    return as_docx(_outline(document))


FORMATS: Final[dict[str, Callable[[Rendered], str | bytes]]] = {
    "json": as_json,
    "jsonl": as_jsonl,
    "markdown": _markdown,
    "text": _text,
    "html": as_html,
    "docx": _docx,
}
SUFFIXES: Final = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".txt": "text",
    ".html": "html",
    ".docx": "docx",
}
