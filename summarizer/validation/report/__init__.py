"""Findings in the forms that people and CI systems read."""

from summarizer.validation.report.base import Counts, Reporter
from summarizer.validation.report.formats import FORMATS, make_reporter

__all__ = ["FORMATS", "Counts", "Reporter", "make_reporter"]
