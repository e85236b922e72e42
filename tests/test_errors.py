"""Every error that a user can meet says what to do next."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from summarizer import errors
from summarizer.errors import SummarizerError

SOURCES: Final = sorted(Path(errors.__file__).parent.rglob("*.py"))


def _needs_hint(kind: type[SummarizerError]) -> bool:
    """Whether the class has none of its own."""
    told = inspect.signature(kind).parameters.get("hint")
    return told is not None and told.default is None


BARE: Final = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, SummarizerError) and _needs_hint(kind)
}


def without_hint(source: str) -> Iterator[str]:
    """The errors that a source makes without one."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in BARE:
            named = {keyword.arg for keyword in node.keywords}
            if "hint" not in named:
                yield ast.unparse(node)


@pytest.mark.parametrize("package", sorted({path.parent for path in SOURCES}), ids=lambda p: p.name)
def test_every_error_says_what_to_do_next(package: Path) -> None:
    for path in package.glob("*.py"):
        assert list(without_hint(path.read_text(encoding="utf-8"))) == [], path


def test_an_error_without_a_hint_is_found() -> None:
    assert "InputError" in BARE
    assert "MissingExtraError" not in BARE
    assert list(without_hint('raise InputError("x")')) == ["InputError('x')"]
    assert list(without_hint('raise InputError("x", hint="y")')) == []
