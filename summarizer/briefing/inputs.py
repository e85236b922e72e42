"""What a note is made of: summaries and articles, told apart by their kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, Final

from summarizer.article import Article, Metadata
from summarizer.errors import InputError, SummarizerError
from summarizer.render import parse_document
from summarizer.schema import ArticleSummary
from summarizer.sources import FailedSource, Options, load_all
from summarizer.sources.kinds import SUFFIXES
from summarizer.sources.load import STDIN
from summarizer.sources.paths import files_of, is_address

Given = ArticleSummary | Article
_SUMMARY: Final = "summary"
_BRIEF: Final = "brief"
_SHAPE: Final = "give what `summarizer summarize` wrote as JSON, or an article with its text"
_STANDARD: Final = "standard input"
_FAILED: Final = frozenset({"id", "error", "exit_code"})


@dataclass(frozen=True)
class Refused:
    """An input that cannot be used, and why."""

    name: str
    error: SummarizerError


def read_inputs(
    inputs: Iterable[str | Path],
    stdin: BinaryIO | None = None,
    options: Options = Options(),  # noqa: B008  # frozen
) -> Iterator[Given | Refused]:
    """The summaries and articles of files, folders, patterns or "-", one by one.

    One that cannot be used does not stop the rest. `options` are for reading articles.
    """
    reader = _Reader(options)
    for given in inputs:
        yield from reader.read(given, stdin)


@dataclass(frozen=True)
class _Reader:
    options: Options

    def read(self, given: str | Path, stdin: BinaryIO | None) -> Iterator[Given | Refused]:
        """What one input of the command line holds."""
        shown = str(given)
        if shown == STDIN:
            yield from self._from_stdin(stdin)
            return
        if is_address(shown):
            yield from self._loaded([given])
            return
        try:
            paths = files_of(given, SUFFIXES).paths
        except InputError as error:
            yield Refused(shown, error)
            return
        for path in paths:
            yield from self._from_file(path)

    def _from_stdin(self, stdin: BinaryIO | None) -> Iterator[Given | Refused]:
        data = stdin.read() if stdin is not None else b""
        lines = [line for line in data.split(b"\n") if line.strip()]
        whole = _json_of(data)
        if whole is None and lines and _json_of(lines[0]) is not None:
            yield from self._from_lines(lines, _STANDARD)
        elif whole is not None:
            yield from _told(partial(self._documents, data, _STANDARD), _STANDARD)
        else:
            yield from self._loaded([STDIN], BytesIO(data))

    def _from_file(self, path: Path) -> Iterator[Given | Refused]:
        suffix = path.suffix.lower()
        try:
            if suffix == ".jsonl":
                with path.open("rb") as file:
                    yield from self._from_lines(file, str(path))
                return
            if suffix == ".json":
                data = path.read_bytes()
                yield from _told(partial(self._documents, data, str(path)), str(path))
                return
        except OSError as error:
            problem = InputError(f"{path}: cannot be read: {error.strerror}", hint="check the path")
            yield Refused(str(path), problem)
            return
        yield from self._loaded([path])

    def _loaded(
        self,
        sources: list[str | Path],
        stdin: BinaryIO | None = None,
        known: Metadata | None = None,
    ) -> Iterator[Given | Refused]:
        """Articles as `summarize` reads them; one that was met before counts once."""
        for loaded in load_all(sources, known or Metadata(), stdin=stdin, options=self.options):
            if isinstance(loaded, FailedSource):
                yield Refused(loaded.source, loaded.error)
            elif isinstance(loaded, Article):
                yield loaded

    def _from_lines(self, lines: Iterable[bytes], shown: str) -> Iterator[Given | Refused]:
        """A line each; blank lines are none."""
        for number, line in enumerate(lines, start=1):
            where = f"{shown}, line {number}"
            if line.strip():
                yield from _told(partial(self._documents, line, where), where)

    def _documents(self, data: bytes, name: str) -> Iterator[Given | Refused]:
        """The summaries and articles of a JSON document, which may be a list of them."""
        body = _json_of(data)
        for place, one in enumerate(body if isinstance(body, list) else [body]):
            where = f"{name}[{place}]" if isinstance(body, list) else name
            if body is None:
                raise InputError(f"{name}: {_malformed(data)}", hint="check the file")
            if not isinstance(one, dict):
                raise InputError(f"{where}: neither a summary nor an article", hint=_SHAPE)
            held = data if one is body else json.dumps(one).encode()
            yield from self._document(one, held, where)

    def _document(self, one: dict[str, Any], data: bytes, where: str) -> Iterator[Given | Refused]:
        if one.keys() >= _FAILED:
            hint = "summarize it again; the batch could not"
            yield Refused(where, InputError(f"{where}: {one['error']}", hint=hint))
        elif one.get("kind") == _BRIEF:
            hint = "give it to --previous to see what changed since"
            yield Refused(where, InputError(f"{where}: a briefing note, no summary", hint=hint))
        elif one.get("kind") == _SUMMARY or isinstance(one.get("article"), dict):
            document = parse_document(data, where)
            if isinstance(document, ArticleSummary):
                yield document
        else:
            yield from self._articles(data, where)

    def _articles(self, data: bytes, where: str) -> Iterator[Given | Refused]:
        """The article of a JSON document, read as every other source is."""
        for one in self._loaded([STDIN], BytesIO(data), Metadata(source=where)):
            if isinstance(one, Refused):
                message = one.error.message.replace(_STANDARD, where)
                yield Refused(where, InputError(message, hint=one.error.hint))
            else:
                yield one


def _told(read: Callable[[], Iterator[Given | Refused]], name: str) -> Iterator[Given | Refused]:
    """What is read, or the error in its place."""
    try:
        yield from read()
    except InputError as error:
        yield Refused(name, error)


def _json_of(data: bytes) -> Any:
    """The JSON value, or None if it is none."""
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def _malformed(data: bytes) -> str:
    """Why it is no JSON."""
    try:
        json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return f"not UTF-8 at byte {error.start}"
    except (ValueError, RecursionError) as error:
        return f"malformed JSON: {error}"
    return "null is no document"
