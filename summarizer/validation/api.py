"""`validate` for Python: files, JSON values or models in, a report out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.validation.codes import expand
from summarizer.validation.finding import FileResult
from summarizer.validation.report.base import Counts
from summarizer.validation.run import Options, check_data, check_files

if TYPE_CHECKING:
    from summarizer.schema import ArticleSummary, BriefingNote, ValidationReport

    Checkable = str | Path | Mapping[str, Any] | ArticleSummary | BriefingNote
    """A path, folder or pattern; a JSON value; a model."""


def validate(
    documents: Checkable | Iterable[Checkable],
    *,
    sources: Iterable[str | Path] = (),
    strict: bool = False,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    require_reviewed: bool = False,
) -> ValidationReport:
    """Check summaries and briefing notes, offline. Values and models are named by their place.

    `sources` are files or folders with the articles' texts; `select` and `ignore` take codes and
    levels; `strict` reports warnings as errors. Bad documents are findings, never exceptions.
    """
    from summarizer.schema import Finding, FindingCounts, ValidationReport

    selected = expand(select)
    options = Options(
        sources=tuple(Path(source) for source in sources),
        strict=strict,
        select=selected or None,
        ignore=expand(ignore),
        require_reviewed=require_reviewed,
    )
    counts, findings = Counts(), []
    for result in _results(documents, options):
        counts.add(result)
        findings += [Finding(**found.as_dict()) for found in result.found]
    totals = FindingCounts(files=counts.files, errors=counts.errors, warnings=counts.warnings)
    return ValidationReport(findings=findings, summary=totals)


def _results(documents: Checkable | Iterable[Checkable], options: Options) -> Iterator[FileResult]:
    one = isinstance(documents, str | Path | Mapping) or hasattr(documents, "model_dump_json")
    several: list[Any] = [documents] if one else list(documents)  # type: ignore[arg-type]  # not one
    if all(isinstance(document, str | Path) for document in several):
        yield from check_files([str(document) for document in several], options)
        return
    for number, document in enumerate(several, 1):
        if isinstance(document, str | Path):
            yield from check_files([str(document)], options)
        else:
            yield check_data(_bytes_of(document), f"document {number}", options)


def _bytes_of(document: Any) -> bytes:
    if isinstance(document, Mapping):
        return json.dumps(document, default=str).encode()
    dumped: str = document.model_dump_json(by_alias=True)
    return dumped.encode()
