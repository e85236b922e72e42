"""What a page says of itself in JSON-LD, the form that search engines ask publishers for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES: Final = ("article", "posting", "report", "webpage")
"""How names of types end that stand for an article; the better ones first."""
_DEEPEST: Final = 6
_MOST: Final = 2_000
"""Objects looked at on one page; more are no metadata."""


@dataclass(frozen=True, slots=True)
class Structured:
    """The values of the object that describes the article."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    free: bool = True
    """False where the page says that its text is for subscribers."""
    words: int | None = None


def read_structured(tree: HtmlElement) -> Structured:
    """The page's best JSON-LD object for an article; empty if there is none."""
    objects = list(_objects(tree))
    by_id = {o["@id"]: o for o in objects if isinstance(o.get("@id"), str) and len(o) > 2}
    best = min(objects, key=_rank, default=None)
    if best is None or _rank(best) >= len(_ARTICLES):
        return Structured()
    return Structured(
        title=_string(best.get("headline")) or _string(best.get("name")),
        authors=tuple(dict.fromkeys(_names(best.get("author"), by_id))),
        published=_string(best.get("datePublished")),
        publisher=next(iter(_names(best.get("publisher"), by_id)), None),
        url=_string(best.get("url")) or _identity(best.get("mainEntityOfPage")),
        free=str(best.get("isAccessibleForFree", True)).lower() != "false",
        words=_count(best.get("wordCount")),
    )


def _objects(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    found = 0
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # broken by the publisher; the page has other sources
        for one in _inside(data, 0):
            found += 1
            if found > _MOST:
                return
            yield one


def _inside(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        for entry in data:
            yield from _inside(entry, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "publisher", "author"):
            yield from _inside(data.get(key), depth + 1)


def _rank(data: dict[str, Any]) -> int:
    """How well an object describes an article: 0 is best."""
    types = data.get("@type")
    names = [str(name).lower() for name in (types if isinstance(types, list) else [types])]
    ranks = [
        rank for rank, ending in enumerate(_ARTICLES) for name in names if name.endswith(ending)
    ]
    return min(ranks, default=len(_ARTICLES))


def _names(value: Any, by_id: dict[str, dict[str, Any]], depth: int = 0) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for entry in value:
            yield from _names(entry, by_id, depth + 1)
    elif isinstance(value, dict):
        known = value if "name" in value else by_id.get(str(value.get("@id")), value)
        yield from _names(known.get("name"), {}, depth + 1)
    elif name := _string(value):
        yield name


def _string(value: Any) -> str | None:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words or None


def _identity(value: Any) -> str | None:
    return _string(value.get("@id")) if isinstance(value, dict) else _string(value)


def _count(value: Any) -> int | None:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None
