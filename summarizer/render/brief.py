"""A briefing note as an outline for the text views: bottom line first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from summarizer.ontology import AUTHOR
from summarizer.render.outline import Entry, Outline, Quote, Section, Sentence, Table
from summarizer.render.wording import POSITION_TONES, day, run_line, status_tone
from summarizer.schema import BriefingNote, Caveat, Evidence
from summarizer.schema.brief import BriefSentence, BriefSource, TimelineEntry


def outline_of_brief(note: BriefingNote) -> Outline:
    """Bottom line, judgements, positions, timeline, disagreements, gaps, sources, warnings."""
    known = {AUTHOR: "The articles", **{actor.key: actor.name for actor in note.actors}}
    sections = (
        Section("Key judgements", tuple(map(_judgement, note.judgements)), "columns"),
        Section("Since the earlier note", tuple(_changes(note)), "columns"),
        Section("Actors", tuple(_actors(note)), "columns"),
        Section("Positions", table=_positions(note, known)),
        Section("Timeline", tuple(_event(entry, known) for entry in note.timeline), "columns"),
        Section("Points of disagreement", tuple(_disagreements(note))),
        Section(
            "Not known",
            tuple(Entry("", gap.text, cites=tuple(gap.cites)) for gap in note.gaps),
            "columns",
        ),
        Section("Sources", tuple(map(_source, note.sources)), "columns"),
        Section("Warnings", tuple(map(_warning, note.warnings)), "columns"),
    )
    return Outline(
        title=Sentence(note.title, ()),
        source=note_line(note),
        lead=tuple(Sentence(line.text, tuple(line.cites)) for line in note.bottom_line),
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


def _first_words(words: dict[str, list[Evidence]], cites: Iterable[str]) -> str | None:
    """The first words that some cites rest on; None where the note does not hold them."""
    return next((piece.quote for mark in cites for piece in words.get(mark, ())), None)


def _judgement(sentence: BriefSentence) -> Entry:
    return Entry("", sentence.text, cites=tuple(sentence.cites))


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
        kind = (actor.kind,) if actor.role else ()
        yield Entry(
            actor.name, actor.role or actor.kind, notes=kind + also, cites=tuple(actor.cites)
        )


def _positions(note: BriefingNote, known: dict[str, str]) -> Table | None:
    """Actor, issue, position and the words that express it."""
    if not note.positions:
        return None
    rows, known_words = [], note.words()
    for held in note.positions:
        words = _first_words(known_words, held.cites) or held.claim
        marks = " ".join(f"[{mark}]" for mark in held.cites)
        rows.append(
            (known.get(held.holder, held.holder), held.target, held.position, f"{words} {marks}")
        )
    return Table(
        header=("Actor", "Issue", "Position", "Quote"),
        rows=tuple(rows),
        tones=tuple(POSITION_TONES[held.position] for held in note.positions),
        toned=2,
    )


def _event(entry: TimelineEntry, known: dict[str, str]) -> Entry:
    sides = [
        " & ".join(known.get(key, key) for key in keys) for keys in (entry.actors, entry.recipients)
    ]
    kind = "" if entry.type == "OTHER" else entry.type.lower()
    who = f"{sides[0] or '?'} → {sides[1]}" if sides[1] else sides[0]
    return Entry(
        lead=" – ".join(value for value in (entry.value, entry.value_end) if value) or "undated",
        text=entry.description,
        tag="" if entry.status == "occurred" else entry.status,
        tone=status_tone(entry.status),
        notes=tuple(note for note in (kind, who, entry.place) if note),
        cites=tuple(entry.cites),
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
            marks = "] [".join(version.cites)
            quotes.append(Quote(marks, _first_words(words, version.cites) or "", label=label))
        yield Entry(point.about, point.kind, quotes=tuple(quotes))


def _warning(caveat: Caveat) -> Entry:
    return Entry(caveat.code, caveat.message, notes=(caveat.path,) if caveat.path else ())


def _source(source: BriefSource) -> Entry:
    article = source.article
    copy = f"same report as {source.same_report_as}" if source.same_report_as else ""
    published = day(article.published) if article.published else ""
    notes = (article.publisher, published, source.descriptor, copy, article.url)
    return Entry(f"[{source.id}]", article.title or article.id, notes=tuple(n for n in notes if n))
