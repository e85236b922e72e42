"""Many files: check each document, give the findings file by file, keep nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from summarizer.errors import InputError
from summarizer.validation.check import check
from summarizer.validation.codes import find_code
from summarizer.validation.finding import FileResult, Found, plain
from summarizer.validation.inputs import STDIN, Document, expand, read_documents
from summarizer.validation.mend import Mended, mend, rewrite
from summarizer.validation.positions import Positions
from summarizer.validation.problem import Problem
from summarizer.validation.texts import Texts

_MOST_OTHERS: Final = 100
"""Inputs among which a misattributed quote is looked for."""


class Options(NamedTuple):
    """What to check and what to report."""

    sources: Sequence[Path] = ()
    strict: bool = False
    """Report warnings as errors."""
    select: frozenset[str] | None = None
    """Codes to report; None for all."""
    ignore: frozenset[str] = frozenset()
    fix: bool = False
    require_reviewed: bool = False

    def wants(self, code: str) -> bool:
        """Whether findings with this code are reported."""
        return code not in self.ignore and (self.select is None or code in self.select)


def check_files(
    names: Iterable[str], options: Options, stdin: BinaryIO | None = None
) -> Iterator[FileResult]:
    """Check files, folders, patterns and "-"; one result a file, in order."""
    files: dict[str, None] = {}
    for name, found in expand(names):
        files.update(dict.fromkeys(found))
        if not found:
            problem = Problem("missing_file", "", "no summary or brief is there")
            yield FileResult(name, [_found(name, problem, 1, options)], unusable=True)
    texts = _texts_for(options.sources, list(files))
    for file in files:
        yield _check_file(file, options, texts, stdin or sys.stdin.buffer)


def _texts_for(sources: Sequence[Path], files: Sequence[str]) -> Texts | None:
    given = [Path(file) for source in sources for file in _source_files(source)]
    inputs = [Path(file) for file in files if file != STDIN]
    also = inputs if 1 < len(inputs) <= _MOST_OTHERS else []
    if not given and not also:
        return None
    return Texts(given, also, alone=len(files) == 1)


def _source_files(source: Path) -> list[Path]:
    if not source.exists():
        raise InputError(f"there is no source {source}", hint="check the path after --source")
    if not source.is_dir():
        return [source]
    return sorted(file for file in source.rglob("[!.]*") if file.is_file())


def check_data(data: bytes, name: str, options: Options) -> FileResult:
    """Check one document that is at hand, under a name of its own."""
    result = FileResult(name, documents=1)
    document = Document(data)
    texts = _texts_for(options.sources, [name])
    _collect(result, _check_document(document, name, options, texts), document, options)
    return result


def _check_file(file: str, options: Options, texts: Texts | None, stdin: BinaryIO) -> FileResult:
    result = FileResult(file)
    replaced: dict[int | None, bytes] = {}
    for document in read_documents(file, stdin):
        if isinstance(document, Problem):
            result.unusable = True
            result.found.append(_found(file, document, document.line or 1, options))
            continue
        result.documents += 1
        mended = _check_document(document, file, options, texts)
        _collect(result, mended, document, options)
        if mended.fixed:
            replaced[document.line] = mended.data
    if replaced:
        rewrite(Path(file), replaced)
    return result


def _check_document(document: Document, file: str, options: Options, texts: Texts | None) -> Mended:
    run = partial(check, file=file, texts=texts, require_reviewed=options.require_reviewed)
    return mend(document.data, run) if options.fix else Mended(document.data, run(document.data))


def _collect(result: FileResult, mended: Mended, document: Document, options: Options) -> None:
    positions = Positions(mended.checked.text)
    for problems, kept in ((mended.checked.problems, result.found), (mended.fixed, result.fixed)):
        found = [
            _found(
                result.file,
                problem,
                document.line or problem.line or positions.line(problem.path),
                options,
            )
            for problem in problems
            if options.wants(problem.code)
        ]
        kept.extend(sorted(found, key=lambda one: one.line or 1))


def _found(file: str, problem: Problem, line: int, options: Options) -> Found:
    code = find_code(problem.code)
    return Found(
        code=problem.code,
        severity="error" if options.strict else code.severity,
        file=file,
        path=problem.path,
        line=line,
        message=plain(problem.message),
        hint=code.hint,
        match=problem.match,
    )
