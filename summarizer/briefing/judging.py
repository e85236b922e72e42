"""What a reader must know besides the news, by kind: differences, sides, accusations, plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from summarizer.briefing.citing import cites, items_of, ref_of
from summarizer.briefing.contested import one_sided
from summarizer.briefing.sections import Sections
from summarizer.briefing.sources import name_of_source
from summarizer.briefing.words import stands_alone
from summarizer.merging import Dispute, days_of
from summarizer.ontology import AUTHOR
from summarizer.render.wording import TO_COME, without_dateline
from summarizer.schema import Event
from summarizer.schema.brief import BriefPosition, BriefSentence, TimelineEntry

_LONGEST: Final = 320
_SIDES: Final = {"favor": "for it", "against": "against it", "mixed": "of two minds"}
_STANDS: Final = {"favor": "for", "against": "against", "mixed": "of two minds about"}
_NAMED: Final = 3
"""Holders named on one side of an issue."""


@dataclass(frozen=True)
class Point:
    """Something worth a judgement: its sentence by rule, and what a model is shown of it."""

    sentence: BriefSentence
    parts: tuple[BriefSentence, ...] = ()

    @property
    def shown(self) -> tuple[BriefSentence, ...]:
        """The parts, else the sentence itself."""
        return self.parts or (self.sentence,)


def groups_of(sections: Sections, said: set[str]) -> tuple[list[Point], ...]:
    """The points of each kind, the weightiest first; `said` are cites that are used already."""
    return (
        list(_differences(sections)),
        list(_sides(sections)),
        list(_accusations(sections, said)),
        list(_plans(sections, said)),
        list(_borne_out(sections, said)),
    )


def difference(dispute: Dispute, sections: Sections) -> BriefSentence:
    """One point of disagreement in a sentence: who says what, which is the newest."""
    sides = []
    for side in dispute.sides:
        numbers = dict.fromkeys(number for number, _ in side.refs)
        who = dict.fromkeys(name_of_source(sections.merged.source(n)) for n in numbers)
        newest = "the newest, " if side.newest else ""
        says = side.says
        if dispute.kind in ("quantity", "correction"):
            says = f"{says[0].lower()}{says[1:]}"
        sides.append(f"{newest}{says} ({', '.join(who)})")
    return BriefSentence(
        text=f"Reports differ on {dispute.about}: {'; '.join(sides)}.",
        cites=cites(ref for side in dispute.sides for ref in side.refs),
    )


def in_own_words(event: Event) -> str:
    """What an article calls the event, as a sentence."""
    return _sentence(event.description)


def _differences(sections: Sections) -> Iterator[Point]:
    ranked = sorted(sections.disputes, key=lambda d: (-sections.merged.reports(d.of), d.of))
    yield from (Point(difference(dispute, sections)) for dispute in ranked)


def _sides(sections: Sections) -> Iterator[Point]:
    """Issues on which holders stand against each other, then sides that two reports bear out."""
    issues: dict[str, list[BriefPosition]] = {}
    for position in sections.positions:
        clear = position.position != "neutral" and position.key not in sections.unclear
        if clear and position.holder != AUTHOR:
            issues.setdefault(position.target, []).append(position)
    opposed, agreed = [], []
    for issue, held in issues.items():
        sides: dict[str, list[BriefPosition]] = {}
        for position in held:
            sides.setdefault(position.position, []).append(position)
        if len(sides) > 1:
            opposed.append(_opposed(issue, sides, sections))
        elif sections.merged.reports(ref_of(mark) for one in held for mark in one.cites) > 1:
            agreed.append(Point(_agreed(issue, held, sections)))
    yield from (*opposed, *agreed)


def _opposed(issue: str, sides: dict[str, list[BriefPosition]], sections: Sections) -> Point:
    """Who is for and who against; a model is shown one sentence of each side."""
    told = "; ".join(f"{_holders(held, sections)} {_SIDES[side]}" for side, held in sides.items())
    every = [position for held in sides.values() for position in held]
    sentence = BriefSentence(text=f"Positions on {issue} are opposed: {told}.", cites=_marks(every))
    parts = [_quoted(held[0].cites, sections) for held in sides.values()]
    usable = all(len(part.text) <= _LONGEST and stands_alone(part.text) for part in parts)
    return Point(sentence, tuple(parts) if usable else ())


def _agreed(issue: str, held: list[BriefPosition], sections: Sections) -> BriefSentence:
    marks = _marks(held)
    verb = "is" if len({position.holder for position in held}) == 1 else "are"
    reports = f"{sections.merged.reports(map(ref_of, marks))} independent reports"
    side = f"{_STANDS[held[0].position]} {issue}"
    return BriefSentence(
        text=f"{_holders(held, sections)} {verb} {side}, by {reports}.", cites=marks
    )


def _holders(held: list[BriefPosition], sections: Sections) -> str:
    names = {actor.key: actor.name for actor in sections.actors}
    return _listed([names[position.holder] for position in held])


def _marks(held: list[BriefPosition]) -> list[str]:
    return list(dict.fromkeys(mark for position in held for mark in position.cites))


def _quoted(marks: list[str], sections: Sections) -> BriefSentence:
    """The words of the first cite, as a sentence."""
    number, id_ = ref_of(marks[0])
    quote = items_of(sections.merged.source(number).summary)[id_].evidence[0].quote
    return BriefSentence(text=without_dateline(" ".join(quote.split())), cites=marks[:1])


def _accusations(sections: Sections, said: set[str]) -> Iterator[Point]:
    """Who blames whom, in a sentence of an article that stands alone."""
    for entry in sections.timeline:
        if entry.type != "ACCUSE" or not entry.recipients or not said.isdisjoint(entry.cites):
            continue
        for mark in entry.cites:
            told = _quoted([mark], sections)
            fits = len(told.text) <= _LONGEST and stands_alone(told.text)
            if fits and one_sided(told.text, [mark], sections) is None:
                yield Point(told)
                break


def _plans(sections: Sections, said: set[str]) -> Iterator[Point]:
    """What is to come after the last article."""
    days = [source.day for source in sections.merged.sources if source.day is not None]
    for entry in sections.timeline:
        value = entry.value_end or entry.value
        ahead = days_of(value) if value and days else None
        new = said.isdisjoint(entry.cites)
        if entry.status in TO_COME and new and ahead is not None and ahead[1] > max(days):
            yield Point(BriefSentence(text=_sentence(_dated(entry)), cites=entry.cites))


def _borne_out(sections: Sections, said: set[str]) -> Iterator[Point]:
    """Events that more than one independent report tells."""
    for entry in sections.timeline:
        event = sections.events[entry.key]
        count = sections.merged.reports(event.refs)
        disputed = one_sided(entry.description, entry.cites, sections) is not None
        if count > 1 and said.isdisjoint(entry.cites) and not disputed:
            text = f"{count} independent reports say: {entry.description}."
            yield Point(BriefSentence(text=text, cites=entry.cites))


def _dated(entry: TimelineEntry) -> str:
    """A plan with its day, since "on Sunday" means nothing to a later reader."""
    value = entry.value or ""
    whole = days_of(value) if len(value) >= len(date.min.isoformat()) else None
    return f"{entry.description.rstrip('.')} ({value[:10]})" if whole else entry.description


def _listed(names: list[str]) -> str:
    """Names as a sentence lists them, with a count of those past the third."""
    shown, more = list(dict.fromkeys(names)), 0
    if len(shown) > _NAMED:
        shown, more = shown[:_NAMED], len(shown) - _NAMED
    last = f"{more} other{'' if more == 1 else 's'}" if more else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:].rstrip('.')}."
