"""Evidence leads back: to a page of the file, to the words in the published article."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.render import render
from summarizer.render.places import page_number, text_link
from summarizer.schema import Actor, ArticleSummary, Statement
from tests.render.stories import Story, run

ADDRESS = "https://velden.example/7"


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("Ships wait.", "Ships%20wait."),
        ("a-b, c & d", "a%2Db%2C%20c%20%26%20d"),
        (
            "Ferry crews in Ostrand voted on Tuesday to go back to work, ending a four-day strike.",
            "Ferry%20crews%20in%20Ostrand%20voted,work%2C%20ending%20a%20four%2Dday%20strike.",
        ),
        ("市" * 90, f"{'%E5%B8%82' * 12},{'%E5%B8%82' * 12}"),
    ],
)
def test_a_quote_becomes_a_text_fragment(quote: str, fragment: str) -> None:
    assert text_link(ADDRESS, quote) == f"{ADDRESS}#:~:text={fragment}"


def test_an_address_with_a_fragment_keeps_it() -> None:
    assert text_link(f"{ADDRESS}#top", "Rain.") == f"{ADDRESS}#top:~:text=Rain."


@pytest.mark.parametrize(
    "address", [None, "javascript:alert(1)", "story.txt", "https://a@b.example"]
)
def test_no_link_where_there_is_no_web_address(address: str | None) -> None:
    assert text_link(address, "Rain.") is None


@given(st.text(min_size=1))
def test_nothing_in_a_quote_gets_out_of_the_link(quote: str) -> None:
    link = text_link(ADDRESS, quote.encode("utf-8", "replace").decode())
    if link is not None:
        assert link.isascii()
        assert not set("<>\"' \n\\`") & set(link)
        assert unquote(link).startswith(f"{ADDRESS}#:~:text=")


def test_reports_link_evidence_to_the_article_and_name_the_page() -> None:
    story = Story("The port closed.", "Ada Holm said ships must wait.")
    actor = Actor(
        id="a1",
        name="Ada Holm",
        aliases=[],
        kind="person",
        role=None,
        mentions=[story.span("Ada Holm", 2)],
        evidence=story.evidence(2),
    )
    said = Statement(id="q1", speaker="a1", kind="reported", cue="said", evidence=story.evidence(2))
    summary = ArticleSummary(
        article=story.record(),
        headline=None,
        gist=[],
        actors=[actor],
        statements=[said],
        stances=[],
        events=[],
        warnings=[],
        run=run(),
    )
    article = story.record(url=ADDRESS, pages=story.spans)
    linked = summary.model_copy(update={"article": article})
    page, markdown = render(linked, "html"), render(linked, "markdown")
    (piece,) = story.evidence(2)
    link = text_link(ADDRESS, piece.quote)
    assert page_number(article, piece) == 2
    assert f'<a href="{link}"' in str(page)
    assert "page 2, sentence 2" in str(page)
    assert f"[[2]](<{link}>) " in str(markdown)
    assert ":~:" not in str(render(summary, "markdown"))
