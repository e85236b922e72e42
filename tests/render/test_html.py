"""The page as written: self-contained, escaped, and nothing of a stranger's is markup."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from summarizer.render import load, render
from tests.render.hostile import hostile
from tests.render.notes import note
from tests.render.pilots import pilots
from tests.render.test_report_hostile import ADDRESSES, ATTACKS

EXAMPLES = Path(__file__).parents[2] / "examples"
PAYLOADS = [*ATTACKS, *ADDRESSES, "{{7*7}}{% for x in y %}", "<!-- --><svg/onload=alert(1)>"]


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def having(self, name: str) -> list[str | None]:
        return [attributes[name] for _, attributes in self.tags if name in attributes]


def _page() -> str:
    return str(render(pilots(), "html"))


def _policy(page: str) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    return found.group(1).replace("&#39;", "'")


@pytest.mark.parametrize("name", ["bus-strike.summary", "brief/note"])
def test_examples_are_rendered_from_the_json_beside_them(name: str) -> None:
    path = EXAMPLES / f"{name}.json"
    page = path.with_suffix(".html")
    is_current = page.read_text("utf-8") == render(load(path), "html")
    assert is_current, f"run: summarizer render {path} -o {page}"


def test_policy_allows_this_style_and_script_and_nothing_else() -> None:
    page = _page()
    policy = _policy(page)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "script-src 'none'" in _policy(str(render(note(), "html")))


def test_page_loads_nothing() -> None:
    for page in (_page(), str(render(note(), "html"))):
        tags = _Tags(page)
        assert not tags.having("src")
        linked = [attributes["href"] or "" for tag, attributes in tags.tags if tag == "link"]
        assert [link.partition(",")[0] for link in linked] == ["data:image/svg+xml"]
        assert "@import" not in page
        assert not re.search(r"url\((?!#)", page)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_becomes_markup(payload: str) -> None:
    plain, attacked = (
        _Tags(str(render(hostile("x"), "html"))),
        _Tags(str(render(hostile(payload), "html"))),
    )
    # Long names take two lines of the drawing.
    shapes = [[tag for tag, _ in page.tags if tag != "tspan"] for page in (plain, attacked)]
    assert shapes[0] == shapes[1]
    for _, attributes in attacked.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
    assert all((href or "").startswith(("#", "data:image")) for href in attacked.having("href"))


def test_hidden_characters_are_shown_everywhere() -> None:
    page = str(render(hostile("\x1b]\u202egnp\u200b\x00"), "html"))
    assert not set(page) & set("\x1b\u202e\u200b\x00")
    assert "␛]�gnp�␀" in page


def test_link_opens_safely_and_only_to_the_web() -> None:
    assert (
        '<a href="https://courier.example/pilots" target="_blank" rel="noopener noreferrer">'
    ) in _page()


def test_items_carry_what_they_cite_and_whom_they_involve() -> None:
    found = {
        attributes["id"]: (attributes["data-cites"], attributes.get("data-actors"))
        for _, attributes in _Tags(_page()).tags
        if "data-cites" in attributes
    }
    order = "headline g1 g2 a1 a2 a3 a4 s1 s2 e3 e2 e4 e1 q1 q2 q3"
    assert list(found) == order.split()
    assert found["e4"] == ("5", "a3 a1")
    assert found["s2"] == ("10", "a4 a1")


def test_citation_names_source_date_and_offsets() -> None:
    copied = _Tags(_page()).having("data-citation")
    assert (
        "“Talks planned for Friday were cancelled.” (Coast Courier, Ida Storm, “Harbour pilots in "
        "Lunde halt work over night shifts”, 2032-03-04, sentence 6, characters 403–443, "
        "https://courier.example/pilots)"
    ) in copied


def test_labels_tell_actors_apart() -> None:
    summary = pilots()
    summary.actors[1].name = "Peter Gale"
    summary.actors[2].name = "外务省"
    summary.actors[3].name = "<>"
    page = str(render(summary, "html"))
    labels = re.findall(
        r'<li id="a\d+".*?<span class="pill hue(\d)" aria-hidden="true">(.*?)</span>',
        page,
        re.DOTALL,
    )
    assert labels == [("0", "PG"), ("1", "PG2"), ("2", "外务"), ("3", "?")]


def test_direction_follows_the_article() -> None:
    assert '<div class="text" dir="ltr" lang="en">' in _page()
    summary = hostile("قال الوزير إن المحادثات ألغيت")
    assert '<div class="text" dir="rtl" lang="en">' in str(render(summary, "html"))


def test_text_left_out_is_said_and_quotes_stay() -> None:
    summary = pilots()
    summary.article.text = None
    page = str(render(summary, "html"))
    assert "The text was left out of this summary." in page
    assert ">“We will not sail tired,” said Mara Venn, who chairs the Guild.</blockquote>" in page


def test_review_status_and_doubt_are_shown() -> None:
    page = _page()
    assert '<span class="tag doubt">unsure: margin 0.07</span>' in page
    assert '<span class="tag status">cancelled</span>' in page
    assert "edited by ? on 2032-03-05: ?" in str(render(hostile("?"), "html"))
