"""Word documents: headings, paragraphs, tables as text, tracked changes as if accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from summarizer.article import Metadata
from summarizer.errors import InputError, MissingExtraError
from summarizer.sources.found import Found

if TYPE_CHECKING:
    from docx.document import Document

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE: Final = frozenset(
    {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr", _FALLBACK}
)
"""What tracked changes took away, the codes behind fields, second copies of text boxes."""
_SIGNS: Final = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_UNPACKED_LIMIT: Final = 100_000_000
"""Bytes that a document may hold once unpacked."""
_SAVE: Final = "save the article as plain text"


def read_docx(data: bytes, shown: str, address: str | None = None) -> Found:
    """The text of a document, and its title if one is marked as such.

    Raises:
        InputError: it is no DOCX, is encrypted or damaged, or has no text.
        MissingExtraError: the extra `docx` is not installed.
    """
    document = _opened(data, shown)
    blocks = [block for block in _blocks(document.element.body) if block.strip()]
    if not blocks:
        raise InputError(f"{shown}: the document has no text", hint=_SAVE)
    titled = next((words for style, words in _styled(document) if style == "Title"), None)
    return Found("\n\n".join(blocks), Metadata(title=titled or None, url=address))


def _opened(data: bytes, shown: str) -> Document:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            f"{shown}: not a DOCX file but an old or encrypted Office document", hint=_SAVE
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {entry.filename for entry in archive.infolist()}
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise InputError(f"{shown}: not a DOCX file, or a damaged one", hint=_SAVE) from error
    if "word/document.xml" not in names:
        raise InputError(f"{shown}: not a DOCX file but another kind of ZIP archive", hint=_SAVE)
    if size > _UNPACKED_LIMIT:
        raise InputError(
            f"{shown}: too large ({size / 1e6:.0f} MB unpacked; the limit is 100 MB)", hint=_SAVE
        )
    try:
        from docx import Document
    except ImportError as error:
        raise MissingExtraError("a DOCX file", "docx") from error
    try:
        document = Document(io.BytesIO(data))
        list(document.element.body)  # the root may be another element, without one
        return document
    except Exception as error:  # its own, zipfile's, zlib's and lxml's, by what is damaged
        raise InputError(f"{shown}: not a DOCX file, or a damaged one", hint=_SAVE) from error


def _styled(document: Document) -> Iterator[tuple[str, str]]:
    for paragraph in document.paragraphs[:5]:
        name = paragraph.style.name if paragraph.style is not None else None
        yield name or "", _words(paragraph._p).strip()


def _blocks(element: Any) -> Iterator[str]:
    """The paragraphs in order; of a table a row each, its cells parted by "|"."""
    for child in element:
        if child.tag == f"{_W}p":
            yield _words(child)
        elif child.tag == f"{_W}tbl":
            yield from filter(None, map(_row, child.iterchildren(f"{_W}tr")))
        elif child.tag not in _GONE:
            yield from _blocks(child)


def _row(row: Any) -> str:
    cells = (" ".join(" ".join(_blocks(cell)).split()) for cell in row.iterchildren(f"{_W}tc"))
    return " | ".join(cell for cell in cells if cell)


def _words(element: Any) -> str:
    """The text of a paragraph with insertions in it and deletions left out."""
    if element.tag == f"{_W}t":
        return element.text or ""
    if element.tag in _SIGNS:
        return _SIGNS[element.tag]
    return "".join(_words(child) for child in element if child.tag not in _GONE)
