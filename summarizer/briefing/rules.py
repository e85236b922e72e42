"""Bottom line and key judgements by rule: complete without a model, in the articles' words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarizer.briefing.citing import cites, ref_of
from summarizer.briefing.contested import borne_out, one_sided
from summarizer.briefing.gaps import DATELINE
from summarizer.briefing.sections import Sections
from summarizer.briefing.sources import name_of_source
from summarizer.briefing.wording import wording_problem
from summarizer.merging import Dispute, MergedEvent, Ref
from summarizer.schema import Item
from summarizer.schema.brief import BriefPosition, BriefSentence

_LONGEST: Final = 320
_FOR: Final = {"favor": "is for it", "against": "is against it", "mixed": "is of two minds"}


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
    return found


def _lead(event: MergedEvent, sections: Sections) -> BriefSentence:
    """An event as the bottom line gives it; all versions of a number that has no newest."""
    text, ref = _told(event, sections)
    marks = cites([ref, *event.refs] if ref else event.refs)
    disputed = one_sided(text, marks, sections)
    if disputed is not None:
        plain = _own_words(event)
        if one_sided(plain, marks, sections) is not None:
            return difference(disputed, sections)
        return BriefSentence(text=plain, cites=cites(event.refs))
    return BriefSentence(text=text, cites=borne_out(text, marks, sections))


def judgements(sections: Sections, limit: int, taken: list[BriefSentence]) -> list[BriefSentence]:
    """Where reports differ, who stands against whom, and what several reports bear out."""
    said = {mark for sentence in taken for mark in sentence.cites}
    told = {sentence.text for sentence in taken}
    groups = (_differences(sections), _sides(sections), _borne_out(sections, said))
    found: list[BriefSentence] = []
    for group in groups:
        share = limit - len(found) if group is groups[-1] else (limit + 1) // 2
        for sentence in group:
            if share == 0 or len(found) == limit:
                break
            if sentence.text not in told and wording_problem(sentence.text) is None:
                found.append(sentence)
                share -= 1
    return found


def difference(dispute: Dispute, sections: Sections) -> BriefSentence:
    """One point of disagreement in a sentence: who says what, which is the newest."""
    sides = []
    for side in dispute.sides:
        numbers = dict.fromkeys(number for number, _ in side.refs)
        who = dict.fromkeys(name_of_source(sections.merged.source(n)) for n in numbers)
        newest = ", the newest" if side.newest else ""
        says = side.says
        if dispute.kind in ("quantity", "correction"):
            says = f"{says[0].lower()}{says[1:]}"
        sides.append(f"{says} ({', '.join(who)}{newest})")
    return BriefSentence(
        text=f"Reports differ on {dispute.about}: {'; '.join(sides)}.",
        cites=cites(ref for side in dispute.sides for ref in side.refs),
    )


def _differences(sections: Sections) -> Iterator[BriefSentence]:
    ranked = sorted(sections.disputes, key=lambda d: (-sections.merged.reports(d.of), d.of))
    yield from (difference(dispute, sections) for dispute in ranked)


def _sides(sections: Sections) -> Iterator[BriefSentence]:
    """Issues on which two holders stand against each other, then positions of one side."""
    names = {actor.key: actor.name for actor in sections.actors}
    issues: dict[str, list[BriefPosition]] = {}
    for position in sections.positions:
        if position.position != "neutral" and position.holder in names:
            issues.setdefault(position.target, []).append(position)
    for issue, held in issues.items():
        sides: dict[str, BriefPosition] = {}
        for position in held:
            sides.setdefault(position.position, position)
        marks = list(dict.fromkeys(mark for p in sides.values() for mark in p.cites))
        if len(sides) < 2 and sections.merged.reports(map(ref_of, marks)) < 2:
            continue  # what one article ascribes to one side is no judgement
        told = "; ".join(f"{names[p.holder]} {_FOR[p.position]}" for p in sides.values())
        yield BriefSentence(text=f"On {issue}: {told}.", cites=marks)


def _borne_out(sections: Sections, said: set[str]) -> Iterator[BriefSentence]:
    """Events that more than one independent report tells."""
    for entry in sections.timeline:
        event = sections.events[entry.key]
        count = sections.merged.reports(event.refs)
        if count > 1 and said.isdisjoint(entry.cites):
            text = f"{count} independent reports say: {entry.description}."
            yield BriefSentence(text=text, cites=entry.cites)


def _told(event: MergedEvent, sections: Sections) -> tuple[str, Ref | None]:
    """The newest sentence of a gist about an event, else the event's own words."""
    for ref, member in reversed(event.members):
        source = sections.merged.source(ref[0])
        if ref[0] in sections.merged.copies:
            continue
        cited = {piece.sentence for piece in member.evidence}
        for at, sentence in enumerate(source.summary.gist, start=1):
            if cited & _sentences(sentence) and len(sentence.text) <= _LONGEST:
                return DATELINE.sub("", sentence.text), (ref[0], f"g{at}")
    return _own_words(event), None


def _own_words(event: MergedEvent) -> str:
    description = event.members[0][1].description
    return f"{description[0].upper()}{description[1:].rstrip('.')}."


def _sentences(item: Item) -> set[int]:
    return {piece.sentence for piece in item.evidence}
