"""The recordings themselves: each has its test, none holds a secret, and they are strict."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import CASSETTES
from tests.recordings import HEADERS, ReadableSerializer, same_question


def recorded_tests() -> set[str]:
    """Names of the tests in this folder that are marked `vcr`."""
    names = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and any(
                ast.unparse(mark).startswith("pytest.mark.vcr") for mark in node.decorator_list
            ):
                names.add(node.name)
    return names


def test_every_recording_has_a_test() -> None:
    assert {path.stem for path in CASSETTES.glob("*.yaml")} == recorded_tests()


def test_there_are_at_most_a_dozen() -> None:
    assert 4 <= len(list(CASSETTES.glob("*.yaml"))) <= 12


@pytest.mark.parametrize("path", sorted(CASSETTES.glob("*.yaml")), ids=lambda path: path.stem)
def test_recordings_keep_no_header_but_the_allowed(path: Path) -> None:
    cassette = ReadableSerializer.deserialize(path.read_text(encoding="utf-8"))
    for interaction in cassette["interactions"]:
        for side in ("request", "response"):
            assert {name.lower() for name in interaction[side]["headers"]} <= HEADERS


class Request:
    """A request with nothing but a body."""

    def __init__(self, body: str) -> None:
        self.body = body


def test_the_same_question_matches_whatever_else_is_sent() -> None:
    same_question(Request('{"model": "a", "user": "x"}'), Request('{"model": "a", "user": "y"}'))


@pytest.mark.parametrize(
    ("field", "value"),
    [("messages", "[]"), ("response_format", "{}"), ("temperature", "1"), ("max_tokens", "2")],
)
def test_a_changed_question_does_not_match(field: str, value: str) -> None:
    with pytest.raises(AssertionError, match=f"{field} changed"):
        same_question(Request(f'{{"{field}": {value}}}'), Request("{}"))
