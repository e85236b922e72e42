"""Text that a page carries and no reader sees: taken out and counted.

By attribute, by inline style, and by the plain class and id rules of the page's own style
sheets. Rules inside @media and the like are not read, nor files that a page links to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from summarizer.sources.html.tree import shown_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ZERO: Final = r"0(?:\.0+)?(?:px|em|rem|pt|%)?(?![\d.])"
_FAR: Final = r"-\s*(?:\d{4,}(?:\.\d+)?px|\d{2,}(?:\.\d+)?(?:em|rem)|\d{3,}(?:vw|vh|%))"
_HIDING: Final = re.compile(
    rf"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    rf"|(?<![\w-])opacity\s*:\s*{_ZERO}|font-size\s*:\s*{_ZERO}"
    rf"|(?<![\w-])(?:left|right|top|text-indent|margin-left|margin-top)\s*:\s*{_FAR}"
    rf"|clip\s*:\s*rect\(\s*(?:0|1px)|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)"
    rf"|transform\s*:\s*(?:scale\(\s*0\s*\)|translate[xy]?\(\s*{_FAR})"
    rf"|(?<![\w-])color\s*:\s*transparent",
    re.IGNORECASE,
)
_NO_SIZE: Final = re.compile(rf"(?<![\w-])(?:max-)?(?:width|height)\s*:\s*{_ZERO}", re.IGNORECASE)
_CUT_OFF: Final = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_COLOURS: Final = re.compile(
    r"(?P<what>(?<![\w-])(?:color|background(?:-color)?))\s*:\s*(?P<is>[^;!]+)", re.IGNORECASE
)
_AT_RULE: Final = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE: Final = re.compile(r"\s*(?:\w+)?([.#][\w-]+)\s*")
_FOR_LISTENERS: Final = re.compile(
    r"\b(?:sr-only|visually-?hidden|screen-reader(?:-text)?|element-invisible|u-hidden-visually)\b"
)
"""Labels for screen readers, such as "Image caption, ": left out, and no cause for a warning."""
_AROUND: Final = frozenset({"html", "body", "head"})
_FURNITURE: Final = frozenset(
    {"nav", "header", "footer", "aside", "form", "dialog", "amp-sidebar", "amp-consent"}
)
_FEWEST_WORDS: Final = 4
"""Hidden labels are shorter; counting them would warn of every page."""
_WORD: Final = re.compile("[\u3040-\u30ff\u3400-\u9fff]|[^\\W\u3040-\u9fff]+")


def drop_hidden(tree: HtmlElement) -> int:
    """Take hidden text out of a tree; how many pieces of at least four words went.

    What holds more than half of the page is never taken for hidden: pages hide all of
    themselves while they load, or behind a window that is to be closed.
    """
    selectors = frozenset(_hiding_selectors(tree))
    half = len(tree.text_content()) / 2
    dropped = 0
    for element in list(_hidden_in(tree, selectors)):
        if element.getparent() is None or len(element.text_content()) > half:
            continue
        if _is_message(element):
            dropped += 1
        element.drop_tree()
    return dropped


def _hidden_in(tree: HtmlElement, selectors: frozenset[str]) -> Iterator[HtmlElement]:
    """The hidden elements, outermost first, none of them inside another."""
    inside: HtmlElement | None = None
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _AROUND:
            continue
        if inside is not None and _is_within(element, inside):
            continue
        if _is_hidden(element, selectors):
            inside = element
            yield element


def _is_within(element: HtmlElement, outer: HtmlElement) -> bool:
    return any(parent is outer for parent in element.iterancestors())


def _is_hidden(element: HtmlElement, selectors: frozenset[str]) -> bool:
    known = element.attrib
    if not known:
        return False
    if "hidden" in known or known.get("aria-hidden") == "true":
        return True
    if known.get("layout") == "nodisplay" or known.get("type") == "hidden":
        return True
    if (style := known.get("style")) and hides(style):
        return True
    named = known.get("class", "")
    if named and _FOR_LISTENERS.search(named):
        return True
    return bool(selectors) and (
        f"#{known.get('id')}" in selectors or any(f".{name}" in selectors for name in named.split())
    )


def hides(style: str) -> bool:
    """Whether a style makes text invisible: no box, no size, off the screen, no contrast."""
    if _HIDING.search(style) or (_NO_SIZE.search(style) and _CUT_OFF.search(style)):
        return True
    colours = {
        found["what"].lower().removesuffix("-color"): found["is"].strip().lower()
        for found in _COLOURS.finditer(style)
    }
    return len(colours) == 2 and len(set(colours.values())) == 1


def _hiding_selectors(tree: HtmlElement) -> Iterator[str]:
    """Classes and ids that the page's own style sheets hide."""
    for sheet in tree.iter("style"):
        plain = re.sub(r"/\*.*?\*/", "", sheet.text_content(), flags=re.DOTALL)
        for rule in _RULE.finditer(_AT_RULE.sub("", plain)):
            if hides(rule[2]):
                for selector in rule[1].split(","):
                    if simple := _SIMPLE.fullmatch(selector):
                        yield simple[1]


def _is_message(element: HtmlElement) -> bool:
    """Whether hidden text is worth a warning: words outside the page's furniture."""
    if _FOR_LISTENERS.search(element.get("class", "")):
        return False
    around = (element, *element.iterancestors())
    if any(outer.tag in _FURNITURE for outer in around):
        return False
    return len(_WORD.findall(shown_text(element))) >= _FEWEST_WORDS
