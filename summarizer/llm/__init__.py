"""Asking a model: the only floor that knows providers, Instructor and the embedded engine."""

from summarizer.llm.choosing import Choice
from summarizer.llm.connect import open_model
from summarizer.llm.model import Model
from summarizer.llm.providers import PROVIDERS, ModelName, parse_model

__all__ = ["PROVIDERS", "Choice", "Model", "ModelName", "open_model", "parse_model"]
