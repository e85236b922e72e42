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

    def before(self, article: Article) -> tuple[str, str] | None:
        """The source of the same article met before, and what the two share; None if it is new.

        The article is remembered.
        """
        keys = dict(self._of(article))
        known = {name: self._keys.get(hash(key)) for name, key in keys.items()}
        for name, number in known.items():
            if number is None:
                self._keys.put(hash(keys[name]), len(self._sources))
        if None in known.values():
            self._sources.append(article.metadata.source or article.id)
        met = ((self._sources[n], name) for name, n in known.items() if n is not None)
        return next(met, None)

    def _of(self, article: Article) -> Iterator[tuple[str, str]]:
        """What tells it from others, by the name that is told of it."""
        known = article.metadata
        yield "text", article.sha256
        if known.id and self.given.id is None:
            yield f"id {known.id}", f"id {known.id}"
        if known.url and self.given.url is None:
            yield f"address {known.url}", f"url {known.url}"
