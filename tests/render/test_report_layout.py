"""The page at every size, in the dark, in print, from right to left, and with many items."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from summarizer.render import render
from tests.render.hostile import hostile
from tests.render.long_story import long_summary
from tests.render.notes import note
from tests.render.opened import Opened

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession


@pytest.mark.parametrize("width", [400, 820, 1280])
def test_nothing_is_wider_than_the_window(open_page: Opened, report: str, width: int) -> None:
    pages = [report, str(render(note(), "html")), str(render(hostile("W" * 300), "html"))]
    for html in pages:
        page = open_page(html, "#e1", width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for pane in page.query_selector_all("main, #article"):
            assert pane.evaluate("it => it.scrollWidth <= it.clientWidth + 1")


def test_wide_window_has_the_article_on_the_left(open_page: Opened, report: str) -> None:
    page = open_page(report)
    article, summary = page.locator("#article"), page.locator("#summary")
    left, right = article.bounding_box(), summary.bounding_box()
    assert left
    assert right
    assert (left["x"], left["width"]) == (0, 640)
    assert (right["x"], right["y"]) == (640, 0)


def test_wide_window_scrolls_its_panes_and_not_itself(open_page: Opened, report: str) -> None:
    page = open_page(report, "#q3", height=300)
    assert page.evaluate("document.documentElement.scrollHeight") == 300
    assert page.evaluate("document.querySelector('#summary').scrollTop") > 0


@pytest.mark.parametrize("width", [900, 1280])
def test_the_bar_stays_in_sight(open_page: Opened, report: str, width: int) -> None:
    page = open_page(report, "#q3", width=width, height=400)
    box = page.locator(".bar nav").bounding_box()
    assert box
    assert box["y"] >= 0


def test_phone_goes_to_the_sentence_and_back(open_page: Opened, report: str) -> None:
    page = open_page(report, width=400)
    page.click("#e2 .line")
    assert page.is_visible("#e2 blockquote")
    assert page.evaluate("scrollY") < page.evaluate("document.querySelector('#article').offsetTop")
    page.click("#e2 .cite")
    assert page.locator("#n6").evaluate("it => it.getBoundingClientRect().top < innerHeight")
    page.click("#back")
    assert page.locator("#e2").evaluate("it => it.getBoundingClientRect().top >= 0")
    assert page.evaluate("document.activeElement.closest('.item').id") == "e2"
    assert not page.is_visible("#back")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1280])
def test_axe_finds_nothing(
    open_page: Opened, report: str, scheme: Literal["light", "dark"], width: int
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="axe is missing: pip install -e '.[browser]'",
    ).Axe()
    for html in (report, str(render(note(), "html"))):
        page = open_page(html, width=width, scheme=scheme)
        states = ["document.activeElement.blur()"]
        if html is report:
            states += ["document.querySelector('#s1 .line').click()"]
            states += ["document.querySelector('#n5 .num').click()"]
        for state in states:
            page.evaluate(state)
            page.wait_for_timeout(200)  # colours fade in
            found = axe.run(page)
            assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize(("scheme", "dark"), [("light", False), ("dark", True)])
def test_dark_is_dark(
    open_page: Opened, report: str, scheme: Literal["light", "dark"], dark: bool
) -> None:
    page = open_page(report, scheme=scheme)
    colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    red = int(colour.removeprefix("rgb(").split(",")[0])
    assert (red < 80) == dark


def test_print_puts_every_quote_under_its_item(open_page: Opened, report: str) -> None:
    page = open_page(report, scheme="dark")
    page.emulate_media(media="print")
    assert page.locator(".item blockquote:visible").count() == 13
    assert page.locator(".bar:visible, .copy:visible, #back:visible").count() == 0
    background = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert background == "rgb(255, 255, 255)"
    assert page.pdf(format="A4").startswith(b"%PDF-")


def test_right_to_left_article_runs_from_the_right(open_page: Opened) -> None:
    page = open_page(str(render(hostile("قال الوزير إن المحادثات ألغيت"), "html")))
    assert page.eval_on_selector(".text", "it => getComputedStyle(it).direction") == "rtl"
    assert page.eval_on_selector(".what", "it => getComputedStyle(it).direction") == "rtl"
    number, sentence = page.locator("#n1 .num"), page.locator("#n1")
    inner, outer = number.bounding_box(), sentence.bounding_box()
    assert inner
    assert outer
    assert inner["x"] > outer["x"] + outer["width"] / 2


def test_long_article_opens_fast_and_stays_small(open_page: Opened, tmp_path: Path) -> None:
    summary = long_summary(words=12_000, items=300)
    html = str(render(summary, "html"))
    (tmp_path / "long.html").write_text(html)
    assert len(html.encode()) < 1_500_000
    page = open_page("")
    spent = page.context.new_cdp_session(page)
    spent.send("Performance.enable", {"timeDomain": "threadTicks"})
    before = _seconds(spent)
    open_page.show(page, html)
    page.wait_for_selector("#e150")
    opened = _seconds(spent) - before
    page.hover("#e150 .line")
    page.wait_for_selector(".text .lit")
    assert opened < 2
    assert _seconds(spent) - before - opened < 1
    spent.detach()


def _seconds(spent: CDPSession) -> float:
    """What the page's own thread has worked; a busy machine does not change it."""
    metrics = spent.send("Performance.getMetrics")["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")
