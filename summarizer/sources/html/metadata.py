"""Title, byline, date, publisher, language and address of a page, as the page gives them.

Looked for in this order: JSON-LD, meta elements, microdata, what stands on the page.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag, urljoin

from summarizer.article import Metadata
from summarizer.article.byline import read_byline
from summarizer.article.dates import find_date
from summarizer.sources.html.structured import Structured, read_structured
from summarizer.sources.html.tree import shown_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES: Final = tomllib.loads(
    (files("summarizer.sources.html") / "metanames.toml").read_text(encoding="utf-8")
)
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_SUFFIX: Final = re.compile(r"\s*(?:[|｜_]|::|[-–—»](?=\s))\s*[^|｜_»]{2,60}\Z")
_LONGEST_BYLINE: Final = 120
_BYLINE_CLASSES: Final = re.compile(
    r"(?<![a-z])(?:by-?line|author(?:-?name)?|name-uid)s?(?![a-z])", re.I
)
_LOOKED_AT: Final = 40
"""Elements with a byline's name that are tried."""


def read_metadata(tree: HtmlElement, address: str | None) -> tuple[Metadata, Structured]:
    """What the page says of itself, and its JSON-LD; `address` is where it was fetched from."""
    said = read_structured(tree)
    metas = _metas(tree)
    known = Metadata(
        title=_title(tree, said, metas),
        byline=_byline(tree, said, metas),
        published=_published(tree, said, metas),
        publisher=said.publisher
        or _first(metas, _NAMES["publishers"])
        or _property(tree, "publisher"),
        language=_language(tree, metas),
        url=_address(tree, said, metas, address),
    )
    return known, said


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first content of each meta element by its name in small letters."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(tree: HtmlElement, said: Structured, metas: dict[str, str]) -> str | None:
    """The title that the page gives; the heading's own words where the two agree."""
    element = tree.find(".//title")
    window = shown_text(element) if element is not None else None
    given = said.title or _first(metas, _NAMES["titles"]) or window
    headings = [words for heading in tree.iter("h1") if (words := shown_text(heading))]
    for heading in headings:
        if any(told and _agree(heading, told) for told in (said.title, given, window)):
            return heading
    if given is None:
        return headings[0] if len(headings) == 1 else None
    publisher = said.publisher or _first(metas, _NAMES["publishers"])
    if publisher and given.endswith(publisher):
        return _SUFFIX.sub("", given) or given
    return _SUFFIX.sub("", given) if given == window else given


def _agree(heading: str, told: str) -> bool:
    """Whether a title is the heading, or begins with it or ends in it, as "Velden Post: Tram"."""
    one, other = (" ".join(re.findall(r"\w+", words.casefold())) for words in (heading, told))
    return bool(one) and (one == other or other.startswith(one + " ") or other.endswith(" " + one))


def _byline(tree: HtmlElement, said: Structured, metas: dict[str, str]) -> str | None:
    for names in (said.authors, [metas[name] for name in _NAMES["authors"] if name in metas]):
        real = [name for name in names if _is_name(name, metas)]
        if real:
            return _joined(real if names is said.authors else real[:1])
    named = [name for name in _properties(tree, "author") if _is_name(name, metas)]
    if named:
        return _joined(list(dict.fromkeys(named)))
    printed = (_printed(words) for words in _candidates(tree))
    return next((name for name in printed if name and _is_name(name, metas)), None)


def _printed(words: str) -> str | None:
    """The names in a line that says who wrote it: "By Ada Holm | Coastal News"."""
    return read_byline(words).names if len(words) <= _LONGEST_BYLINE else None


def _candidates(tree: HtmlElement) -> Iterator[str]:
    """Texts of elements that are named as bylines, links to authors first."""
    links = [a for a in tree.iter("a", "address", "span") if a.get("rel") == "author"]
    if links:
        yield ", ".join(dict.fromkeys(shown_text(link) for link in links[:4]))
    count = 0
    for element in tree.iter("p", "div", "span", "a", "li", "h4", "address"):
        if _BYLINE_CLASSES.search((element.get("class") or "").replace("_", "-")):
            count += 1
            yield shown_text(element)
        if count >= _LOOKED_AT:
            return


def _joined(names: list[str]) -> str:
    """The names as a byline prints them."""
    if len(names) == 2 and all(name.isascii() for name in names):
        return " and ".join(names)
    return ", ".join(names)


def _is_name(words: str, metas: dict[str, str]) -> bool:
    publisher = _first(metas, _NAMES["publishers"])
    return (
        bool(re.search(r"[^\W\d_]", words))
        and not _WEB.match(words)
        and "@" not in words
        and len(words) <= _LONGEST_BYLINE
        and words.casefold() not in _NAMES["no_authors"]
        and words != publisher
    )


def _published(
    tree: HtmlElement, said: Structured, metas: dict[str, str]
) -> date | datetime | None:
    """The first of the dates given that is one."""
    language = (tree.get("lang") or "en").split("-")[0]
    times = (time.get("datetime") or shown_text(time) for time in tree.iter("time"))
    given = (metas[name] for name in _NAMES["dates"] if name in metas)
    for text in (said.published, *given, *_properties(tree, "datePublished"), *times):
        if text and (found := _date(text.strip(), language)) is not None:
            return found
    return None


def _date(text: str, language: str) -> date | datetime | None:
    compact = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)
    return find_date("-".join(compact.groups()) if compact else text[:80], language)


def _property(tree: HtmlElement, name: str) -> str | None:
    return next(_properties(tree, name), None)


def _properties(tree: HtmlElement, name: str) -> Iterator[str]:
    """The values of a property in microdata; of a person or a publisher the name."""
    for element in tree.iterfind(f".//*[@itemprop='{name}']"):
        inner = element.find(".//*[@itemprop='name']")
        held = element if inner is None else inner
        value = held.get("content") or held.get("datetime") or shown_text(held)
        if value.strip():
            yield " ".join(value.split())


def _language(tree: HtmlElement, metas: dict[str, str]) -> str | None:
    """The language that the page declares, without its region."""
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    declared = (
        declared or tree.get("xml:lang") or metas.get("content-language") or metas.get("og:locale")
    )
    found = re.match(r"[a-z]{2,3}(?![a-z])", (declared or "").strip().lower())
    return found.group() if found else None


def _address(
    tree: HtmlElement, said: Structured, metas: dict[str, str], fetched: str | None
) -> str | None:
    """The canonical address, absolute, without what follows a #."""
    links = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    for told in (*links, metas.get("og:url"), said.url, fetched):
        if not told:
            continue
        try:
            whole = urldefrag(urljoin(fetched or "", told.strip())).url
        except ValueError:
            continue
        if _WEB.match(whole):
            return whole
    return None
