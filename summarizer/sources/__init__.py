"""Where articles come from: addresses, files, folders, patterns, records, standard input."""

from summarizer.sources.found import Options
from summarizer.sources.hashes import HashMap
from summarizer.sources.load import FailedSource, Loaded, OwnOutput, RepeatedSource, load, load_all
from summarizer.sources.records import read_mapping

__all__ = [
    "FailedSource",
    "HashMap",
    "Loaded",
    "Options",
    "OwnOutput",
    "RepeatedSource",
    "load",
    "load_all",
    "read_mapping",
]
