"""Whether an event took place, read from the wording: verb forms, governing verbs, cues."""

from summarizer.grounding.status.find import denial_of_report, status_of

__all__ = ["denial_of_report", "status_of"]
