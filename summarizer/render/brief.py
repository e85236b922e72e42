"""A briefing note as an outline for the text views: bottom line first."""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.ontology import AUTHOR
from summarizer.render.outline import Entry, Outline, Section, Sentence
from summarizer.render.wording import POSITION_TONES, day, run_line, status_tone
from summarizer.schema import BriefingNote, Caveat
from summarizer.schema.brief import BriefSentence, BriefSource, TimelineEntry


def outline_of_brief(note: BriefingNote) -> Outline:
    """Bottom line, judgements, positions, timeline, disagreements, gaps, sources, warnings."""
    known = {AUTHOR: "The articles", **{actor.key: actor.name for actor in note.actors}}
    sections = (
        Section("Key judgements", tuple(map(_judgement, note.judgements))),
        Section("Actors", tuple(_actors(note)), "columns"),
        Section("Positions", tuple(_positions(note, known))),
        Section("Timeline", tuple(_event(entry, known) for entry in note.timeline), "columns"),
        Section("Points of disagreement", tuple(_disagreements(note)), "columns"),
        Section("Not known", tuple(Entry(gap.text, cites=tuple(gap.cites)) for gap in note.gaps)),
        Section("Sources", tuple(map(_source, note.sources)), "columns"),
        Section("Warnings", tuple(map(_warning, note.warnings)), "columns"),
    )
    return Outline(
        title=Sentence(note.title, ()),
        source=note_line(note),
        lead=tuple(Sentence(line.text, tuple(line.cites)) for line in note.bottom_line),
        sections=tuple(section for section in sections if section.entries),
        footer=(run_line(note.run),),
    )


def note_line(note: BriefingNote) -> tuple[str, ...]:
    """Topic, period, and on how many independent reports the note rests."""
    period = note.period
    days = f"{day(period.start)} – {day(period.end)}" if period else None
    independent = sum(source.same_report_as is None for source in note.sources)
    reports = f"{independent} independent report{'' if independent == 1 else 's'}"
    articles = f"{len(note.sources)} article{'' if len(note.sources) == 1 else 's'}"
    return tuple(part for part in (note.topic, days, f"{reports} ({articles})") if part)


def _judgement(sentence: BriefSentence) -> Entry:
    return Entry(sentence.text, cites=tuple(sentence.cites))


def _actors(note: BriefingNote) -> Iterator[Entry]:
    for actor in note.actors:
        also = (f"also {', '.join(actor.aliases)}",) if actor.aliases else ()
        kind = (actor.kind,) if actor.role else ()
        yield Entry(
            actor.name, actor.role or actor.kind, notes=kind + also, cites=tuple(actor.cites)
        )


def _positions(note: BriefingNote, known: dict[str, str]) -> Iterator[Entry]:
    for position in note.positions:
        yield Entry(
            lead=f"{known.get(position.holder, position.holder)} → {position.target}",
            text=position.position,
            tone=POSITION_TONES[position.position],
            claim=position.claim,
            cites=tuple(position.cites),
        )


def _event(entry: TimelineEntry, known: dict[str, str]) -> Entry:
    sides = [
        " & ".join(known.get(key, key) for key in keys) for keys in (entry.actors, entry.recipients)
    ]
    who = f"{sides[0] or '?'} → {sides[1]}" if sides[1] else sides[0]
    return Entry(
        lead=" – ".join(value for value in (entry.value, entry.value_end) if value) or "undated",
        text=entry.description,
        tag="" if entry.status == "occurred" else entry.status,
        tone=status_tone(entry.status),
        notes=tuple(note for note in (entry.type.lower(), who, entry.place) if note),
        cites=tuple(entry.cites),
    )


def _disagreements(note: BriefingNote) -> Iterator[Entry]:
    for point in note.disagreements:
        for index, version in enumerate(point.versions):
            published = (day(version.published),) if version.published else ()
            yield Entry(
                lead=point.about if index == 0 else "",
                text=version.says,
                notes=published + (("newer",) if version.newest else ()),
                cites=tuple(version.cites),
            )


def _warning(caveat: Caveat) -> Entry:
    return Entry(caveat.code, caveat.message, notes=(caveat.path,) if caveat.path else ())


def _source(source: BriefSource) -> Entry:
    article = source.article
    copy = f"same report as {source.same_report_as}" if source.same_report_as else ""
    published = day(article.published) if article.published else ""
    notes = (article.publisher, published, source.descriptor, copy, article.url)
    return Entry(f"[{source.id}]", article.title or article.id, notes=tuple(n for n in notes if n))
