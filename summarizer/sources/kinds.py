"""The kinds of sources: one function each, found by suffix, by media type, or by how it begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from summarizer.article import Metadata
from summarizer.errors import InputError
from summarizer.sources.found import Found, Options
from summarizer.sources.reading import decode, read_file, read_lines
from summarizer.sources.records import articles_in_json, articles_in_jsonl, looks_like_records

Reader = Callable[[BinaryIO, str, Options, str | None], Iterator[Found | InputError]]
"""Of an open file, its name as shown, the options, and the address it was fetched from."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of source."""

    media_type: str
    suffixes: tuple[str, ...]
    read: Reader
    aliases: tuple[str, ...] = ()
    """Other media types that servers send."""


def _text(
    file: BinaryIO, shown: str, options: Options, address: str | None
) -> Iterator[Found | InputError]:
    yield Found(decode(read_file(file, shown), shown, options.encoding), Metadata(url=address))


def _page(
    file: BinaryIO, shown: str, options: Options, address: str | None
) -> Iterator[Found | InputError]:
    from summarizer.sources.html import read_page

    yield read_page(read_file(file, shown), shown, options.encoding, address)


def _pdf(
    file: BinaryIO, shown: str, _: Options, address: str | None
) -> Iterator[Found | InputError]:
    from summarizer.sources.pdf import read_pdf

    yield read_pdf(read_file(file, shown), shown, address)


def _docx(
    file: BinaryIO, shown: str, _: Options, address: str | None
) -> Iterator[Found | InputError]:
    from summarizer.sources.docx import read_docx

    yield read_docx(read_file(file, shown), shown, address)


def _json(
    file: BinaryIO, shown: str, options: Options, _: str | None
) -> Iterator[Found | InputError]:
    text = decode(read_file(file, shown), shown, options.encoding)
    yield from articles_in_json(text, shown, options.mapping)


def _jsonl(
    file: BinaryIO, shown: str, options: Options, _: str | None
) -> Iterator[Found | InputError]:
    lines = read_lines(file, shown, options.encoding)
    yield from articles_in_jsonl(lines, shown, options.mapping)


_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: Final = (
    Kind("text/plain", (".txt", ".text"), _text),
    Kind("text/markdown", (".md", ".markdown"), _text, ("text/x-markdown",)),
    Kind("text/html", (".html", ".htm", ".xhtml"), _page, ("application/xhtml+xml",)),
    Kind("application/pdf", (".pdf",), _pdf, ("application/x-pdf",)),
    Kind(_DOCX, (".docx",), _docx),
    Kind("application/json", (".json",), _json, ("text/json",)),
    Kind("application/jsonl", (".jsonl", ".ndjson"), _jsonl, ("application/x-ndjson",)),
)
"""The table: what is read, by which function."""
SUFFIXES: Final = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
MEDIA_TYPES: Final = {name: kind for kind in KINDS for name in (kind.media_type, *kind.aliases)}
NOT_READ: Final = frozenset({".doc", ".odt", ".rtf", ".epub", ".xml", ".csv", ".xlsx"})
"""Kinds that people have and that are not read."""

_LOOKED_AT: Final = 4_096
_HTML: Final = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|div|meta|title|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_UNKNOWN: Final = ("application/octet-stream", "binary/octet-stream", "application/force-download")


def sniffed(data: bytes, options: Options) -> Kind:
    """The kind of what came without a name, by how it begins; a text if nothing else fits."""
    head = data[:_LOOKED_AT]
    if head.lstrip()[:5] == b"%PDF-":
        return SUFFIXES[".pdf"]
    if head.startswith(b"PK\x03\x04") and b"word/" in data:
        return SUFFIXES[".docx"]
    if _HTML.match(head):
        return SUFFIXES[".html"]
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        text = decode(data, "standard input", options.encoding)
        return SUFFIXES.get(looks_like_records(text) or ".txt", SUFFIXES[".txt"])
    return SUFFIXES[".txt"]


def kind_of_answer(media_type: str, data: bytes, shown: str, options: Options) -> Kind:
    """The kind of what a server sent, as it says or, if it says nothing, by how it begins.

    Raises:
        InputError: it is of a kind that is not read, such as an image.
    """
    if not media_type or media_type in _UNKNOWN:
        return sniffed(data, options)
    kind = MEDIA_TYPES.get(media_type)
    if kind is None and media_type.startswith("text/"):
        kind = SUFFIXES[".txt"]
    if kind is None:
        raise InputError(
            f"{shown}: {media_type} is not read", hint="give the address of an article"
        )
    return sniffed(data, options) if kind.suffixes[0] == ".txt" and _HTML.match(data) else kind
