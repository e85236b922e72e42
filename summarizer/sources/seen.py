"""Each article once: by the id it carries, its canonical address, and the hash of its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.article import Article, Metadata
from summarizer.sources.hashes import HashMap


@dataclass
class Seen:
    """The articles met so far; what the user gave for all of them tells none apart."""

    given: Metadata
    _keys: HashMap = field(default_factory=HashMap)
    """For each key the number of the article's source."""
    _sources: list[str] = field(default_factory=list)

    def before(self, article: Article) -> str | None:
        """The source of the same article met before, or None; the article is then remembered."""
        keys = list(map(hash, self._of(article)))
        known = [self._keys.get(key) for key in keys]
        first = next((number for number in known if number is not None), None)
        for key, number in zip(keys, known, strict=True):
            if number is None:
                self._keys.put(key, len(self._sources))
        if None in known:
            self._sources.append(article.metadata.source or article.id)
        return self._sources[first] if first is not None else None

    def _of(self, article: Article) -> Iterator[str]:
        known = article.metadata
        yield article.sha256
        if known.id and self.given.id is None:
            yield f"id {known.id}"
        if known.url and self.given.url is None:
            yield f"url {known.url}"
