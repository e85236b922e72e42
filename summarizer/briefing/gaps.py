"""What is not known: what the articles say of it, and what a reader would look for in vain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from summarizer.briefing.citing import cites, items_of
from summarizer.briefing.keys import Keys, gist_of
from summarizer.briefing.sections import Sections
from summarizer.briefing.sources import name_of_source
from summarizer.briefing.words import words
from summarizer.merging import Merged, Ref, Source
from summarizer.render.wording import TO_COME, without_dateline
from summarizer.schema.brief import Gap

_FIRST: Final = 3


def find_gaps(sections: Sections) -> list[Gap]:
    """What the articles call unknown, who does not answer, which main events are in one report."""
    keys = Keys()
    found = [*_said(sections.merged), *_silent(sections.merged), *_alone(sections)]
    return [
        Gap(key=keys.of("gaps", gist_of(text)), text=text, cites=marks) for text, marks in found
    ]


def _said(merged: Merged) -> Iterator[tuple[str, list[str]]]:
    """Sentences in which an article says that something is not known, each once."""
    told: set[str] = set()
    for source in merged.sources:
        if source.number in merged.copies:
            continue
        for number, sentence in _sentences(source):
            bare = without_dateline(" ".join(sentence.split()))
            if words().unknown.search(bare) and gist_of(bare) not in told:
                told.add(gist_of(bare))
                yield f"{bare} ({_named(source)})", cites(_items_in(source, number))


def _silent(merged: Merged) -> Iterator[tuple[str, list[str]]]:
    """Who is accused, named, and nowhere heard."""
    speakers = {(s.number, said.speaker) for s in merged.sources for said in s.summary.statements}
    for event in merged.events:
        if event.members[0][1].type != "ACCUSE":
            continue
        for number in event.recipients:
            actor = merged.actors[number]
            named = any(word[0].isupper() for word in actor.name.split())
            if named and actor.members[0][1].kind != "group" and not speakers & set(actor.refs):
                text = f"No article reports what {actor.name} says to the accusation."
                yield text, cites(event.refs)


def _alone(sections: Sections) -> Iterator[tuple[str, list[str]]]:
    """Events of the first rank that one report alone gives, though another is no older."""
    merged = sections.merged
    for entry in sections.timeline[:_FIRST]:
        event = sections.events[entry.key]
        tellers = {merged.report_of(number) for number, _ in event.refs}
        if len(tellers) > 1 or entry.status in TO_COME:
            continue
        days = {n: s.day for n in tellers if (s := merged.source(n)).day is not None}
        first = min(days.values(), default=None)
        if _others_since(first, tellers, merged):
            name = name_of_source(merged.source(min(tellers)))
            text = f"No other report bears out what {name} says: {entry.description}."
            yield text, cites(event.refs)


def _others_since(day: date | None, tellers: set[int], merged: Merged) -> bool:
    """Whether another independent report appeared that day or later, and could have told it."""
    return any(
        day is None or source.day is None or source.day >= day
        for source in merged.sources
        if merged.report_of(source.number) not in tellers
    )


def _sentences(source: Source) -> Iterator[tuple[int, str]]:
    article = source.summary.article
    if article.text is None:
        items = (*source.summary.statements, *source.summary.events)
        yield from sorted({(e.sentence, e.quote) for item in items for e in item.evidence})
        return
    for number, (start, end) in enumerate(article.sentences, start=1):
        if number not in article.boilerplate:
            yield number, article.text[start:end]


def _items_in(source: Source, number: int) -> list[Ref]:
    items = items_of(source.summary)
    return [
        (source.number, id_)
        for id_, item in items.items()
        if id_[0] in "eqs" and any(piece.sentence == number for piece in item.evidence)
    ]


def _named(source: Source) -> str:
    """Who said it and when: what is not known on one day may be known on the next."""
    name = name_of_source(source)
    return f"{name}, {source.day}" if source.day is not None else name
