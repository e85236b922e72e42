"""What `check` finds in the documents of these tests, after some changes."""

from __future__ import annotations

from summarizer.validation.check import check
from tests.validation.cases import Change, changed
from tests.validation.documents import Json, brief, dumped, summary


def problems(document: Json) -> list[tuple[str, str]]:
    return [(one.code, one.path) for one in check(dumped(document), "x").problems]


def found(*changes: Change) -> list[tuple[str, str]]:
    return problems(changed(summary(), *changes))


def in_note(*changes: Change) -> list[tuple[str, str]]:
    return problems(changed(brief(), *changes))


def message(*changes: Change) -> str:
    (one,) = check(dumped(changed(summary(), *changes)), "x").problems
    return one.message
