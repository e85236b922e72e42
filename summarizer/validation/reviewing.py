"""Review sheets over files: export the items of many summaries, apply the decisions to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from summarizer.errors import InputError
from summarizer.validation.finding import plain
from summarizer.validation.inputs import STDIN, Document, expand, read_documents
from summarizer.validation.mend import dump, rewrite
from summarizer.validation.parse import parse
from summarizer.validation.problem import Problem
from summarizer.validation.schema import check_schema
from summarizer.validation.sheet import (
    Applied,
    Decision,
    Row,
    apply,
    read_sheet,
    rows_of,
    write_sheet,
)


def export_sheet(names: Iterable[str]) -> str:
    """Write the items of all summaries as CSV, with a column to approve each."""
    files = [file for _, found in expand(names) for file in found]
    return write_sheet(row for file in dict.fromkeys(files) for row in _rows(file))


def apply_sheet(sheet: Path, *, by: str) -> Applied:
    """Put the decisions of a sheet into its files; what does not fit is left and told."""
    try:
        text = sheet.read_bytes().decode("utf-8-sig")
    except OSError as error:
        hint = "check the path; `summarizer review export` writes the sheet"
        raise InputError(f"{sheet}: cannot read the sheet: {error.strerror}", hint=hint) from error
    except UnicodeDecodeError as error:
        hint = "save it as CSV in UTF-8"
        raise InputError(f"{sheet}: the sheet is not UTF-8", hint=hint) from error
    decisions = sorted(read_sheet(text, str(sheet)), key=lambda one: one.file)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    total = Applied()
    for file, found in groupby(decisions, key=lambda one: one.file):
        applied = _apply_to(file, list(found), by=by, at=at)
        total.count += applied.count
        total.refused += [f"{plain(file)}: {refused}" for refused in applied.refused]
    return total


def _rows(file: str) -> Iterator[Row]:
    for document in _documents(file):
        value, _ = _summary(document, file)
        yield from rows_of(value, file, document.line)


def _apply_to(file: str, decisions: Sequence[Decision], *, by: str, at: str) -> Applied:
    total = Applied()
    replaced: dict[int | None, bytes] = {}
    waiting: dict[int | None, list[Decision]] = {}  # by line of JSONL
    for one in decisions:
        waiting.setdefault(one.line, []).append(one)
    for document in _documents(file):
        own = waiting.pop(document.line, [])
        if not own:
            continue
        value, text = _summary(document, file)
        applied = apply(value, own, by=by, at=at)
        total.count += applied.count
        total.refused += applied.refused
        replaced |= {document.line: dump(value, text)} if applied.count else {}
    gone = [one for rest in waiting.values() for one in rest]
    total.refused += [f"row {one.row}: there is no line {one.line} any more" for one in gone]
    if replaced:
        rewrite(Path(file), replaced)
    return total


def _documents(file: str) -> Iterator[Document]:
    if file == STDIN:
        raise InputError("a review needs files", hint="write standard input to a file first")
    for document in read_documents(file, BytesIO()):
        if isinstance(document, Problem):
            raise InputError(f"{plain(file)}: {document.message}", hint="check the file")
        yield document


def _summary(document: Document, file: str) -> tuple[dict[str, Any], str]:
    parsed = parse(document.data)
    if not isinstance(parsed, Problem) and not parsed.problems:
        record = check_schema("summary", parsed.text)
        if not isinstance(record, list):
            return parsed.value, parsed.text
    place = plain(file) if document.line is None else f"{plain(file)}, line {document.line}"
    raise InputError(
        f"{place}: not a summary that can be reviewed", hint="run `summarizer validate` on it"
    )
