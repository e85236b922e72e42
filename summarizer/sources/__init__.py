"""Where articles come from: addresses, files, folders, patterns, records, standard input."""

from summarizer.sources.found import Options
from summarizer.sources.hashes import HashMap
from summarizer.sources.load import FailedSource, Loaded, RepeatedSource, load, load_all
from summarizer.sources.records import read_mapping

__all__ = [
    "FailedSource",
    "HashMap",
    "Loaded",
    "Options",
    "RepeatedSource",
    "load",
    "load_all",
    "read_mapping",
]
