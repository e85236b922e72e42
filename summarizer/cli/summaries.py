"""Summaries from files, folders, patterns and stdin, one by one, for commands that take many."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from summarizer.errors import InputError
from summarizer.render import parse_document
from summarizer.schema import ArticleSummary
from summarizer.validation.inputs import LARGEST, STDIN, expand, read_documents
from summarizer.validation.problem import Problem

_FAILURES: Final = ".failed.jsonl"
_ID: Final = re.compile(rb'"article":\s*\{\s*"id":\s*("(?:[^"\\]|\\.)*")')
"""Where a line of ours gives the article's id."""


@dataclass(frozen=True)
class Read:
    """A summary, and what to call it."""

    name: str
    summary: ArticleSummary


@dataclass(frozen=True)
class PassedOver:
    """Something among the inputs that is no summary and need not be one."""

    name: str
    why: str


def read_summaries(
    inputs: Iterable[str], stdin: BinaryIO
) -> Iterator[Read | PassedOver | InputError]:
    """The summaries of all inputs; what cannot be used comes as the error that names it.

    Of two for an article in one file of lines the later counts. In folders and patterns, briefing
    notes and lists of failures are passed over; so is a last line that a batch has not yet written.
    """
    met: set[str] = set()
    for given, files in expand(inputs):
        named = files == [given]
        if not files:
            yield InputError(f"{given}: no summary is there", hint="files end in .json or .jsonl")
        for file in files:
            if file in met:
                continue
            met.add(file)
            if file.endswith(_FAILURES) and not named:
                yield PassedOver(file, "a list of failures")
                continue
            yield from _from_file(file, stdin, named=named)


def _from_file(
    file: str, stdin: BinaryIO, *, named: bool
) -> Iterator[Read | PassedOver | InputError]:
    superseded = _superseded(file)
    for document in read_documents(file, stdin):
        line = f", line {document.line}" if document.line is not None else ""
        name = f"{file if file != STDIN else 'standard input'}{line}"
        if isinstance(document, Problem):
            yield InputError(f"{name}: {document.message}", hint="give what `summarize` wrote")
            continue
        if document.line in superseded:
            continue
        try:
            read = parse_document(document.data, name)
        except InputError as error:
            cut_off = document.line is not None and not document.data.endswith(b"\n")
            unwritten = cut_off and file != STDIN and not _is_json(document.data)
            yield PassedOver(name, "a line that is not yet written") if unwritten else error
            continue
        if isinstance(read, ArticleSummary):
            yield Read(name, read)
        elif named:
            yield InputError(f"{name}: a briefing note, no summary", hint="give its summaries")
        else:
            yield PassedOver(name, "a briefing note")


def _superseded(file: str) -> set[int]:
    """The lines of a file of lines whose article has a later one."""
    path = Path(file)
    if path.suffix.lower() not in (".jsonl", ".ndjson") or not path.is_file():
        return set()
    latest: dict[int, int] = {}
    earlier: set[int] = set()
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(iter(partial(lines.readline, LARGEST), b""), start=1):
                found = _ID.search(line)
                if found is None:
                    continue
                before = latest.get(hash(found[1]))
                if before is not None and not _is_json(line):
                    continue
                earlier |= {before} if before is not None else set()
                latest[hash(found[1])] = number
    except OSError:
        return set()  # reading it says what is wrong
    return earlier


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True
