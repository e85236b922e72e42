"""Summaries that somebody edited: exported, or refused with an error of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import SummarizerError
from summarizer.export import Pseudonyms, check_summary, opened, redact
from tests.export.made import made, read

Place = tuple[str | int, ...]
VALUES: Final[tuple[Any, ...]] = (
    *(None, "", 0, -1, 7, 10**9, 10**30, 1e308, [], {}, [[0, 3], [2, 9]], [1, 2, 99]),
    *(
        "x",
        "a1",
        "a9",
        "author",
        "\u202e=1+1",
        "\ud800",
        "Lindt",
        "2031-03",
        "zh",
        "../x",
        "王小明",
    ),
    *("month", "time", "OTHER", "AID", "strike", "person", "state"),
)


def _places(value: Any, place: Place = ()) -> Iterator[Place]:
    if place:
        yield place
    keys = range(len(value)) if isinstance(value, list) else value
    if isinstance(value, list | dict):
        for key in keys:
            yield from _places(value[key], (*place, key))


_PLACES: Final = list(_places(made()))


@given(
    st.lists(st.tuples(st.sampled_from(_PLACES), st.sampled_from(VALUES)), min_size=1, max_size=3),
    st.sampled_from(["csv", "sqlite", "plover"]),
)
def test_it_is_exported_or_refused(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[Place, Any]], form: str
) -> None:
    value = made()
    for (*way, last), new in changes:
        held: Any = value
        try:
            for key in way:
                held = held[key]
            held[last] = new
        except (LookupError, TypeError):
            continue
    place = tmp_path_factory.mktemp("any") / "out"
    try:
        summary = read(json.loads(json.dumps(value)))
        check_summary(summary)
    except SummarizerError:
        return
    with opened(place, form) as taker:
        taker.take(summary)
        taker.take(redact(summary, Pseudonyms("a key of the tests")))
    assert place.exists()
