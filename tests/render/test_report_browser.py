"""The page in a real browser: what lights up, what opens, what the keyboard does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.render import render
from tests.render.long_story import long_summary
from tests.render.opened import Opened
from tests.render.pilots import pilots

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _lit(page: Page) -> list[str]:
    """Numbers of the sentences that are lit, wholly or in part."""
    return list(
        page.eval_on_selector_all(
            ".text .lit", "found => found.map(it => it.closest('.sentence').dataset.n)"
        )
    )


def _in_view(page: Page, selector: str) -> bool:
    return bool(
        page.eval_on_selector(
            selector,
            "it => { const box = it.getBoundingClientRect();"
            " return box.top >= 0 && box.bottom <= innerHeight && box.width > 0; }",
        )
    )


def test_hover_lights_the_evidence_and_leaving_darkens_it(open_page: Opened, report: str) -> None:
    page = open_page(report)
    assert _lit(page) == []
    page.hover("#e3 .what")
    assert _lit(page) == ["2"]
    page.hover("#g2")
    assert _lit(page) == ["3"]
    page.hover("#article h2")
    assert _lit(page) == []


def test_focus_lights_like_hover(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.focus("#e4 .line")
    assert _lit(page) == ["5"]
    page.focus("#n1 .num", timeout=1000)
    assert _lit(page) == []


def test_part_of_a_sentence_lights_alone(open_page: Opened) -> None:
    summary = pilots()
    quote = summary.statements[1].evidence[0]
    quote.quote = "“We will not sail tired,”"
    quote.end = quote.start + len(quote.quote)
    page = open_page(str(render(summary, "html")))
    page.hover("#q2 .line")
    assert page.locator(".text .lit").all_inner_texts() == [quote.quote]


def test_actor_shows_where_it_is_named(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.hover("#a1 .line")
    assert page.locator(".mention.named").all_inner_texts() == ["Pilots' Guild", "the Guild"]


def test_an_arrow_lights_the_words_of_its_position(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.hover(".arrow[href='#s1'] circle")
    assert _lit(page) == ["5"]
    assert page.locator("#s1.lit").count() == 1
    page.hover("#s2 .line")
    assert page.locator(".arrow.lit").evaluate_all(
        "all => all.map(it => it.hash || it.href.baseVal)"
    ) == ["#s2"]
    page.click(".arrow[href='#s1'] circle")
    page.wait_for_selector("#s1.open")
    assert page.is_visible("#s1 blockquote")
    assert not page.is_visible("#s1 .claim"), "its words, once"


def test_a_long_list_of_actors_unfolds_for_the_one_asked_for(open_page: Opened) -> None:
    page = open_page(str(render(long_summary(words=4000, items=200), "html")), "#a20")
    assert page.locator(".actors .item").count() == 20
    assert page.is_visible("#a20 blockquote")
    page = open_page(str(render(long_summary(words=4000, items=200), "html")))
    assert page.inner_text(".others > summary") == "10 more actors"
    assert page.locator(".actors .item:visible").count() == 10
    page.focus("#a10 .line")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.item').id") == "e1"
    page.select_option("#filter", "a20")
    assert page.is_visible("#a20")


def test_click_opens_scrolls_and_leaves_an_address(open_page: Opened, report: str) -> None:
    page = open_page(report, height=320)
    assert not _in_view(page, "#n8")
    page.click("#e1 .line")
    assert page.get_attribute("#e1 .line", "aria-expanded") == "true"
    assert page.is_visible("#e1 blockquote")
    assert _in_view(page, "#n8")
    assert page.url.endswith("#e1")
    page.hover("#article h2")
    assert _lit(page) == ["8"]
    page.click("#e1 .line")
    assert page.get_attribute("#e1 .line", "aria-expanded") == "false"
    assert not page.is_visible("#e1 blockquote")
    assert "#" not in page.url


def test_click_on_a_sentence_shows_what_cites_it(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.click("#n5 >> text=called the walkout reckless")
    assert page.inner_text("#status") == "Sentence 5 is cited by 4 items:"
    assert page.locator("#citing a").all_inner_texts() == [
        "Tomas Quill",
        "Tomas Quill, against: the walkout",
        "Tomas Quill rejected the Guild's demand",
        "Tomas Quill called",
    ]
    page.click("#citing a >> nth=1")
    page.wait_for_selector("#s1 blockquote")  # a browser tells a page of a followed link later
    assert _in_view(page, "#s1")


def test_the_number_of_a_lit_sentence_is_read_under_the_pointer(
    open_page: Opened, report: str
) -> None:
    page = open_page(report)
    page.click("#n5")
    style = "it => [getComputedStyle(it).color, getComputedStyle(it).backgroundColor]"
    ink, _ = page.eval_on_selector("#n5.lit", style)
    _, behind = page.eval_on_selector("#n5.lit .num", style)
    assert behind == ink


def test_unused_sentence_and_boilerplate_say_so(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.click("#n9 .num")
    assert page.inner_text("#status") == "Nothing cites sentence 9."
    page.click("#n7 .num")
    assert page.inner_text("#status") == (
        "Nothing cites sentence 7, which is not the article’s own."
    )
    colours = {
        number: page.eval_on_selector(f"#n{number}", "it => getComputedStyle(it).color")
        for number in (6, 9)
    }
    assert colours[6] != colours[9]


def test_filter_leaves_what_involves_an_actor(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.select_option("#filter", "a3")
    shown = page.eval_on_selector_all(
        ".item", "found => found.filter(it => it.offsetParent).map(it => it.id)"
    )
    assert shown == ["a3", "s1", "e4", "q3"]
    assert page.inner_text("#status") == "4 of 13 items involve Tomas Quill."
    assert page.locator(".arrow:visible").count() == 1
    assert page.locator(".box.off title").all_text_contents() == [
        "transport ministry of Orland",
        "the Guild's patience",
    ]
    page.evaluate("location.hash = 'e1'")
    page.wait_for_selector("#e1.open")
    assert page.input_value("#filter") == ""


def test_actor_alone_by_its_own_button(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.click("#a4 .line")
    page.click("#a4 .only")
    assert page.input_value("#filter") == "a4"
    assert not page.is_visible("#statements")


@pytest.mark.parametrize(("fragment", "lit"), [("#s2", ["10"]), ("#headline", ["1"]), ("#no", [])])
def test_address_opens_an_item(
    open_page: Opened, report: str, fragment: str, lit: list[str]
) -> None:
    page = open_page(report, fragment, height=400)
    assert _lit(page) == lit
    if fragment == "#s2":
        assert page.is_visible("#s2 blockquote")
        assert _in_view(page, "#s2 .line")
        assert _in_view(page, "#n10")


def test_address_of_a_sentence_shows_it(open_page: Opened, report: str) -> None:
    page = open_page(report, "#n10", height=300)
    assert _in_view(page, "#n10")


def test_keyboard_alone_reaches_everything(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.focus("#a1 .line")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.item').id") == "a3"
    page.keyboard.press("Enter")
    assert page.is_visible("#a3 blockquote")
    page.keyboard.press("Escape")
    assert not page.is_visible("#a3 blockquote")
    page.focus("#n1 .num")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.inner_text("#status") == "Sentence 3 is cited by 3 items:"
    assert page.get_attribute("#n3 .num", "tabindex") == "0"
    assert page.get_attribute("#n1 .num", "tabindex") == "-1"


def test_tab_order_ends(open_page: Opened, report: str) -> None:
    page = open_page(report)
    seen: set[str] = set()
    for _ in range(80):
        page.keyboard.press("Tab")
        seen |= set(
            page.evaluate("[document.activeElement.id, ...document.activeElement.classList]")
        )
        if page.evaluate("document.activeElement.classList.contains('num')"):
            break
    assert {"line", "cite", "filter"} <= seen
    assert page.evaluate("document.activeElement.classList.contains('num')")


def test_citation_is_copied(open_page: Opened, report: str) -> None:
    page = open_page(report)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#e2 .line")
    page.click("#e2 .copy")
    page.wait_for_selector("#e2 >> text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Talks planned for Friday were cancelled.” (Coast Courier, ")


def test_what_is_to_come_stands_apart(open_page: Opened, report: str) -> None:
    page = open_page(report)
    periods = page.locator(".period")
    assert periods.locator("h3").all_inner_texts() == ["Without a date", "Yet to come"]
    found = [periods.nth(at).locator(".item") for at in range(3)]
    ids = [part.evaluate_all("all => all.map(it => it.id)") for part in found]
    assert ids == [["e3", "e2"], ["e4"], ["e1"]]
    assert not page.is_visible("#e4 .when")


def test_statuses_look_apart(open_page: Opened, report: str) -> None:
    page = open_page(report)
    style = "it => getComputedStyle(it, '::before').borderTopStyle"
    assert page.eval_on_selector("#e1", style) == "dashed"
    assert page.eval_on_selector("#e3", style) == "solid"
    struck = "it => getComputedStyle(it).textDecorationLine"
    assert page.eval_on_selector("#e2 .what", struck) == "line-through"
    assert page.eval_on_selector("#e3 .what", struck) == "none"


def test_without_script_all_is_there(open_page: Opened, report: str) -> None:
    page = open_page(report, scripts=False)
    assert page.locator("#e1 blockquote").is_visible()
    assert not page.locator("#filter").is_visible()
