"""The other files at hand: article texts to check against, and summaries that a note cites.

Files are read when they are first needed, and the texts of only a few are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any, Final, NamedTuple

from summarizer.errors import InputError
from summarizer.grounding.quotes import SearchText
from summarizer.validation.document import item_names
from summarizer.validation.parse import parse
from summarizer.validation.problem import Problem

_KEPT: Final = 64
"""Files whose texts are kept in memory."""


class Source(NamedTuple):
    """A text with the name of where it came from, and its id if it has one."""

    name: str
    text: SearchText
    id: str | None = None

    @property
    def sha256(self) -> str:
        """Hash of the text, as a summary states it."""
        return hash_of(self.text.text)


@dataclass(slots=True)
class _Contents:
    """What a file holds: articles, and the items of summaries by article id."""

    sources: list[Source] = field(default_factory=list)
    items: dict[str, frozenset[str]] = field(default_factory=dict)


class Texts:
    """The articles and summaries in the files that were given beside those to check."""

    def __init__(
        self, files: Sequence[Path], also: Sequence[Path] = (), *, alone: bool = False
    ) -> None:
        self._files = list(files)
        self._also = [path for path in also if path not in files]
        """Files that hold other articles, but are nobody's source."""
        self._alone = alone
        """One summary is checked: a single source is its own, whatever it is called."""
        self._read = lru_cache(_KEPT)(_read)
        self._index = cache(self._index_of)

    def find(self, article: Mapping[str, Any], file: str) -> Source | None:
        """Find the source of the summary in `file`: by hash, by id or name, else the only one."""
        wanted = article.get("sha256")
        likely = [path for path in self._files if _is_named(path, article, file)]
        for normal in (False, True):
            for source in self._sources(likely, normal):
                if source.sha256 == wanted:
                    return source
            place = self._index(normal).get(str(wanted))
            if place is not None:
                return self._read(place[0], normal).sources[place[1]]
        return self._likely(article, likely)

    def others(self, summary: Mapping[str, Any]) -> Others:
        """Give the texts of all articles but that of a summary's JSON value."""
        article = summary.get("article")
        return Others(self, str(article.get("sha256")) if isinstance(article, dict) else "")

    @cached_property
    def items(self) -> dict[str, frozenset[str]]:
        """Names of the items of all summaries at hand, by article id."""
        found: dict[str, frozenset[str]] = {}
        for path in (*self._files, *self._also):
            found.update(self._read(path, False).items)
        return found

    def all(self) -> Iterator[Source]:
        """Read all articles, one file at a time."""
        return self._sources((*self._files, *self._also), False)

    @property
    def given(self) -> bool:
        """Whether there are sources at all."""
        return bool(self._files)

    def _likely(self, article: Mapping[str, Any], named: Sequence[Path]) -> Source | None:
        same_id = (
            one
            for one in self._sources(self._files, True)
            if one.id and one.id == article.get("id")
        )
        found = next(same_id, None) or next(self._sources(named, True), None)
        if found is None and self._alone and len(self._files) == 1:
            only = self._read(self._files[0], True).sources
            return only[0] if len(only) == 1 else None
        return found

    def _sources(self, files: Iterable[Path], normal: bool) -> Iterator[Source]:
        for path in files:
            yield from self._read(path, normal).sources

    def _index_of(self, normal: bool) -> dict[str, tuple[Path, int]]:
        return {
            source.sha256: (path, index)
            for path in self._files
            for index, source in enumerate(self._read(path, normal).sources)
        }


@dataclass(frozen=True, slots=True)
class Others:
    """Texts of other articles with their names, read anew each time they are gone through."""

    texts: Texts | None = None
    but: str = ""
    """Hash of the article that is not another."""

    def __iter__(self) -> Iterator[tuple[str, SearchText]]:
        for source in self.texts.all() if self.texts is not None else ():
            if source.sha256 != self.but:
                yield source.name, source.text


def hash_of(text: str) -> str:
    """Hash a text as `article.sha256` does; half a surrogate pair has a hash of its own."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _is_named(path: Path, article: Mapping[str, Any], file: str) -> bool:
    stated = article.get("source")
    own = PurePath(file).name.removesuffix(".json").removesuffix(".summary")
    return path.stem == own or (isinstance(stated, str) and path.name == PurePath(stated).name)


def _read(path: Path, normal: bool) -> _Contents:
    """Read a file as it is, or with its articles in the form that positions count in."""
    contents = _Contents()
    try:
        data = path.read_bytes()
    except OSError:
        return contents  # the summary then has no source, and that is reported
    if path.suffix not in (".json", ".jsonl", ".ndjson"):
        _add_text(contents, path, data, normal)
        return contents
    foreign = False
    for number, line in enumerate(data.splitlines() if path.suffix != ".json" else [data], 1):
        name = str(path) if path.suffix == ".json" else f"{path}, line {number}"
        foreign = not _add_document(contents, name, line, normal) or foreign
    if foreign and normal:
        _add_articles(contents, path)
    return contents


def _add_text(contents: _Contents, path: Path, data: bytes, normal: bool) -> None:
    if normal:
        _add_articles(contents, path)
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return
    contents.sources.append(Source(str(path), SearchText(text)))


def _add_document(contents: _Contents, name: str, data: bytes, normal: bool) -> bool:
    """Add a summary's text and items, or an article as it is; whether nothing is left to do."""
    parsed = parse(data)
    if isinstance(parsed, Problem) or not isinstance(parsed.value, dict):
        return isinstance(parsed, Problem)
    article = parsed.value.get("article")
    if isinstance(article, dict):
        contents.items[str(article.get("id"))] = item_names(parsed.value)
        text, id_ = article.get("text"), article.get("id")
    elif normal:
        return False
    else:
        text, id_ = parsed.value.get("text"), parsed.value.get("id")
    if isinstance(text, str):
        contents.sources.append(Source(name, SearchText(text), str(id_) if id_ else None))
    return True


def _add_articles(contents: _Contents, path: Path) -> None:
    from summarizer.article import Article
    from summarizer.sources import load_all

    try:
        loaded = list(load_all([path]))
    except InputError:
        return
    for one in loaded:
        if isinstance(one, Article):
            contents.sources.append(Source(str(path), SearchText(one.text), one.metadata.id))
