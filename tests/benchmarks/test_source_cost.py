"""Large sources stay within memory, and reading a page costs little more than trafilatura."""

from __future__ import annotations

import pytest

from benchmarks.source_cost import MADE, measure, ratio

MEGABYTES = 500


@pytest.mark.slow
@pytest.mark.parametrize("what", MADE)
def test_large_sources_stay_small_in_memory(what: str) -> None:
    _, megabytes, articles = measure(what)
    assert megabytes < MEGABYTES
    assert articles == (10_000 if what == "folder" else 1)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_a_page_costs_at_most_a_fifth_more_than_bare_trafilatura() -> None:
    assert ratio() <= 1.2
