"""What is not known: what the articles say of it, and what a reader would look for in vain."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from summarizer.briefing.citing import cites, items_of
from summarizer.briefing.keys import Keys, gist_of
from summarizer.briefing.sections import Sections
from summarizer.merging import Merged, Ref, Source
from summarizer.schema.brief import Gap

DATELINE = re.compile(r"^[^—–]{3,80}[—–]\s+(?=[A-Z\"“])")
"""City, day and agency before the first sentence of a body."""


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
            bare = DATELINE.sub("", " ".join(sentence.split()))
            if _cues().search(bare) and gist_of(bare) not in told:
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
    """Events of the first rank that one report alone gives, though there are several."""
    merged = sections.merged
    if len(merged.sources) - len(merged.copies) < 2:
        return
    for entry in sections.timeline[:3]:
        event = sections.events[entry.key]
        if merged.reports(event.refs) == 1:
            yield f"One report alone says: {entry.description}.", cites(event.refs)


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
    article = source.summary.article
    return article.publisher or f"n{source.number}"


@cache
def _cues() -> re.Pattern[str]:
    table = tomllib.loads(files(__package__).joinpath("gaps.en.toml").read_text("utf-8"))
    return re.compile("|".join(rf"\b{re.escape(cue)}\b" for cue in table["said"]), re.IGNORECASE)
