"""`text[start:end] == quote`, whatever the text is made of."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.article import Metadata, build_article
from summarizer.errors import InputError
from summarizer.grounding import ground, likely_actors, propose, read_article
from tests.invariants import grounded_holds

PIECES = st.sampled_from(
    [
        "Mayor Ines Kaplan said 17% of the 1,150 drivers had voted on Monday. ",
        "\U0001f9d1\u200d\U0001f692 crews \U0001f6a8 left Lund\u2026 ",
        "Rene\u0301 Za\u0308hl rejected Orla\u0303n's plan. ",
        "قال الوزير سليم إنه لن يستقيل. ",
        "\u202bשר החוץ אמר\u202c \u2067כן\u2069. ",
        "市长张丽否认了这一消息。",
        "Мэр Ирма Толстова поддержала план. ",
        "\r\n\r\n",
        "\r\n",
        "\u00a0\u2009",
        "zero\u200bwidth\ufeff, soft\u00adhyphen\u2060. ",
        "“Nobody,” she said, ‘never’. ",
        "\u2028\u2029\x85",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=12).map("".join)
KNOWN = Metadata(published=date(2031, 6, 9))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_every_quote_stands_where_it_says(text: str) -> None:
    try:
        article = build_article(text, KNOWN)
    except InputError:
        return  # nothing that can be seen
    for sentence in article.content:
        evidence = article.evidence(sentence.number)
        assert article.text[evidence.start : evidence.end] == evidence.quote
    reading = read_article(article)
    grounded_holds(ground(propose(reading), reading, candidates=likely_actors(reading)), article)


@pytest.mark.parametrize("half", ["\ud83d", "x\ude00"])
@pytest.mark.parametrize(
    "where", ["{}The port closed.", "The port{} closed.", "The port closed.{}"]
)
def test_half_a_pair_of_surrogates_never_gets_into_a_quote(half: str, where: str) -> None:
    try:
        article = build_article(where.format(half), KNOWN)
    except InputError:
        return  # refused in one line
    article.text.encode("utf-8")
    for sentence in article.content:
        evidence = article.evidence(sentence.number)
        assert article.text[evidence.start : evidence.end] == evidence.quote
