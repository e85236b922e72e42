"""Numbers on which reports differ: a sentence gives all versions, or the newest, never an older."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarizer.briefing.citing import cite, ref_of, sentences_of
from summarizer.briefing.sections import Sections
from summarizer.merging import Dispute, Side

_DIGITS: Final = re.compile(r"\d[\d.,]*\d|\d")


def one_sided(text: str, marks: Iterable[str], sections: Sections) -> Dispute | None:
    """The dispute of which a sentence gives one version, not the newest; None if it gives none."""
    for dispute, given, left in _touched(text, marks, sections):
        if given and left and not any(side.newest for side in given):
            return dispute
    return None


def borne_out(text: str, marks: list[str], sections: Sections) -> list[str]:
    """The cites without those of versions that a sentence does not give."""
    dropped: set[str] = set()
    for _, given, left in _touched(text, marks, sections):
        if given:
            dropped |= {cite(ref) for side in left for ref in side.refs}
    return [mark for mark in marks if mark not in dropped] or marks


def _touched(
    text: str, marks: Iterable[str], sections: Sections
) -> list[tuple[Dispute, list[Side], list[Side]]]:
    """Disputes in what a sentence rests on, with the versions it gives and those it leaves out."""
    cited = sorted(sentences_of(map(ref_of, marks), sections.merged))
    touched = {id(d): d for place in cited for d in sections.disputed.get(place, ())}
    found = []
    for dispute in touched.values():
        given = [side for side in dispute.sides if _gives(text, side.says)]
        left = [side for side in dispute.sides if side not in given]
        found.append((dispute, given, left))
    return found


def _gives(text: str, says: str) -> bool:
    """Whether a text has the number of a version."""
    digits = _DIGITS.findall(says)
    if digits:
        return set(digits) <= set(_DIGITS.findall(text))
    return says.casefold() in text.casefold()
