"""A model's words: kept where the article bears them out, else the article's own stand."""

from __future__ import annotations

import pytest

from tests.grounding.made import event, gist, grounded, read, warned

READING = read(
    "Ferry line drops night trips",
    "HALM, Oct. 5, 2033 (Wire) — The ferry line Nordsund will drop 14 night trips from Monday.",
    "Its owner, Ada Moss, did not resign.",
    "Moss said the line had lost 3.2 million euros.",
    "The council of Halm accused Moss of a breach of contract.",
    "Sign up for our newsletter",
)
BODY = "The ferry line Nordsund will drop 14 night trips from Monday."


def told(text: str, *sentences: int) -> list[str]:
    """The gist that comes of one drafted sentence."""
    return [item.text for item in grounded(READING, gist=[gist(text, *sentences)]).gist]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "The ferry line Nordsund will drop 14 night trips.",
        "Nordsund will drop 14 night trips from Monday.",
        "Ada Moss did not resign.",
        "Owner Ada Moss said the line had lost 3.2 million euros.",
    ],
)
def test_what_the_article_says_stays_as_the_model_put_it(text: str) -> None:
    numbers = {"resign": 3, "lost": 4}
    cited = next((n for word, n in numbers.items() if word in text), 2)
    assert told(text, cited) == [text]


@pytest.mark.parametrize(
    ("text", "cited", "instead"),
    [
        ("The ferry line Nordsund will drop 41 night trips.", 2, BODY),
        ("Moss said the line had lost 32 million euros.", 4, None),
        ("Its owner, Ada Moss, did resign.", 3, None),
        ("Its owner, Ada Moss, resigned.", 3, None),
        ("Moss did not say the line had lost 3.2 million euros.", 4, None),
        ("Zora Quint said the line had lost 3.2 million euros.", 4, None),
        ("The ferry line Nordsund will drop 14 night trips from Friday.", 2, BODY),
        ("Dragons ate all the cheese in town.", 2, BODY),
    ],
)
def test_what_it_does_not_say_gives_way_to_its_sentence(
    text: str, cited: int, instead: str | None
) -> None:
    sentence = READING.article.sentences[cited - 1].text
    assert told(text, cited) == [instead or sentence]
    found = grounded(READING, gist=[gist(text, cited)])
    assert found.warnings, "nothing goes without a word"
    assert {path for _, path in warned(found)} == {"/gist"}


def test_a_sentence_without_evidence_is_dropped_and_told() -> None:
    found = grounded(
        READING, gist=[gist("Whatever it is.", 99), gist("Ada Moss did not resign.", 3)]
    )
    assert [item.text for item in found.gist] == ["Ada Moss did not resign."]
    assert ("gist_dropped", "/gist") in warned(found)


def test_boilerplate_is_no_evidence() -> None:
    found = grounded(READING, gist=[gist("Sign up for our newsletter.", 6)])
    assert ("citation_boilerplate", "/gist") in warned(found)
    assert all(e.sentence != 6 for item in found.gist for e in item.evidence)


def test_a_sentence_that_stops_in_its_middle_gives_way() -> None:
    found = grounded(READING, gist=[gist("The ferry line Nordsund will drop 14", 2)])
    assert [item.text for item in found.gist] == [BODY]
    assert ("gist_cut_off", "/gist") in warned(found)


def test_words_moved_from_one_sentence_into_another_give_way() -> None:
    moved = "The ferry line Nordsund had lost 3.2 million euros on night trips from Monday."
    found = grounded(READING, gist=[gist(moved, 2, 4)])
    assert ("gist_stitched", "/gist") in warned(found)
    assert [item.text for item in found.gist] == [BODY]


def test_a_sentence_is_said_once_and_at_most_three() -> None:
    drafted = [gist("Ada Moss did not resign.", 3)] * 2 + [gist(BODY, 2)]
    assert [item.text for item in grounded(READING, gist=drafted).gist] == [
        "Ada Moss did not resign.",
        BODY,
    ]
    whole = " ".join(sentence.text for sentence in READING.article.sentences[1:5])
    assert len(grounded(READING, gist=[gist(whole, 2)]).gist) == 3


def test_a_loose_citation_moves_to_the_sentence_that_says_it() -> None:
    [item] = grounded(READING, gist=[gist("Ada Moss did not resign.", 2)]).gist
    assert [e.sentence for e in item.evidence] == [3]


@pytest.mark.parametrize("text", ["", " ", "\u200b", "…", ".", "\x00"])
def test_a_text_that_says_nothing_never_comes_out(text: str) -> None:
    found = grounded(READING, gist=[gist(text, 2)], events=[event(text, 2)])
    assert found.gist[0].text == BODY
    assert [item.description for item in found.events] == [BODY]


def test_without_a_gist_the_first_two_sentences_stand() -> None:
    assert [item.text for item in grounded(READING).gist] == [
        BODY,
        "Its owner, Ada Moss, did not resign.",
    ]


def test_the_headline_is_the_title_in_the_articles_words() -> None:
    headline = grounded(READING).headline
    assert headline is not None
    assert headline.text == headline.evidence[0].quote == "Ferry line drops night trips"


def test_without_a_title_the_first_sentence_heads() -> None:
    reading = read("The ferry line Nordsund will drop 14 night trips from Monday.")
    headline = grounded(reading).headline
    assert headline is not None
    assert headline.text == BODY


def test_a_dateline_is_no_part_of_a_text_but_of_its_evidence() -> None:
    [item, _] = grounded(READING).gist
    assert item.evidence[0].quote.startswith("HALM, Oct. 5, 2033 (Wire) — The ferry line")


def test_a_byline_beside_the_evidence_bears_nothing_out() -> None:
    reading = read("Ferry line drops trips", "By Nela Osk", "The ferry line stopped on Monday.")
    assert reading.article.sentences[1].boilerplate == "byline"
    found = grounded(reading, events=[event("Nela Osk stopped the ferry line", 3)])
    assert [item.description for item in found.events] == ["The ferry line stopped on Monday."]
