"""Each article once: by the id it carries, its canonical address, and the hash of its text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.article import Article, Metadata


@dataclass
class Seen:
    """The articles met so far; what the user gave for all of them tells none apart."""

    given: Metadata
    _sources: dict[int, str] = field(default_factory=dict)
    """By the hash of each key, which takes a quarter of its memory."""

    def before(self, article: Article) -> str | None:
        """The source of the same article met before, or None; the article is then remembered."""
        keys = list(map(hash, self._keys(article)))
        first = next((self._sources[key] for key in keys if key in self._sources), None)
        for key in keys:
            self._sources.setdefault(key, sys.intern(article.metadata.source or article.id))
        return first

    def _keys(self, article: Article) -> Iterator[str]:
        known = article.metadata
        yield article.sha256
        if known.id and self.given.id is None:
            yield f"id {known.id}"
        if known.url and self.given.url is None:
            yield f"url {known.url}"
