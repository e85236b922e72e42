"""The article: a text that is fixed once, cut into numbered sentences, and knows itself."""

from summarizer.article.build import build_article
from summarizer.article.model import Article, Metadata, Sentence

__all__ = ["Article", "Metadata", "Sentence", "build_article"]
