"""A summary as an outline for the text views."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summarizer.render.outline import Entry, Outline, Quote, Section, Sentence
from summarizer.render.places import text_link
from summarizer.render.wording import (
    POSITION_TONES,
    doubt,
    kind_of_event,
    names,
    parties,
    reviewed,
    run_line,
    source_line,
    status_tone,
    timeline,
    when,
)
from summarizer.schema import (
    Actor,
    ArticleRecord,
    ArticleSummary,
    Caveat,
    CitedText,
    Event,
    Item,
    Stance,
    Statement,
)


def outline_of_summary(summary: ArticleSummary) -> Outline:
    """Headline, source, gist, then everything with its quotes, and the warnings last."""
    known = names(summary)
    address = summary.article.url
    sections = (
        Section("Actors", tuple(map(_actor, summary.actors)), "columns"),
        Section("Statements", tuple(_statements(summary.statements, known))),
        Section("Positions", tuple(_stance(stance, known) for stance in summary.stances)),
        Section(
            "Timeline",
            tuple(_event(event, known) for event in timeline(summary.events)),
            "columns",
        ),
        Section("Also cited", tuple(_unquoted(summary)), "columns"),
        Section("Warnings", tuple(map(_warning, summary.warnings)), "columns"),
    )
    return Outline(
        title=_title(summary),
        source=source_line(summary.article),
        lead=tuple(map(_sentence, summary.gist)),
        sections=tuple(_linked(section, address) for section in sections if section.entries),
        footer=(*_unused(summary.article), run_line(summary.run)),
    )


def _linked(section: Section, address: str | None) -> Section:
    """The section with every quote linked to its words in the published article."""
    entries = (
        replace(
            entry,
            quotes=tuple(replace(q, link=text_link(address, q.text)) for q in entry.quotes),
        )
        for entry in section.entries
    )
    return replace(section, entries=tuple(entries))


def _title(summary: ArticleSummary) -> Sentence:
    if summary.headline is not None:
        return _sentence(summary.headline)
    return Sentence(summary.article.title or "Untitled article", ())


def _sentence(item: CitedText) -> Sentence:
    return Sentence(item.text, _marks(item))


def _actor(actor: Actor) -> Entry:
    also = f"also {', '.join(actor.aliases)}" if actor.aliases else ""
    return Entry(
        lead=actor.name,
        text=actor.role or actor.kind,
        notes=_said(actor.kind if actor.role else "", also, reviewed(actor)),
        cites=_marks(actor),
    )


def _statements(statements: Iterable[Statement], known: dict[str, str]) -> Iterator[Entry]:
    """One entry a speaker, in the order in which they first speak."""
    by_speaker: dict[str, list[Statement]] = {}
    for statement in statements:
        by_speaker.setdefault(statement.speaker, []).append(statement)
    for speaker, said in by_speaker.items():
        quotes = tuple(
            Quote(quote.mark, quote.text, label=statement.cue)
            for statement in said
            for quote in _quotes(statement)
        )
        notes = _said(*(reviewed(statement) for statement in said))
        yield Entry(lead=known.get(speaker, speaker), notes=notes, quotes=quotes)


def _stance(stance: Stance, known: dict[str, str]) -> Entry:
    repeated = stance.claim.rstrip(".") in {piece.quote.rstrip(".") for piece in stance.evidence}
    return Entry(
        lead=f"{known.get(stance.holder, stance.holder)} → {stance.target}",
        text=stance.position,
        tone=POSITION_TONES[stance.position],
        notes=_said(doubt(stance.margin), reviewed(stance)),
        claim="" if repeated else stance.claim,
        quotes=_quotes(stance),
    )


def _event(event: Event, known: dict[str, str]) -> Entry:
    return Entry(
        lead=when(event.time),
        text=event.description,
        tag="" if event.status == "occurred" else event.status,
        tone=status_tone(event.status),
        notes=_said(
            f"“{event.time.text}”" if event.time else "",
            kind_of_event(event),
            parties(event, known),
            event.place.text if event.place else "",
            doubt(event.margin),
            reviewed(event),
        ),
        quotes=_quotes(event),
    )


def _warning(caveat: Caveat) -> Entry:
    return Entry(lead=caveat.code, text=caveat.message, notes=_said(caveat.path))


def _unquoted(summary: ArticleSummary) -> Iterator[Entry]:
    """What is cited by number only and stands nowhere else in the view."""
    quoting = (*summary.statements, *summary.stances, *summary.events)
    shown = {piece.quote for item in quoting for piece in item.evidence}
    cited_texts = (*summary.gist, *([summary.headline] if summary.headline else []))
    shown |= {item.text for item in cited_texts}
    pieces = {
        (piece.start, piece.end): piece
        for item in (*cited_texts, *summary.actors)
        for piece in item.evidence
        if piece.quote not in shown
    }
    for _, piece in sorted(pieces.items()):
        yield Entry(lead=f"[{piece.sentence}]", text=piece.quote)


def _unused(article: ArticleRecord) -> tuple[str, ...]:
    if not article.unused:
        return ()
    total, left = len(article.sentences), article.unused
    return (f"{len(left)} of {total} sentences cited by nothing: {', '.join(map(str, left))}",)


def _quotes(item: Item) -> tuple[Quote, ...]:
    return tuple(Quote(str(piece.sentence), piece.quote) for piece in item.evidence)


def _marks(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(piece.sentence) for piece in item.evidence))


def _said(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)
