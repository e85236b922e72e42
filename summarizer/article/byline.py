"""Bylines: who wrote it and for whom, from a line that the rules marked as one."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_CUT: Final = re.compile(r"\s*[|·•/]\s*|\s+[–—-]\s+|,\s+|\s+(?=for\s[A-Z])")
_CONTRIBUTOR: Final = re.compile(
    r"(?:The )?(?P<agency>[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,3}) "
    r"(?:staff )?(?:writer|reporter|journalist|correspondent|producer)s? .*contributed"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """The names as printed, and the publisher named beside them."""

    names: str | None
    publisher: str | None


@cache
def _words(kind: str) -> tuple[str, ...]:
    data = tomllib.loads(
        files("summarizer.article").joinpath("bylines.toml").read_text(encoding="utf-8")
    )
    return tuple(sorted(data[kind], key=len, reverse=True))


def read_byline(line: str) -> Byline:
    """Names and publisher of a byline such as "By Ann Bo and Cy Do, Coastal News"."""
    source = _after(line, "sources")
    if source is not None:
        return Byline(None, source)
    names: list[str] = []
    publisher: str | None = None
    for part in _CUT.split(_after(line, "openers") or line):
        words = part.removeprefix("for ").strip(" .")
        if not words or "@" in words or _among(words, "offices"):
            continue
        if _among(words, "publishers"):
            publisher = publisher or words
        else:
            names.append(words)
    return Byline(", ".join(names) or None, publisher)


def names_publisher(words: str) -> bool:
    """Whether a word of these is one by which publishers are known, such as Post or Reuters."""
    return _among(words, "publishers")


def agency_of_contributors(sentence: str) -> str | None:
    """The publisher in "Coastal News writer Ann Bo contributed to …"; English only."""
    found = _CONTRIBUTOR.match(sentence)
    return found["agency"] if found else None


def _after(line: str, kind: str) -> str | None:
    """What stands after one of the words that open such a line; None if none does."""
    for opener in _words(kind):
        found = re.match(rf"[（(]?{re.escape(opener)}\s*[:：/／]?\s*", line, re.IGNORECASE)
        if found and found.end() < len(line):
            return line[found.end() :].rstrip(")）")
    return None


def _among(words: str, kind: str) -> bool:
    return any(
        re.search(rf"(?<!\w){re.escape(known)}(?!\w)", words, re.IGNORECASE)
        for known in _words(kind)
    )
