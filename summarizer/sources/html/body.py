"""The article's paragraphs, found by trafilatura in a page that was cleaned before."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from summarizer.errors import MissingExtraError

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # our errors say it
_BLOCKS: Final = frozenset(
    {"p", "head", "quote", "code", "item", "list", "table", "row", "body", "main", "div", "figDesc"}
)
_MANY: Final = 10_000
"""Blocks from which second opinions on what is the article are not asked for: jusText, one of
those that trafilatura asks, takes their square in time."""
_LAYOUT_TEXT: Final = 500
"""Characters in one cell from which a table holds a page, not data."""
_BREAKS: Final = re.compile(r"\n[ \t]*\n\s*")
_BLANKS: Final = re.compile(r"[^\S\n]+")
_EDGES: Final = re.compile(r" *\n *")


def paragraphs_of(tree: HtmlElement) -> list[str]:
    """The paragraphs of the article in a cleaned page; a row of a table is one, cells by "|"."""
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtraError("a web page", "web") from error
    _unfold_layout(tree)
    _break_lines(tree)
    blocks = sum(1 for _ in tree.iter("p", "div", "li"))
    document = bare_extraction(tree, include_comments=False, fast=blocks > _MANY)
    body = getattr(document, "body", None)
    return list(_blocks(body)) if body is not None else []


def _unfold_layout(tree: HtmlElement) -> None:
    """Turn tables that lay out a page, rather than hold data, into plain blocks."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td", "th"))
        if any(
            len(cell.text_content()) > _LAYOUT_TEXT or cell.find(".//h1") is not None
            for cell in cells
        ):
            for part in list(table.iter("table", "tbody", "thead", "tr", "td", "th")):
                part.tag = "div"
                part.attrib.clear()


def _break_lines(tree: HtmlElement) -> None:
    """Make paragraphs of texts that empty lines part: two breaks, or a preformatted text."""
    for pre in list(tree.iter("pre")):
        _replace(pre, _BREAKS.split(pre.text_content()))
    for element in {br.getparent() for br in tree.iter("br")}:
        if element is None or element.tag in {"body", "td"} or len(element.findall("br")) < 2:
            continue
        parts = [part for part in _between_breaks(element) if part.strip()]
        if len(parts) > 1:
            _replace(element, parts)


def _between_breaks(element: HtmlElement) -> Iterator[str]:
    """The texts of an element between breaks that stand two or more together."""
    if any(child.tag in {"p", "div", "ul", "table", "h1", "h2"} for child in element):
        return
    copy = deepcopy(element)
    copy.tail = None
    for br in list(copy.iter("br")):
        br.tail = f"\n{br.tail or ''}"
    text = re.sub(r"(?<!\n)[ \t]*\n(?![ \t]*\n)", "\n", copy.text_content())
    yield from re.split(r"(?:[^\S\n]*\n){2,}", text)


def _replace(element: HtmlElement, parts: list[str]) -> None:
    """Put paragraphs in an element's place."""
    from lxml.html import Element

    tail = element.tail
    element.clear()
    element.tag, element.tail = "div", tail
    for outer in element.iterancestors("p"):
        outer.tag = "div"  # a paragraph cannot hold paragraphs
    for part in parts:
        if part.strip():
            paragraph = Element("p")
            paragraph.text = part.strip("\n")
            element.append(paragraph)


def _blocks(element: _Element) -> Iterator[str]:
    """The texts of the blocks in reading order."""
    if element.tag == "row":
        cells = [_one_line("".join(cell.itertext())) for cell in element]
        row = " | ".join(cell for cell in cells if cell)
        if row:
            yield row
        return
    inline = [element.text or ""]
    for child in element:
        if child.tag in _BLOCKS:
            yield from _text("".join(inline))
            yield from _blocks(child)
            inline = [child.tail or ""]
        else:
            inline.append("\n" if child.tag == "lb" else "".join(map(str, child.itertext())))
            inline.append(child.tail or "")
    yield from _text("".join(inline))


def _text(words: str) -> Iterator[str]:
    for part in _BREAKS.split(words):
        if tidy := _EDGES.sub("\n", _BLANKS.sub(" ", part)).strip():
            yield tidy


def _one_line(words: str) -> str:
    return " ".join(words.split())
