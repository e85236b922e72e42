"""Many articles, one note that can be checked."""

from summarizer.briefing.api import brief, brief_async
from summarizer.briefing.inputs import Refused, read_inputs
from summarizer.briefing.note import Written, write_note
from summarizer.briefing.options import LENGTHS, Options
from summarizer.briefing.work import BriefWork

__all__ = [
    "LENGTHS",
    "BriefWork",
    "Options",
    "Refused",
    "Written",
    "brief",
    "brief_async",
    "read_inputs",
    "write_note",
]
