"""What the page of a note shows: claims that open their quotes, two drawings, a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from summarizer.render.brief import note_line
from summarizer.render.notecharts import Line, Matrix, day_line, position_matrix
from summarizer.render.noteview import Stand, added, names_in, stands_of, told, when_told
from summarizer.render.wording import day, run_line, status_tone
from summarizer.schema import BriefingNote, Evidence
from summarizer.schema.brief import BriefSource, TimelineEntry


@dataclass(frozen=True, slots=True)
class Proof:
    """Words of one article behind a claim."""

    mark: str
    evidence: Evidence
    source: BriefSource


@dataclass(frozen=True, slots=True)
class NotePage:
    """Everything the template asks for."""

    note: BriefingNote
    source: tuple[str, ...]
    names: dict[str, str]
    line: Line | None
    matrix: Matrix | None
    changed: dict[str, str]
    """By key: "new" or "changed"."""
    words: dict[str, list[Evidence]]
    run_line: str
    stands: list[Stand]

    when = staticmethod(when_told)
    told = staticmethod(told)
    tone = staticmethod(status_tone)
    day = staticmethod(day)

    def named(self, keys: Iterable[str]) -> str:
        """The names of actors, joined."""
        return " & ".join(self.names.get(key, key) for key in keys)

    def added(self, event: TimelineEntry) -> str:
        """What the words of an event leave out."""
        return " · ".join(added(event, self.note))

    def proofs(self, cites: Iterable[str]) -> list[Proof]:
        """The words that some cites rest on, each once; of a report not those of its copies."""
        return list(self._proofs(cites))

    def cited(self, cites: Iterable[str]) -> list[BriefSource]:
        """The articles that some cites are to, each once."""
        numbers = {mark.partition(":")[0] for mark in cites}
        return [source for source in self.note.sources if source.id in numbers]

    @staticmethod
    def publisher(source: BriefSource) -> str:
        """Who published an article; without a name its title, or its id."""
        article = source.article
        return article.publisher or article.title or article.id

    def _proofs(self, cites: Iterable[str]) -> Iterator[Proof]:
        sources = {source.id: source for source in self.note.sources}
        seen: set[tuple[str, int, int]] = set()
        for mark in cites:
            number = mark.partition(":")[0]
            for piece in self.words.get(mark, ()):
                place = (number, piece.start, piece.end)
                if place in seen or number not in sources:
                    continue
                seen.add(place)
                original = sources[number].same_report_as
                if original is None or not any(known == original for known, _, _ in seen):
                    yield Proof(mark, piece, sources[number])


def page_of(note: BriefingNote) -> NotePage:
    """The view of a note for its page."""
    names = names_in(note)
    changed: dict[str, str] = {}
    if note.delta is not None:
        changed = {
            **dict.fromkeys(note.delta.new, "new"),
            **dict.fromkeys(note.delta.changed, "changed"),
        }
    return NotePage(
        note=note,
        source=note_line(note),
        names=names,
        line=day_line(note),
        matrix=position_matrix(note, names),
        changed=changed,
        words=note.words(),
        run_line=run_line(note.run),
        stands=stands_of(note),
    )
