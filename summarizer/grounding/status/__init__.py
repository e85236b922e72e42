"""Whether an event took place, read from the wording: verb forms, governing verbs, cues."""

from summarizer.grounding.status.find import status_of

__all__ = ["status_of"]
