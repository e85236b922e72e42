"""Where articles come from: files, folders, patterns, JSON and JSONL, standard input."""

from summarizer.sources.load import FailedSource, Loaded, load, load_all

__all__ = ["FailedSource", "Loaded", "load", "load_all"]
