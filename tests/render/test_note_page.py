"""The page of a note in a browser: claims open their quotes, drawings speak, nothing runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest

from summarizer.render import render
from tests.render.hostile import hostile_note
from tests.render.notes import incident_note
from tests.render.notes import note as small_note
from tests.render.opened import Opened
from tests.render.test_report_hostile import TOGETHER


@pytest.fixture(scope="module")
def page_of_note() -> str:
    return str(render(incident_note(), "html"))


def test_each_claim_opens_its_words(open_page: Opened, page_of_note: str) -> None:
    page = open_page(page_of_note)
    first = page.locator(".gist .proof").first
    assert not first.locator("blockquote").first.is_visible()
    first.locator("summary").click()
    assert first.locator("blockquote").first.is_visible()
    assert re.search(r"sentence \d", first.locator("figcaption").first.inner_text())
    for section in ("judgements", "actors", "positions", "timeline"):
        proof = page.locator(f"section[aria-labelledby={section}] details").first
        assert not proof.locator("figcaption").first.is_visible()
        proof.locator("summary").click()
        assert proof.locator("figcaption").first.is_visible()


def test_the_keyboard_opens_them_without_a_script(open_page: Opened, page_of_note: str) -> None:
    page = open_page(page_of_note, scripts=False)
    page.locator(".gist .proof summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".gist .proof blockquote").first.is_visible()


def test_a_quote_leads_to_its_source(open_page: Opened, page_of_note: str) -> None:
    page = open_page(page_of_note, height=400)
    page.locator(".gist .proof summary").first.click()
    link = page.locator(".gist .proof figcaption a").first
    number = str(link.get_attribute("href"))
    link.click()
    assert page.locator(f"{number}:target").count() == 1
    assert page.locator(number).evaluate("it => it.getBoundingClientRect().top < innerHeight")


def test_the_drawings_say_in_words_what_they_show(open_page: Opened, page_of_note: str) -> None:
    page = open_page(page_of_note)
    said = page.locator("svg.chart desc").all_text_contents()
    assert "Rina Solt on an independent inquiry: favor" in said[0]
    assert "2034-03-04: Transport Minister Karel Vond resigned on Saturday" in said[1]
    assert page.locator("svg.chart[role=img]").count() == 2
    assert page.locator(".held.favor").count() == 1
    assert page.locator(".held.against").count() == 2


def test_versions_stand_side_by_side(open_page: Opened, page_of_note: str) -> None:
    page = open_page(page_of_note, width=1000)
    tops = page.eval_on_selector_all(".side", "all => all.map(it => it.offsetTop)")
    assert len(tops) == 3
    assert len(set(tops)) == 1
    assert page.locator(".side blockquote").count() == 3
    assert "newer" in page.locator(".side").nth(2).inner_text()


def test_what_is_new_is_marked(open_page: Opened, page_of_note: str) -> None:
    page = open_page(page_of_note)
    marked = page.locator(".timeline .item", has=page.locator(".change")).all_inner_texts()
    assert any("resigned" in text for text in marked)
    assert "2 changed" in page.inner_text("section[aria-labelledby=changes]")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1280])
def test_axe_finds_nothing(
    open_page: Opened, page_of_note: str, scheme: Literal["light", "dark"], width: int
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright",
        reason="axe is missing: pip install -e '.[browser]'",
    ).Axe()
    page = open_page(page_of_note, width=width, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
    found = axe.run(page)
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_print_shows_the_quote_of_every_claim(
    open_page: Opened, page_of_note: str, tmp_path: Path
) -> None:
    page = open_page(page_of_note)
    page.emulate_media(media="print")
    for part in (".gist", "[aria-labelledby=judgements]", ".timeline", "[aria-labelledby=gaps]"):
        heights = page.eval_on_selector_all(
            f"{part} .proof blockquote", "all => all.map(it => it.offsetHeight)"
        )
        assert heights
        assert min(heights) > 0
    for part in ("[aria-labelledby=positions] figcaption", ".side blockquote"):
        assert page.locator(part).first.is_visible()
    path = tmp_path / "note.pdf"
    page.pdf(path=str(path))
    assert path.stat().st_size > 10_000


def test_nothing_runs_and_nothing_leaves(open_page: Opened) -> None:
    page = open_page(str(render(hostile_note("harmless"), "html")))
    for attack in TOGETHER:
        open_page.show(page, str(render(hostile_note(attack), "html")))
        page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })")
        assert open_page.wrong == [], attack
        assert page.locator("script").count() == 0, attack
        assert page.locator("svg.chart").count() == 2, attack


def test_a_note_without_the_words_says_where_they_are(open_page: Opened) -> None:
    page = open_page(str(render(small_note(), "html")))
    page.locator(".gist .proof summary").click()
    assert "see the summaries of n1" in page.inner_text(".gist .proof")
