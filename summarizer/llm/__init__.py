"""Asking a model: the only floor that knows providers, Instructor and the embedded engine."""

import logging

from summarizer.llm.budget import Spending
from summarizer.llm.choosing import Choice
from summarizer.llm.connect import is_embedded, open_model, weights_of
from summarizer.llm.model import Model
from summarizer.llm.pace import Pace
from summarizer.llm.providers import PROVIDERS, ModelName, parse_model

# What goes wrong is told once, by our errors and events; Instructor logs it besides.
logging.getLogger("instructor").addHandler(logging.NullHandler())
logging.getLogger("instructor").propagate = False

__all__ = [
    "PROVIDERS",
    "Choice",
    "Model",
    "ModelName",
    "Pace",
    "Spending",
    "is_embedded",
    "open_model",
    "parse_model",
    "weights_of",
]
