"""A text becomes an article: numbered, marked, and knowing what it says of itself."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.article import Article, Metadata, build_article
from summarizer.errors import InputError

FERRY = """Ferry crews in Ostrand accept pay offer after 4 days

OSTRAND, March 3, 2032 (Ostrand Courier) — Ferry crews in Ostrand voted on Tuesday to go back to \
work, their union said. The Seafarers' Guild had asked for 9%.

Guild secretary Ada Holm said 310 members had voted. "We did not win," Holm said.

A rally planned for March 9 was called off."""

PAGE = """Skip to main content
Home > World > Coast

By Ada Holm and Per Lund, Ostrand Courier
Updated 2 hours ago · 4 min read

Ferry strike ends in Ostrand

Ferry crews voted on Tuesday to go back to work.
Recommended Videos
▶ Singer lost at sea — watch
Ten boats you should not buy

The guild said 310 members had voted, and that the vote was close.
___
Ostrand Courier writer Ola B. Dahl contributed to this report."""


def _texts(article: Article) -> list[str]:
    return [sentence.text for sentence in article.content]


def test_sentences_are_numbered_exact_and_in_order() -> None:
    article = build_article(FERRY)
    assert [s.number for s in article.sentences] == [1, 2, 3, 4, 5, 6]
    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert article.sentences[4].text == '"We did not win," Holm said.'


def test_title_dateline_date_publisher_and_language_come_from_the_text() -> None:
    article = build_article(FERRY)
    known = article.metadata
    assert known.title == "Ferry crews in Ostrand accept pay offer after 4 days"
    assert article.title_sentences == {1}
    assert article.dateline is not None
    assert article.text[slice(*article.dateline)] == "OSTRAND, March 3, 2032 (Ostrand Courier) —"
    assert (known.published, known.publisher, known.language) == (
        date(2032, 3, 3),
        "Ostrand Courier",
        "en",
    )


def test_given_values_win_and_a_title_that_is_not_in_the_text_stays_out_of_it() -> None:
    given = Metadata(title="Crews sail again", published=date(2030, 1, 1), publisher="X", id="7")
    article = build_article(FERRY, given)
    assert article.metadata.title == "Crews sail again"
    assert article.metadata.published == date(2030, 1, 1)
    assert article.metadata.publisher == "X"
    assert article.id == "7"
    assert article.title_sentences == frozenset()
    assert "sail again" not in article.text


def test_a_given_title_is_found_in_the_text() -> None:
    given = Metadata(title="FERRY STRIKE ENDS IN OSTRAND")
    article = build_article(PAGE, given)
    (number,) = article.title_sentences
    assert article.sentences[number - 1].text == "Ferry strike ends in Ostrand"
    assert article.metadata.title == "FERRY STRIKE ENDS IN OSTRAND"


def test_boilerplate_keeps_its_number_and_is_not_content() -> None:
    article = build_article(PAGE)
    assert _texts(article) == [
        "Ferry strike ends in Ostrand",
        "Ferry crews voted on Tuesday to go back to work.",
        "The guild said 310 members had voted, and that the vote was close.",
    ]
    assert [s.number for s in article.sentences] == list(range(1, len(article.sentences) + 1))
    marks = {s.text: s.boilerplate for s in article.sentences}
    assert marks["Recommended Videos"] == "related"
    assert marks["Ten boats you should not buy"] == "related"
    assert marks["___"] == "separator"
    assert article.metadata.byline == "Ada Holm and Per Lund"
    assert article.metadata.publisher == "Ostrand Courier"
    assert article.metadata.title == "Ferry strike ends in Ostrand"


@pytest.mark.parametrize("text", ["", " \n\t ", "\ufeff\u200b\u00a0"])
def test_an_empty_text_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="empty"):
        build_article(text)
