"""The page of a batch in a browser: read at every size, light and dark; nothing runs."""

from __future__ import annotations

from collections import Counter
from typing import Literal

import pytest

from summarizer.batch import to_html
from summarizer.batch.report import BatchReport, Cause, Took
from summarizer.schema import Usage
from tests.render.opened import Opened
from tests.render.test_report_hostile import ATTACKS


def batch(*said: str) -> BatchReport:
    """A batch of two hundred, whose ids, causes, codes and models are what strangers said."""
    return BatchReport(
        done=200,
        usage=Usage(input=603_512, output=142_412, calls=301),
        wasted=Usage(input=16_200, output=2_160, calls=36),
        cost=0.61,
        readers=Counter(said),
        found=Counter(actors=2_499, events=1_943),
        without=Counter(events=15),
        warnings=Counter(said),
        warned=Counter(said),
        warned_articles=96,
        slowest=[Took(37.4, one, 2, 3_550) for one in said],
        causes=[Cause(one, 4, 9, one) for one in said],
        half=9.0,
        most=22.3,
    )


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 400), ("dark", 400), ("light", 900), ("dark", 1400)]
)
def test_axe_finds_nothing(open_page: Opened, scheme: Literal["light", "dark"], width: int) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="axe is missing: pip install -e '.[browser]'",
    ).Axe()
    html = to_html(batch("the provider answered N: overloaded", "W" * 300), "out.jsonl")
    page = open_page(html, width=width, scheme=scheme)
    assert axe.run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_screen_of_a_phone_says_how_it_went(open_page: Opened) -> None:
    page = open_page(to_html(batch("no text was found"), "out.jsonl"), width=400)
    assert page.locator("h1").inner_text() == "200 articles summarized, 9 failed"
    assert page.locator(".figures li").count() == 6
    for what in ("Failures by cause", "no text was found"):
        box = page.get_by_text(what).first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 800
    share = page.locator(".share .done").get_attribute("width")
    assert share == "95.7"


def test_without_failures_nothing_speaks_of_them(open_page: Opened) -> None:
    page = open_page(to_html(BatchReport(done=3), "out.jsonl"))
    assert page.locator("h1").inner_text() == "3 articles summarized"
    assert "--retry-failed" not in page.content()


def test_nothing_runs_and_nothing_leaves(open_page: Opened) -> None:
    page = open_page(to_html(batch(*ATTACKS), ATTACKS[0]))
    assert page.locator("section").first.locator("tbody tr").count() == len(ATTACKS)
    assert page.locator("script, img, iframe, object, embed, form, a[href], base").count() == 0
    page.wait_for_timeout(100)
