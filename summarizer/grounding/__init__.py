"""The heart: a proposal is kept only where the article's own words bear it out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.grounding.events import told_twice
    from summarizer.grounding.failing import Failing, amended
    from summarizer.grounding.grounded import Grounded, ground
    from summarizer.grounding.numbering import without
    from summarizer.grounding.proposing import likely_actors, propose
    from summarizer.grounding.reader import read_article
    from summarizer.grounding.reading import Reading
    from summarizer.grounding.targets import Candidate, Voice, find_voices, names_targets
    from summarizer.grounding.wording import one_by_one

# Names are found when they are first used: `validate` needs a few modules of this floor only.
_HOMES = {
    "Candidate": "targets",
    "Failing": "failing",
    "Grounded": "grounded",
    "Reading": "reading",
    "Voice": "targets",
    "amended": "failing",
    "find_voices": "targets",
    "ground": "grounded",
    "likely_actors": "proposing",
    "names_targets": "targets",
    "one_by_one": "wording",
    "propose": "proposing",
    "read_article": "reader",
    "told_twice": "events",
    "without": "numbering",
}

__all__ = [
    "Candidate",
    "Failing",
    "Grounded",
    "Reading",
    "Voice",
    "amended",
    "find_voices",
    "ground",
    "likely_actors",
    "names_targets",
    "one_by_one",
    "propose",
    "read_article",
    "told_twice",
    "without",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
