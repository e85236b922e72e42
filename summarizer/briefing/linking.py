"""What a sentence of the model's makes of items: ties between them, claims turned into facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from summarizer.briefing.words import words
from summarizer.merging import stems
from summarizer.validation.wording import attribution_in

_WORD: Final = re.compile(r"\w[\w'’-]*")
_NEAR: Final = 7
"""Words on each side of a link that say what it ties."""
_EARLY: Final = 0.4
"""Part of a sentence in which an attribution makes a claim of all that follows."""


def tied_anew(text: str, proofs: Sequence[str]) -> str | None:
    """A word such as "after" that ties what no article ties; None if there is none. English."""
    known = [tie for proof in proofs for tie in _ties(proof)]
    for link, before, after in _ties(text):
        held = any(link == other and before & b and after & a for other, b, a in known)
        if not held:
            return link
    return None


def claim_as_fact(text: str, shown: Iterable[str]) -> bool:
    """Whether a sentence says by itself what all its items ascribe to somebody. English."""
    claims = [found for item in shown if (found := _claim(item)) is not None]
    if not claims or words().said.search(text):
        return False
    return not any(claim.casefold() in text.casefold() for claim in claims)


def without_source(text: str) -> str:
    """A sentence without who said so at its end: ", its chair Lena Brandt said". English."""
    body, comma, tail = text.rpartition(", ")
    return f"{body}." if comma and words().said.search(tail) else text


def _claim(item: str) -> str | None:
    """The word that ascribes an item to somebody, unless it only follows as its source."""
    found = attribution_in(item)
    if found is None or not (found.start() < _EARLY * len(item) or '"' in item or "“" in item):
        return None
    return found[0]


def _ties(text: str) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Each link of a text with what stands around it."""
    for link in words().links.finditer(text):
        before = _WORD.findall(text[: link.start()])[-_NEAR:]
        after = _WORD.findall(text[link.end() :])[:_NEAR]
        yield link[0].casefold(), stems(" ".join(before)), stems(" ".join(after))
