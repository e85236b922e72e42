"""Pages in the markup of the common systems: the article is kept, the rest of the page is not."""

from __future__ import annotations

import pytest

from benchmarks.pages import PAGES, Read, f1, read_pages


@pytest.fixture(scope="module")
def pages() -> list[Read]:
    return read_pages()


def test_there_are_pages_of_every_kind() -> None:
    assert len(list(PAGES.glob("*.html"))) >= 30


def test_paragraphs_are_kept_and_dropped(pages: list[Read]) -> None:
    assert f1(pages) >= 0.95
    assert {page.name: page.missed for page in pages if page.missed} == {}


def test_what_a_page_says_of_itself_is_exact(pages: list[Read]) -> None:
    assert {page.name: page.wrong for page in pages if page.wrong} == {}


def test_the_documented_figures_are_these(pages: list[Read]) -> None:
    told = PAGES.parents[2].joinpath("docs", "performance.md").read_text(encoding="utf-8")
    figure = f"{f1(pages):.3f}".removeprefix("0")
    assert f"The {len(pages)} pages of `tests/sources/pages` give F1 {figure} " in told
