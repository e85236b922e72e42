"""Happenings: what an article tells to have happened, read by code from its words."""

from summarizer.grounding.happenings.find import find_happenings, speaks
from summarizer.grounding.happenings.model import Candidate, Happening, Party

__all__ = ["Candidate", "Happening", "Party", "find_happenings", "speaks"]
