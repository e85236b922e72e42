"""The embedded model: its weights, and the engine that runs them in a child process."""

from summarizer.llm.local.engine import Engine, require_engine
from summarizer.llm.local.gguf import check_gguf
from summarizer.llm.local.weights import (
    Weights,
    join_weights,
    require_weights,
    shipped_weights,
    verify_weights,
    weights_path,
)

__all__ = [
    "Engine",
    "Weights",
    "check_gguf",
    "join_weights",
    "require_engine",
    "require_weights",
    "shipped_weights",
    "verify_weights",
    "weights_path",
]
