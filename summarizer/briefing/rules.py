"""Bottom line and key judgements by rule: complete without a model, in the articles' words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from summarizer.briefing.citing import cites
from summarizer.briefing.contested import borne_out, one_sided
from summarizer.briefing.judging import Point, difference, groups_of, in_own_words
from summarizer.briefing.sections import Sections
from summarizer.briefing.wording import wording_problem
from summarizer.briefing.words import stands_alone
from summarizer.merging import MergedEvent, Ref
from summarizer.render.wording import without_dateline
from summarizer.schema.brief import BriefSentence

_LONGEST: Final = 320


def bottom_line(sections: Sections, limit: int) -> list[BriefSentence]:
    """The best-supported events, each in the sentence that an article gives it."""
    found: list[BriefSentence] = []
    used: set[str] = set()
    for entry in sections.timeline:
        if len(found) == limit:
            break
        sentence = _lead(sections.events[entry.key], sections)
        if sentence.text not in used and wording_problem(sentence.text) is None:
            used.add(sentence.text)
            found.append(sentence)
    firsts = [sentence.cites[0] for sentence in found]
    if all(":g" in mark for mark in firsts) and len({m.partition(":")[0] for m in firsts}) == 1:
        found.sort(key=lambda sentence: sentence.cites[0])  # as their article has it
    return found


def judgements(sections: Sections, limit: int, taken: Sequence[BriefSentence]) -> list[Point]:
    """What matters besides: in turns, one of each kind, then the second of each."""
    told = {sentence.text for sentence in taken}
    groups = groups_of(sections, {mark for sentence in taken for mark in sentence.cites})
    turns = [point for turn in zip_longest(*groups) for point in turn if point is not None]
    found: list[Point] = []
    for point in turns:
        text = point.sentence.text
        if len(found) < limit and text not in told and wording_problem(text) is None:
            told.add(text)
            found.append(point)
    return [point for group in groups for point in group if point in found]


def _lead(event: MergedEvent, sections: Sections) -> BriefSentence:
    """An event as the bottom line gives it; all versions of a number that has no newest."""
    text, ref = _told(event, sections)
    marks = cites([ref, *event.refs] if ref else event.refs)
    disputed = one_sided(text, marks, sections)
    if disputed is not None:
        plain = in_own_words(event.members[0][1])
        if one_sided(plain, marks, sections) is not None:
            return difference(disputed, sections)
        return BriefSentence(text=plain, cites=cites(event.refs))
    return BriefSentence(text=text, cites=borne_out(text, marks, sections))


def _told(event: MergedEvent, sections: Sections) -> tuple[str, Ref | None]:
    """The newest sentence of a gist about an event, else the event's own words."""
    for ref, member in reversed(event.members):
        source = sections.merged.source(ref[0])
        if ref[0] in sections.merged.copies:
            continue
        cited = {piece.sentence for piece in member.evidence}
        for at, sentence in enumerate(source.summary.gist, start=1):
            on = {piece.sentence for piece in sentence.evidence}
            if cited & on and len(sentence.text) <= _LONGEST and stands_alone(sentence.text):
                return without_dateline(sentence.text), (ref[0], f"g{at}")
    return in_own_words(event.members[0][1]), None
