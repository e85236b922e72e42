"""Digits that are part of a name or a decade: "G7", "B-52", "the 1990s"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.grounding.guard.problem import Problem
from summarizer.grounding.quantities import numbers_in

_CODE = re.compile(r"(?<!\w)(?=\w*[-‐‑]?\w*\d)[^\W_]+(?:[-‐‑][^\W_]+)*(?!\w)")
_MIXED = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]")
_DECADE = re.compile(r"(?:\d\d)?(\d0s)")


def code_problems(generated: str, texts: Sequence[str], language: str) -> list[Problem]:
    """Codes of `generated` that none of the texts holds."""
    known = {key for text in texts for _, key in _codes(text, language, whole=True)}
    return [
        Problem("unsupported_name", written, f"the evidence does not name {written!r}")
        for written, key in _codes(generated, language)
        if key not in known
    ]


@lru_cache(maxsize=2048)
def _codes(text: str, language: str, *, whole: bool = False) -> tuple[tuple[str, str], ...]:
    """Each code as written and as a key; with `whole` also what is read as a number."""
    taken = [] if whole else [(n.start, n.end) for n in numbers_in(text, language)]
    return tuple(
        (match.group(), _key(match.group()))
        for match in _CODE.finditer(text)
        if _MIXED.search(match.group())
        and not any(s < match.end() and match.start() < e for s, e in taken)
    )


def _key(written: str) -> str:
    decade = _DECADE.fullmatch(written)
    return decade.group(1) if decade else re.sub(r"[-‐‑]", "", written).casefold()
