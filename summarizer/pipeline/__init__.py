"""The floor that turns one article into one summary."""

from summarizer.pipeline.api import open_summarizer, summarize, summarize_async
from summarizer.pipeline.article import Summarizer
from summarizer.pipeline.dry import DryModel, rehearse
from summarizer.pipeline.plans import PLANS, Plan, plan_for

__all__ = [
    "PLANS",
    "DryModel",
    "Plan",
    "Summarizer",
    "open_summarizer",
    "plan_for",
    "rehearse",
    "summarize",
    "summarize_async",
]
