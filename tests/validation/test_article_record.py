"""The record of the article: spans, unused sentences, dates."""

from __future__ import annotations

import pytest

from tests.validation.cases import drop, put
from tests.validation.checking import found


def test_positions_that_are_no_spans_are_named() -> None:
    assert found(put("article", "pages", [[5, 5], [-3, 9]])) == [
        ("bad_span", "/article/pages/0"),
        ("bad_span", "/article/pages/1"),
    ]


def test_unused_sentences_are_those_that_nothing_cites() -> None:
    alone = drop("events", 4)
    assert found(alone) == [("unused_mismatch", "/article/unused")]
    assert found(alone, put("article", "unused", [8])) == []
    assert found(alone, put("article", "unused", [8, 9])) == []
    assert found(alone, put("article", "unused", [4, 8])) == [
        ("unused_mismatch", "/article/unused")
    ]


@pytest.mark.parametrize(
    ("path", "value", "codes"),
    [
        (("article", "published"), "2031-03-04", []),
        (("article", "published"), "2031-03-04T09:00:00Z", []),
        (("article", "published"), "2031-03-04T09:00:00", ["time_without_offset"]),
        (("article", "retrieved"), "2031-03-04T09:00:00+01:00", []),
        (("article", "retrieved"), "1930348800", ["not_iso_8601"]),
        (("run", "created"), "1930348800.5", ["not_iso_8601"]),
    ],
)
def test_dates_of_the_record(path: tuple[str, ...], value: str, codes: list[str]) -> None:
    assert [code for code, _ in found(put(*path, value))] == codes
