"""The page as a tree: decoded as it declares, scripts and comments left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from summarizer.errors import InputError, MissingExtraError
from summarizer.sources.reading import decode, marked_encoding

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD: Final = 4_096
_DECLARED: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I
)
_XML_DECLARATION: Final = re.compile(r"\A\s*<\?xml[^>]*\?>")
_LONG_TAG: Final = re.compile(r"<(\w+)[^<>]{5000,}>")
_CONTROLS: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
    "|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])(?![0-9])|x0*(?:[0-8bcef]|1[0-9a-f])(?![0-9a-f]));?",
    re.IGNORECASE,
)
"""What the parser lets pass and no text of the tree can be set to."""
_MOST_ATTRIBUTES: Final = 500
_WEB_NAMES: Final = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""What browsers read under a name: pages say Latin-1 and mean Windows-1252."""
_NOT_TEXT: Final = ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas")


def text_of_page(data: bytes, shown: str, encoding: str | None) -> str:
    """The page's source: in the encoding given, else by mark or declaration, else UTF-8."""
    if encoding is None and marked_encoding(data) is None:
        declared = _DECLARED.search(data[:_HEAD])
        name = declared[1].decode().lower() if declared else "utf-8"
        try:
            return data.decode(_WEB_NAMES.get(name, name))
        except (LookupError, UnicodeDecodeError):
            pass
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return _guessed(data)
    return decode(data, shown, encoding)


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # which trafilatura brings along

    best = from_bytes(data[:100_000]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def parse_page(text: str, shown: str) -> HtmlElement:
    """The tree of a page, its head and its scripts included."""
    try:
        from lxml.etree import ParserError
        from lxml.html import HTMLParser, document_fromstring
    except ImportError as error:
        raise MissingExtraError("a web page", "web") from error
    text = _LONG_TAG.sub(_bare, text)
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return document_fromstring(
            _XML_DECLARATION.sub("", _CONTROLS.sub(" ", text)), parser=parser
        )
    except (ParserError, ValueError) as error:
        raise InputError(
            f"{shown}: the page is empty", hint="save the article's text to a file"
        ) from error


def _bare(tag: re.Match[str]) -> str:
    """The tag without its attributes if it has hundreds: the parser takes their square in time."""
    return tag[0] if tag[0].count("=") < _MOST_ATTRIBUTES else f"<{tag[1]}>"


def drop_scripts(tree: HtmlElement) -> None:
    """Take out of a tree what is never read; its metadata must have been read before."""
    for element in list(tree.iter(*_NOT_TEXT)):
        element.drop_tree()


def shown_text(element: HtmlElement) -> str:
    """The element's text on one line."""
    return " ".join(element.text_content().split())
