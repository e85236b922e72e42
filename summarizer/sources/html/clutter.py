"""Takes out what stands around an article and is named for what it is; the rules are data."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from summarizer.article.boilerplate import is_prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

WALL: Final = "wall"
"""The rule of subscription walls."""
_NAMED_BY: Final = (
    "class", "id", "role", "data-component", "data-testid", "data-gu-name", "data-spacefinder-role",
)  # fmt: skip
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MOST: Final = 3
"""One part in so many of the page's paragraphs is the article, whatever it is called."""
_UNSHOWN: Final = re.compile(r"(?<![\w-])(?:hidden|hide|is-hidden|d-none)(?![\w-])")
"""Classes of walls that wait until a reader has read enough: no wall yet."""
_UNTOUCHED: Final = frozenset({"html", "body", "main", "head", "h1"})
_LABEL: Final = re.compile(r"[^.!?]{0,24}[:：|»>►]|\W*")
_LINK_WORDS: Final = 10
"""A line of so many words that is one link may yet be a sentence of the article."""
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ClutterRule:
    """Elements of some tag or name, and how long they may be."""

    name: str
    tags: frozenset[str]
    pattern: re.Pattern[str]
    longest: int | None
    examples: tuple[str, ...]
    kept: tuple[str, ...]


@cache
def clutter_rules() -> tuple[ClutterRule, ...]:
    """The rules of clutter.toml, in its order."""
    path = files("summarizer.sources.html") / "clutter.toml"
    return tuple(
        ClutterRule(
            name=entry["name"],
            tags=frozenset(entry.get("tags", ())),
            pattern=_named(entry["words"]),
            longest=entry.get("longest"),
            examples=tuple(entry["examples"]),
            kept=tuple(entry["kept"]),
        )
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    )


def _named(words: list[str]) -> re.Pattern[str]:
    choices = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])(?:{choices})(?![a-z0-9])")


def drop_clutter(tree: HtmlElement) -> set[str]:
    """Take the clutter out of a tree; the names of the rules that found some."""
    most = _written(tree) / _MOST
    articles = tree.findall(".//article")
    only = articles[0] if len(articles) == 1 else None
    dropped: set[str] = set()
    for element, rule in list(_clutter_in(tree)):
        if element.getparent() is None:
            continue
        length = len(element.text_content())
        if rule.longest is not None and length > rule.longest:
            continue
        if length > most and not _is_apart(element, only) and _written(element) > most:
            continue
        if rule.name != WALL or not _UNSHOWN.search(element.get("class", "")):
            dropped.add(rule.name)
        element.drop_tree()
    _drop_link_lines(tree)
    return dropped


def _written(element: HtmlElement) -> int:
    """Characters in the paragraphs of an element."""
    return sum(len(paragraph.text_content()) for paragraph in element.iter("p"))


def _is_apart(element: HtmlElement, article: HtmlElement | None) -> bool:
    """Whether an element stands beside the page's only article, neither in it nor around it."""
    if article is None:
        return False
    return all(element is not one for one in (article, *article.iterancestors())) and all(
        article is not outer for outer in element.iterancestors()
    )


def _clutter_in(tree: HtmlElement) -> Iterator[tuple[HtmlElement, ClutterRule]]:
    rules = clutter_rules()
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in _UNTOUCHED:
            continue
        named = _signature(element)
        for rule in rules:
            if element.tag in rule.tags or (named and rule.pattern.search(named)):
                yield element, rule


def _signature(element: HtmlElement) -> str:
    """What an element is called, in small letters with hyphens: "PhotoCredit" is photo-credit."""
    found = [value for key in _NAMED_BY if (value := element.attrib.get(key))]
    return _CAMEL.sub("-", " ".join(found)).replace("_", "-").lower() if found else ""


def _drop_link_lines(tree: HtmlElement) -> None:
    """Take out paragraphs that are one link to another article, with a label before it or not."""
    for paragraph in list(tree.iter("p")):
        links = [link for link in paragraph.iter("a") if link.text_content().strip()]
        if len(links) != 1:
            continue
        words, linked = paragraph.text_content().strip(), links[0].text_content().strip()
        before, found, after = words.partition(linked)
        sentence = is_prose(words) and len(_WORD.findall(words)) >= _LINK_WORDS
        if found and not sentence and not after.strip(" .»›>") and _LABEL.fullmatch(before.strip()):
            paragraph.drop_tree()
