"""One note over many summaries, whole without a model."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from summarizer._version import __version__
from summarizer.briefing.choosing import choose
from summarizer.briefing.citing import evidence_for, ref_of, sentences_of
from summarizer.briefing.delta import compare_notes
from summarizer.briefing.gaps import find_gaps
from summarizer.briefing.options import Limits, Options
from summarizer.briefing.rules import bottom_line, judgements
from summarizer.briefing.sections import Sections, by_time, write_sections
from summarizer.briefing.sources import list_sources, period_of
from summarizer.briefing.title import title_of
from summarizer.briefing.wording import of_one_wording, wording_problem
from summarizer.merging import Merged, find_disputes, in_order, merge
from summarizer.schema import ArticleSummary, BriefingNote, Caveat, PromptRecord, Run, Usage
from summarizer.schema.brief import BriefActor, BriefPosition, Gap
from summarizer.validation.brief import BriefDocument

NOTHING: Final = "none"
"""The model of a note that none wrote, and its prompt and plan."""


@dataclass(frozen=True)
class Written:
    """A note by rule, and what else could have stood in it."""

    note: BriefingNote
    sections: Sections

    @property
    def merged(self) -> Merged:
        """What the note is made of, with every merge and its reason."""
        return self.sections.merged


def write_note(
    summaries: Sequence[ArticleSummary],
    options: Options,
    *,
    previous: BriefingNote | None = None,
    warnings: Iterable[Caveat] = (),
) -> Written:
    """The note by rule; `warnings` are those of reading the inputs."""
    started, limits = time.monotonic(), options.limits
    kept, told = choose(summaries, options)
    merged = merge(in_order(kept))
    sections = write_sections(merged, find_disputes(merged))
    lead = of_one_wording(bottom_line(sections, limits.bottom_line))
    judged = [point.sentence for point in judgements(sections, limits.judgements, lead)]
    one_wording = of_one_wording([*lead, *judged])[len(lead) :]
    note = BriefingNote(
        title=title_of(sections, options.topic),
        topic=options.topic,
        period=period_of(merged),
        bottom_line=lead,
        judgements=one_wording,
        gaps=_gaps(sections, options),
        sources=list_sources(merged),
        warnings=[*warnings, *told],
        run=_run(time.monotonic() - started),
    )
    _fill(note, sections, limits)
    return Written(finished(note, sections, previous), sections)


def finished(note: BriefingNote, sections: Sections, previous: BriefingNote | None) -> BriefingNote:
    """The note with the words behind its cites, and with what changed since another."""
    note = _with_evidence(note, sections)
    if previous is None:
        return note
    everything = {
        "actors": sections.actors,
        "positions": sections.positions,
        "timeline": sections.timeline,
        "disagreements": sections.disagreements,
        "gaps": find_gaps(sections),
    }
    whole = _with_evidence(note.model_copy(update=everything), sections)
    return compare_notes(note, previous, whole)


def _with_evidence(note: BriefingNote, sections: Sections) -> BriefingNote:
    sources = list(sections.merged.sources)
    return note.model_copy(update={"evidence": evidence_for(_marks(note), sources)})


def _fill(note: BriefingNote, sections: Sections, limits: Limits) -> None:
    """Put in what there is room for, and say what was left out."""
    note.positions = _positions(sections, limits)
    note.timeline = by_time(sections.timeline[: limits.timeline])
    note.disagreements = sections.disagreements[: limits.disagreements]
    note.actors = _actors(note, sections, limits)
    counts = {
        "actors": (len(note.actors), len(sections.actors)),
        "positions": (len(note.positions), len(sections.positions)),
        "events": (len(note.timeline), len(sections.timeline)),
        "disagreements": (len(note.disagreements), len(sections.disagreements)),
    }
    left = [f"{all_ - n} of {all_} {name}" for name, (n, all_) in counts.items() if n < all_]
    if left:
        message = f"{', '.join(left)} left out, the least supported; --length full has all"
        note.warnings.append(Caveat(code="left_out", path="", message=message))


def _positions(sections: Sections, limits: Limits) -> list[BriefPosition]:
    """The clear ones; holders who take a side in the same words count as one."""
    if limits.positions is None:
        return sections.positions
    kept: list[BriefPosition] = []
    rows: set[tuple[str, str, frozenset[tuple[int, int]]]] = set()
    for position in sections.positions:
        if position.position == "neutral" or position.key in sections.unclear:
            continue
        grounds = frozenset(sentences_of(map(ref_of, position.cites), sections.merged))
        rows.add((position.target, position.position, grounds))
        if len(rows) > limits.positions:
            break
        kept.append(position)
    return kept


def _actors(note: BriefingNote, sections: Sections, limits: Limits) -> list[BriefActor]:
    """The most salient, and whoever the rest of the note names."""
    named = {position.holder for position in note.positions}
    for entry in note.timeline:
        named |= {*entry.actors, *entry.recipients}
    most = sections.actors if limits.actors is None else sections.actors[: limits.actors]
    kept = {actor.key for actor in most} | named
    return [actor for actor in sections.actors if actor.key in kept]


def _gaps(sections: Sections, options: Options) -> list[Gap]:
    if not sections.timeline and not sections.positions:
        about = f" about {options.topic}" if options.topic else ""
        count = len(sections.merged.sources)
        told = "The article reports" if count == 1 else f"The {count} articles report"
        text = f"{told} nothing{about}." if count else f"No article{about}."
        return [Gap(key="nothing", text=text)]
    found = [gap for gap in find_gaps(sections) if wording_problem(gap.text) is None]
    return found[: options.limits.gaps]


def _marks(note: BriefingNote) -> set[str]:
    """Every cite of a note; validation walks the same way."""
    return {mark for _, cites in BriefDocument(note).citations() for mark in cites}


def _run(seconds: float) -> Run:
    return Run(
        summarizer=__version__,
        model=NOTHING,
        plan="rules",
        prompt=PromptRecord(name=NOTHING, fingerprint=NOTHING),
        schema_fingerprint=NOTHING,
        sampling={},
        usage=Usage(),
        seconds=round(seconds, 2),
        created=datetime.now(UTC).replace(microsecond=0),
    )
