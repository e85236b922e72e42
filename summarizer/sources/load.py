"""Sources to articles: one function per kind, one table from suffix to function."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Final

from summarizer.article import Article, Metadata, build_article
from summarizer.errors import InputError
from summarizer.schema import ArticleInput
from summarizer.sources.paths import files_of
from summarizer.sources.reading import decode, open_file, read_file, read_lines, read_stream
from summarizer.sources.records import articles_in_json, articles_in_jsonl, sniffed

STDIN: Final = "-"


@dataclass(frozen=True)
class FailedSource:
    """A source, or one article in it, that could not be used; `error` says why."""

    source: str
    error: InputError


Loaded = Article | FailedSource


def load(
    source: str | Path,
    given: Metadata = Metadata(),  # noqa: B008  # frozen
    *,
    stdin: BinaryIO | None = None,
    encoding: str | None = None,
) -> list[Article]:
    """Every article of one source; the first that cannot be used raises its InputError."""
    articles: list[Article] = []
    for loaded in load_all([source], given, stdin=stdin, encoding=encoding):
        if isinstance(loaded, FailedSource):
            raise loaded.error
        articles.append(loaded)
    return articles


def load_all(
    sources: Iterable[str | Path],
    given: Metadata = Metadata(),  # noqa: B008  # frozen
    *,
    stdin: BinaryIO | None = None,
    encoding: str | None = None,
) -> Iterator[Loaded]:
    """The articles of all sources, one by one; one that cannot be used does not stop the rest.

    A source is a file, a folder, a pattern or "-". What `given` says holds for each article.
    """
    for source in sources:
        shown = str(source)
        try:
            if shown == STDIN:
                yield from _from_stream(stdin or _standard_input(), given, encoding)
                continue
            paths = files_of(source, KINDS)
        except InputError as error:
            yield FailedSource(shown, error)
            continue
        named = {path: shown if path == Path(source).expanduser() else str(path) for path in paths}
        for path, name in named.items():
            yield from _from_file(path, name, given, encoding)


def _from_file(path: Path, shown: str, given: Metadata, encoding: str | None) -> Iterator[Loaded]:
    try:
        if (suffix := path.suffix.lower()) in NOT_YET:
            raise InputError(
                f"{shown}: {suffix} files are not read yet", hint="save the article as plain text"
            )
        media_type, read = KINDS.get(suffix, KINDS[".txt"])
        typed = replace(given, media_type=media_type)
        with open_file(path, shown) as file:
            yield from _articles(read(file, shown, encoding), typed, shown)
    except InputError as error:
        yield FailedSource(shown, error)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("standard input is closed", hint="give a file instead of -")
    return sys.stdin.buffer


def _from_stream(stream: BinaryIO, given: Metadata, encoding: str | None) -> Iterator[Loaded]:
    """Standard input: JSON or JSONL if it reads as such, else a text."""
    shown = "standard input"
    text = decode(read_stream(stream, shown), shown, encoding)
    records = sniffed(text, shown)
    media_type = "application/json" if records else "text/plain"
    typed = replace(given, media_type=media_type)
    yield from _articles(records or iter([ArticleInput(text=text)]), typed, STDIN)


def _articles(
    records: Iterable[ArticleInput | InputError], given: Metadata, shown: str
) -> Iterator[Loaded]:
    for record in records:
        if isinstance(record, InputError):
            yield FailedSource(shown, record)
            continue
        try:
            yield build_article(record.text, _merged(record, given, shown))
        except InputError as error:
            named = InputError(f"{record.id or shown}: {error.message}", hint=error.hint)
            yield FailedSource(shown, named)


def _merged(record: ArticleInput, given: Metadata, shown: str) -> Metadata:
    """What the user gave, then what the record says of itself."""
    said = {
        name: value
        for name in _SAID
        if getattr(given, name) is None and (value := getattr(record, name)) is not None
    }
    return replace(given, **{"source": given.source or shown, **said})


_SAID: Final = ("id", "title", "source", "url", "publisher", "byline", "published", "language")


def _text_file(file: BinaryIO, shown: str, encoding: str | None) -> Iterator[ArticleInput]:
    yield ArticleInput(text=decode(read_file(file, shown), shown, encoding))


def _json_file(
    file: BinaryIO, shown: str, encoding: str | None
) -> Iterator[ArticleInput | InputError]:
    yield from articles_in_json(decode(read_file(file, shown), shown, encoding), shown)


def _jsonl_file(
    file: BinaryIO, shown: str, encoding: str | None
) -> Iterator[ArticleInput | InputError]:
    yield from articles_in_jsonl(read_lines(file, shown, encoding), shown)


_Reader = Callable[[BinaryIO, str, str | None], Iterator[ArticleInput | InputError]]
KINDS: Final[dict[str, tuple[str, _Reader]]] = {
    ".txt": ("text/plain", _text_file),
    ".text": ("text/plain", _text_file),
    ".md": ("text/markdown", _text_file),
    ".json": ("application/json", _json_file),
    ".jsonl": ("application/jsonl", _jsonl_file),
}
"""By suffix: media type, and the function that reads it. Other suffixes are read as text."""
NOT_YET: Final = frozenset(
    {".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".epub", ".xml", ".csv", ".xlsx"}
)
"""Kinds that people have and that are not read yet."""
