"""The happenings of one English sentence."""

from __future__ import annotations

from summarizer.grounding.happenings.english.draft import Draft, merged, with_denials
from summarizer.grounding.happenings.english.frame import Frame
from summarizer.grounding.happenings.english.noun_events import NounEvents
from summarizer.grounding.happenings.english.verb_events import VerbEvents


def read_sentence(frame: Frame) -> list[Draft]:
    """All happenings of a sentence, in order of their triggers."""
    _note_subjects(frame)
    verbs = list(VerbEvents(frame).read())
    nouns = list(NounEvents(frame).read(verbs))
    kept = [d for d in verbs if d.group is None or d.group.first not in frame.used]
    drafts = sorted([*kept, *nouns], key=lambda draft: draft.trigger)
    return with_denials(merged(drafts, frame.syntax), frame.triggers.stems("denials"))


def _note_subjects(frame: Frame) -> None:
    for group in frame.syntax.verbs:
        if group.kind in ("finite", "copula"):
            subject = frame.subjects.subject(group)
            frame.parties.note(frame.parties.parties(frame.syntax, subject, agentive=True))
