"""Sources to articles, one by one; the table of kinds says how each is read."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Final

from summarizer.article import Article, Metadata, build_article
from summarizer.errors import InputError, SummarizerError
from summarizer.sources.found import Found, Options
from summarizer.sources.kinds import NOT_READ, SUFFIXES, Kind, kind_of_answer, sniffed
from summarizer.sources.own import is_record
from summarizer.sources.paths import files_of, is_address
from summarizer.sources.reading import open_file, read_file, read_stream
from summarizer.sources.seen import Seen

STDIN: Final = "-"


@dataclass(frozen=True)
class FailedSource:
    """A source, or one article in it, that could not be used; `error` says why."""

    source: str
    error: SummarizerError


@dataclass(frozen=True)
class RepeatedSource:
    """A source with an article that was met before, in the source `first`."""

    source: str
    first: str
    shared: str = "text"
    """What the two share: "text", else "id x7" or "address https://…" above another text."""

    def __str__(self) -> str:
        """What to tell the user."""
        if self.shared == "text":
            return f"{self.source}: an article with the text of one in {self.first}, left out"
        return (
            f"{self.source}: an article with the {self.shared} of one in {self.first}, "
            "but another text, left out"
        )


@dataclass(frozen=True)
class OwnOutput:
    """So many files of a folder or pattern are summaries and notes of ours: no articles."""

    source: str
    files: int

    def __str__(self) -> str:
        what = "summary or note" if self.files == 1 else "summaries and notes"
        return f"{self.source}: {self.files} {what} of ours left out"


Loaded = Article | FailedSource | RepeatedSource | OwnOutput


def load(
    source: str | Path,
    given: Metadata = Metadata(),  # noqa: B008  # frozen
    *,
    stdin: BinaryIO | None = None,
    options: Options = Options(),  # noqa: B008  # frozen
) -> list[Article]:
    """Every article of one source, each once; the first that cannot be used raises its error."""
    articles: list[Article] = []
    for loaded in load_all([source], given, stdin=stdin, options=options):
        if isinstance(loaded, FailedSource):
            raise loaded.error
        if isinstance(loaded, Article):
            articles.append(loaded)
    return articles


def load_all(
    sources: Iterable[str | Path],
    given: Metadata = Metadata(),  # noqa: B008  # frozen
    *,
    stdin: BinaryIO | None = None,
    options: Options = Options(),  # noqa: B008  # frozen
) -> Iterator[Loaded]:
    """The articles of all sources, one by one; one that cannot be used does not stop the rest.

    A source is an address, a file, a folder, a pattern or "-". What `given` says holds for each
    article. An article that was met before is named, not given again.
    """
    seen = Seen(given)
    for source in sources:
        for loaded in _from_source(source, given, stdin, options):
            first = seen.before(loaded) if isinstance(loaded, Article) else None
            if isinstance(loaded, Article) and first is not None:
                yield RepeatedSource(loaded.metadata.source or loaded.id, *first)
            else:
                yield loaded


def _from_source(
    source: str | Path, given: Metadata, stdin: BinaryIO | None, options: Options
) -> Iterator[Article | FailedSource | OwnOutput]:
    shown = str(source)
    try:
        if shown == STDIN:
            yield from _from_stream(stdin or _standard_input(), given, options)
        elif is_address(shown):
            yield from _from_address(shown, given, options)
        else:
            as_written = Path(source).expanduser()
            found = files_of(source, SUFFIXES)
            paths = [path for path in found.paths if path == as_written or not is_record(path)]
            own = found.own + len(found.paths) - len(paths)
            if not paths:
                raise InputError(
                    f"{shown}: no articles, only {own} summaries and notes of ours",
                    hint="give the folder that holds the articles",
                )
            if own:
                yield OwnOutput(shown, own)
            for path in paths:
                name = shown if path == as_written else str(path)
                yield from _from_file(path, name, given, options)
    except SummarizerError as error:
        yield FailedSource(shown, error)


def _from_file(
    path: Path, shown: str, given: Metadata, options: Options
) -> Iterator[Article | FailedSource]:
    try:
        if (suffix := path.suffix.lower()) in NOT_READ:
            raise InputError(
                f"{shown}: {suffix} files are not read", hint="save the article as plain text"
            )
        with open_file(path, shown) as file:
            if (kind := SUFFIXES.get(suffix)) is not None:
                yield from _articles(kind, file, shown, given, options)
                return
            data = read_file(file, shown)
        yield from _articles(sniffed(data, options), io.BytesIO(data), shown, given, options)
    except SummarizerError as error:
        yield FailedSource(shown, error)


def _standard_input() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("standard input is closed", hint="give a file instead of -")
    return sys.stdin.buffer


def _from_stream(
    stream: BinaryIO, given: Metadata, options: Options
) -> Iterator[Article | FailedSource]:
    """Standard input, read as what it begins like."""
    shown = "standard input"
    data = read_stream(stream, shown)
    kind = sniffed(data, options)
    known = replace(given, source=given.source or STDIN)
    yield from _articles(kind, io.BytesIO(data), shown, known, options)


def _from_address(
    address: str, given: Metadata, options: Options
) -> Iterator[Article | FailedSource]:
    from summarizer.sources.fetching import fetch

    answer = fetch(address, allow_private=options.allow_private)
    kind = kind_of_answer(answer.media_type, answer.data, address, options)
    if options.encoding is None:
        options = replace(options, encoding=_stated(answer.encoding, answer.data))
    known = replace(given, retrieved=answer.retrieved)
    file = io.BytesIO(answer.data)
    yield from _articles(kind, file, address, known, options, address=answer.address)


def _stated(encoding: str | None, data: bytes) -> str | None:
    """The encoding that the server states, if it fits and UTF-8 does not, which many leave out."""
    for known in ("utf-8", encoding or "utf-8"):
        try:
            data.decode(known)
        except (LookupError, UnicodeError):
            continue
        return None if known == "utf-8" else known
    return None


def _articles(
    kind: Kind,
    file: BinaryIO,
    shown: str,
    given: Metadata,
    options: Options,
    *,
    address: str | None = None,
) -> Iterator[Article | FailedSource]:
    for found in kind.read(file, shown, options, address):
        if isinstance(found, InputError):
            yield FailedSource(shown, found)
            continue
        try:
            yield build_article(
                found.text,
                _merged(found, replace(given, media_type=kind.media_type), shown),
                pages=found.pages,
                warnings=found.warnings,
            )
        except InputError as error:
            named = InputError(f"{found.known.id or shown}: {error.message}", hint=error.hint)
            yield FailedSource(shown, named)


def _merged(found: Found, given: Metadata, shown: str) -> Metadata:
    """What the user gave, then what the source says of itself."""
    said: dict[str, str | datetime] = {
        name: value
        for name in _SAID
        if getattr(given, name) is None and (value := getattr(found.known, name)) is not None
    }
    return replace(given, **{"source": given.source or shown, **said})  # type: ignore[arg-type]  # names are checked by _SAID


_SAID: Final = ("id", "title", "source", "url", "publisher", "byline", "published", "language")
