"""The happenings of one English sentence."""

from __future__ import annotations

from dataclasses import replace

from summarizer.grounding.happenings.english.draft import (
    ABSORBED,
    Draft,
    joined,
    merged,
    with_denials,
)
from summarizer.grounding.happenings.english.frame import Frame
from summarizer.grounding.happenings.english.noun_events import NounEvents
from summarizer.grounding.happenings.english.verb_events import VerbEvents
from summarizer.grounding.happenings.model import weakened


def read_sentence(frame: Frame) -> list[Draft]:
    """All happenings of a sentence, in order of their triggers."""
    _note_subjects(frame)
    verbs = list(VerbEvents(frame).read())
    nouns = list(NounEvents(frame).read(verbs))
    kept = [
        _with_added(d, frame) for d in verbs if d.group is None or d.group.first not in frame.used
    ]
    drafts = sorted([*kept, *nouns], key=lambda draft: draft.trigger)
    return with_denials(merged(drafts, frame.syntax), frame.triggers.stems("denials"))


def _with_added(draft: Draft, frame: Frame) -> Draft:
    """A wish with the types of what is wished for."""
    added = frame.added.get(draft.group.first, []) if draft.group is not None else []
    content = weakened(tuple(added), ABSORBED)
    return replace(draft, candidates=joined(draft.candidates, content)) if content else draft


def _note_subjects(frame: Frame) -> None:
    for group in frame.syntax.verbs:
        if group.kind in ("finite", "copula"):
            subject = frame.subjects.subject(group)
            frame.parties.note(frame.parties.parties(frame.syntax, subject, agentive=True))
