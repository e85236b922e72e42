"""JSON by the letter, and where its values stand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.validation.parse import Parsed, parse
from summarizer.validation.positions import Positions
from summarizer.validation.problem import Problem, lookup, pointer, steps

keys = st.text(max_size=4) | st.sampled_from(["a/b", "~", "~1", 'q"q', "\\", ""])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=12,
)


def failed(data: bytes) -> Problem:
    found = parse(data)
    assert isinstance(found, Problem)
    return found


@pytest.mark.parametrize(
    ("data", "code", "line", "says"),
    [
        (b'{\n"a": 1,\n}', "malformed_json", 3, "property name"),
        (
            b"Ships lay idle.\nMore.",
            "malformed_json",
            1,
            'no JSON: it begins with "Ships lay idle."',
        ),
        (b'{"a": ?}', "malformed_json", 1, "expecting value at column 7"),
        (b"{} {}", "malformed_json", 1, "extra data at column 4"),
        (b'{"a": NaN}', "malformed_json", 1, "NaN is not a JSON number"),
        (b'{\n"a": -Infinity}', "malformed_json", 2, "-Infinity is not"),
        (b'{"a": ' + b"9" * 5000 + b"}", "malformed_json", None, "thousands of digits"),
        (b'{"a": "x\ny"}', "malformed_json", 1, "control character"),
        (b'{\n"a": "\xff"}', "not_utf8", 2, "byte 8"),
        (b"[" * 100_000, "too_deep", None, "too deep"),
        (b'{"a":' * 100_000, "too_deep", None, "too deep"),
    ],
)
def test_what_is_not_json_is_said_with_its_line(
    data: bytes, code: str, line: int | None, says: str
) -> None:
    found = failed(data)
    assert (found.code, found.line) == (code, line)
    assert says in found.message


def test_a_key_that_stands_twice_is_named_once_with_the_line_of_the_second() -> None:
    found = parse(b'{"a": {"b": 1},\n"c": [{"x": 1,\n"x": 2}],\n"a": {"b": 1}}')
    assert isinstance(found, Parsed)
    assert [(one.path, one.line) for one in found.problems] == [("/c/0/x", 3), ("/a", 4)]


@settings(deadline=None)
@given(values, st.sampled_from([None, 1, "\t"]))
def test_every_value_is_found_at_a_line_that_holds_it(value: Any, indent: Any) -> None:
    text = json.dumps(value, indent=indent)
    lines = text.split("\n")
    positions = Positions(text)
    assert positions.repeated == []
    for path, inner in walk(value):
        assert lookup(value, path) == inner
        line = lines[positions.line(path) - 1]
        assert json.dumps(steps(path)[-1]) in line or not isinstance(
            lookup(value, path.rpartition("/")[0]), dict
        )
        if not isinstance(inner, list | dict):
            assert json.dumps(inner) in line


def walk(value: Any, path: str = "") -> list[tuple[str, Any]]:
    if not isinstance(value, list | dict):
        return []
    inner: Any = value.items() if isinstance(value, dict) else enumerate(value)
    found = [(path + pointer(key), one) for key, one in inner]
    return found + [pair for at, one in found for pair in walk(one, at)]


def test_a_missing_value_has_the_line_of_what_should_hold_it() -> None:
    positions = Positions('{\n"a": [\n{"b": 1}]}')
    assert positions.line("/a/0/c/d") == 3
    assert positions.line("/z") == 1


@settings(deadline=None)
@given(st.lists(keys))
def test_pointers_split_into_what_they_were_joined_from(parts: list[str]) -> None:
    assert steps(pointer(*parts)) == parts


@pytest.mark.parametrize("path", ["a", "/a/x", "/a/01", "/a/-1", "/a/9", "/b", "/a/0/0"])
def test_a_pointer_that_leads_nowhere_is_a_lookup_error(path: str) -> None:
    with pytest.raises(LookupError):
        lookup({"a": [1]}, path)
