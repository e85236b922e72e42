"""A briefing note as an outline for the text views: bottom line first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from summarizer.render.noteview import added, first_words, own_cites, stands_of, told, when_told
from summarizer.render.outline import Entry, Outline, Quote, Section, Sentence, Table
from summarizer.render.wording import POSITION_TONES, day, run_line, status_tone
from summarizer.schema import BriefingNote, Caveat
from summarizer.schema.brief import BriefSentence, BriefSource, TimelineEntry

_KINDS: Final = {"quantity": "number", "correction": "number, corrected"}


def outline_of_brief(note: BriefingNote) -> Outline:
    """Bottom line, judgements, positions, timeline, disagreements, gaps, sources, warnings."""
    sections = (
        Section(
            "Key judgements", tuple(_judgement(line, note) for line in note.judgements), "columns"
        ),
        Section("Since the earlier note", tuple(_changes(note)), "columns"),
        Section("Actors", tuple(_actors(note)), "inline"),
        Section("Positions", table=_positions(note)),
        Section("Timeline", tuple(_event(entry, note) for entry in note.timeline), "columns"),
        Section("Points of disagreement", tuple(_disagreements(note))),
        Section(
            "Not known",
            tuple(Entry("", gap.text, cites=own_cites(gap.cites, note)) for gap in note.gaps),
            "columns",
        ),
        Section("Sources", tuple(map(_source, note.sources)), "columns"),
        Section("Warnings", tuple(map(_warning, note.warnings)), "columns"),
    )
    return Outline(
        title=Sentence(note.title, ()),
        source=note_line(note),
        lead=tuple(Sentence(line.text, own_cites(line.cites, note)) for line in note.bottom_line),
        sections=tuple(section for section in sections if section.entries or section.table),
        footer=(run_line(note.run),),
    )


def note_line(note: BriefingNote) -> tuple[str, ...]:
    """Topic, period, and on how many independent reports the note rests."""
    period = note.period
    days = None
    if period is not None:
        one_day = period.start == period.end
        days = day(period.start) if one_day else f"{day(period.start)} – {day(period.end)}"
    independent = sum(source.same_report_as is None for source in note.sources)
    reports = f"{independent} independent report{'' if independent == 1 else 's'}"
    articles = f"{len(note.sources)} article{'' if len(note.sources) == 1 else 's'}"
    counts = None if reports in note.title else f"{reports} ({articles})"
    topic = note.topic if note.topic and note.topic not in note.title else None
    return tuple(part for part in (topic, days, counts) if part)


def _judgement(sentence: BriefSentence, note: BriefingNote) -> Entry:
    return Entry("", sentence.text, cites=own_cites(sentence.cites, note))


def _changes(note: BriefingNote) -> Iterator[Entry]:
    """What is new, changed or gone since an earlier note."""
    if note.delta is None:
        return
    said = {actor.key: actor.name for actor in note.actors}
    said |= {entry.key: entry.description for entry in note.timeline}
    said |= {point.key: f"{point.target}: {point.position}" for point in note.positions}
    said |= {point.key: point.about for point in note.disagreements}
    said |= {gap.key: gap.text for gap in note.gaps}
    for lead, keys in (("new", note.delta.new), ("changed", note.delta.changed)):
        for key in keys:
            yield Entry(lead, said.get(key, key))
    gone = len(note.delta.withdrawn)
    if gone:
        yield Entry("withdrawn", f"{gone} item{'' if gone == 1 else 's'} of the earlier note")
    if not (note.delta.new or note.delta.changed or gone):
        yield Entry("unchanged", "nothing is new, changed or withdrawn")


def _actors(note: BriefingNote) -> Iterator[Entry]:
    for actor in note.actors:
        also = (f"also {', '.join(actor.aliases)}",) if actor.aliases else ()
        yield Entry(
            actor.name, actor.role or actor.kind, notes=also, cites=own_cites(actor.cites, note)
        )


def _positions(note: BriefingNote) -> Table | None:
    """Actor, issue, position and the words that express it."""
    stands = stands_of(note)
    if not stands:
        return None
    rows = [
        (
            ", ".join(stand.holders),
            stand.target,
            stand.position,
            f"{stand.words} {' '.join(f'[{mark}]' for mark in own_cites(stand.cites, note))}",
        )
        for stand in stands
    ]
    return Table(
        header=("Actor", "Issue", "Position", "Quote"),
        rows=tuple(rows),
        tones=tuple(POSITION_TONES[stand.position] for stand in stands),
        toned=2,
    )


def _event(entry: TimelineEntry, note: BriefingNote) -> Entry:
    return Entry(
        lead=when_told(entry),
        text=told(entry),
        tag="" if entry.status == "occurred" else entry.status,
        tone=status_tone(entry.status),
        notes=tuple(added(entry, note)),
        cites=own_cites(entry.cites, note),
    )


def _disagreements(note: BriefingNote) -> Iterator[Entry]:
    """Each point with its versions, one below the other, in their own words."""
    words = note.words()
    for point in note.disagreements:
        quotes = []
        for version in point.versions:
            published = f", {day(version.published)}" if version.published else ""
            newest = ", newer" if version.newest else ""
            label = f"{version.says}{published}{newest}"
            marks = "] [".join(own_cites(version.cites, note))
            quotes.append(Quote(marks, first_words(words, version.cites) or "", label=label))
        yield Entry(point.about, _KINDS.get(point.kind, point.kind), quotes=tuple(quotes))


def _warning(caveat: Caveat) -> Entry:
    return Entry(caveat.code, caveat.message, notes=(caveat.path,) if caveat.path else ())


def _source(source: BriefSource) -> Entry:
    article = source.article
    copy = f"same report as {source.same_report_as}" if source.same_report_as else ""
    published = day(article.published) if article.published else ""
    notes = (article.publisher, published, source.descriptor, copy, article.url)
    return Entry(f"[{source.id}]", article.title or article.id, notes=tuple(n for n in notes if n))
