"""PDF to article: the pages' text in reading order, with the span of each page."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING, Final

from summarizer.article import Metadata
from summarizer.errors import InputError, MissingExtraError
from summarizer.schema import Caveat
from summarizer.sources.found import Found
from summarizer.sources.pdf.columns import in_reading_order
from summarizer.sources.pdf.joining import joined_pages
from summarizer.sources.pdf.paragraphs import paragraphs_of
from summarizer.sources.pdf.running import without_running_lines

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # our errors say it
MOST_PAGES: Final = 2_000
_SAVE: Final = "save the article as plain text"


def read_pdf(data: bytes, shown: str, address: str | None = None) -> Found:
    """The text of a PDF; `pages` has one span a page.

    Raises:
        InputError: it is no PDF, is damaged, needs a password, or has no text layer.
        MissingExtraError: the extra `pdf` is not installed.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import DependencyError, PyPdfError
    except ImportError as error:
        raise MissingExtraError("a PDF file", "pdf") from error
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(
                f"{shown}: the PDF is encrypted and needs a password",
                hint="save a copy without a password",
            )
        grids = _grids(reader, shown)
    except DependencyError as error:
        raise MissingExtraError("an encrypted PDF file", "pdf") from error
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise _damaged(shown) from error
    return _found(grids, shown, address)


def _grids(reader: PdfReader, shown: str) -> list[list[str]]:
    """The lines of each page, as placed on it."""
    if len(reader.pages) > MOST_PAGES:
        raise InputError(
            f"{shown}: too long ({len(reader.pages)} pages; the limit is {MOST_PAGES})",
            hint="cut out the pages of the article",
        )
    if not reader.pages:
        raise _damaged(shown)
    return [_lines(page) for page in reader.pages]


def _lines(page: PageObject) -> list[str]:
    """A page's lines with blanks for the room between words; plain where that fails."""
    try:
        text = page.extract_text(extraction_mode="layout")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ZeroDivisionError):
        text = page.extract_text()  # a font without widths, for one
    return text.splitlines()


def _found(grids: list[list[str]], shown: str, address: str | None) -> Found:
    pages = [paragraphs_of(in_reading_order(lines)) for lines in without_running_lines(grids)]
    empty = sum(not page for page in pages)
    if empty == len(pages):
        raise InputError(
            f"{shown}: the PDF has no text layer, only pictures of pages",
            hint="run it through text recognition (OCR) first",
        )
    text, spans = joined_pages(pages)
    warnings = []
    if empty:
        message = f"{empty} of {len(pages)} pages have no text layer"
        warnings.append(Caveat(code="pages_without_text", path="/article/pages", message=message))
    return Found(text, Metadata(url=address), spans or None, tuple(warnings))


def _damaged(shown: str) -> InputError:
    return InputError(f"{shown}: not a PDF file, or a damaged one", hint=_SAVE)
