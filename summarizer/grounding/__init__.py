"""The heart: a proposal is kept only where the article's own words bear it out."""

from summarizer.grounding.events import told_twice
from summarizer.grounding.ground import Grounded, ground
from summarizer.grounding.numbering import without
from summarizer.grounding.proposing import likely_actors, propose
from summarizer.grounding.reader import read_article
from summarizer.grounding.reading import Reading

__all__ = [
    "Grounded",
    "Reading",
    "ground",
    "likely_actors",
    "propose",
    "read_article",
    "told_twice",
    "without",
]
