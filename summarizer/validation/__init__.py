"""Check summaries and briefing notes offline: no model, no key, no network."""

from summarizer.validation.api import validate

__all__ = ["validate"]
