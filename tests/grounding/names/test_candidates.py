from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.names import find_names
from tests.grounding.names.pieces import article_of


def names(*parts: str, title: bool = False) -> list[str]:
    return [mention.text for mention in find_names(article_of(*parts, title=title))]


def shapes(*parts: str) -> dict[str, str]:
    return {mention.text: mention.shape for mention in find_names(article_of(*parts))}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met Otto Feld and Ines Kaplan.", ["Otto Feld", "Ines Kaplan"]),
        ("They met Mario J. Kent of Velden.", ["Mario J. Kent", "Velden"]),
        (
            "It was Ludwig van der Berg who wrote to Rami al-Amin.",
            ["Ludwig van der Berg", "Rami al-Amin"],
        ),
        ("It went to the Ministry of Health.", ["Ministry of Health"]),
        (
            "It went to the Ministry of Health and Education.",
            ["Ministry of Health and Education"],
        ),
        (
            "The Drivers' League met the Pit Workers' Union.",
            ["Drivers' League", "Pit Workers' Union"],
        ),
        ("It was the People's Party of Norrland.", ["People's Party of Norrland"]),
        ("Velden's Harbour Board met.", ["Velden", "Harbour Board"]),
        ("They saw Defense Secretary Tom Lind.", ["Tom Lind"]),
        ("They saw Secretary of State Ada Grey.", ["Ada Grey"]),
        ("They saw the Secretary of State.", []),
        ("They saw Mr. Feld and Dr. Lind.", ["Feld", "Lind"]),
        ("They saw Trinidad and Tobago play Peru.", ["Trinidad and Tobago", "Peru"]),
        ("They came on Monday, May 4, and in June.", []),
        ("It was Theresa May.", ["Theresa May"]),
        ("Feld Brothers Inc. sold it.", ["Feld Brothers Inc."]),
        ("It was a Velden-based firm with pro-Feld views.", []),
        ("It came from Lee Chi-wai.", ["Lee Chi-wai"]),
        ("I think I'm right and You're wrong.", []),
        ("The author Stephen King came.", ["Stephen King"]),
    ],
)
def test_names_in_a_sentence(sentence: str, expected: list[str]) -> None:
    assert names(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Trains will run again.",
        "However, nothing happened.",
        "Five people were hurt.",
        "Running costs rose.",
        "Photo: a tram in the rain.",
    ],
)
def test_the_head_of_a_sentence_is_no_name(sentence: str) -> None:
    assert names(sentence) == []


def test_the_text_itself_tells_names_from_words() -> None:
    assert names("Amber fell.", "The amber was old.") == []
    assert names("Amber said no.", "They met Amber again.") == ["Amber", "Amber"]
    assert names("Police came.", "They told the police.") == []


def test_shapes() -> None:
    found = shapes(
        "Peru and the U.N. met Chilean envoys in Lima with the VTU, said Otto Feld.",
        'They read "Velden Nights" there.',
    )
    assert found == {
        "Peru": "country",
        "U.N.": "organization",
        "Chilean": "people",
        "Lima": "capital",
        "VTU": "acronym",
        "Otto Feld": "words",
        "Velden Nights": "work",
    }


def test_words_that_are_no_acronyms() -> None:
    assert names("It Is Us, they said on TV.") == []


def test_a_shouted_line_gives_known_names_only() -> None:
    assert names("OTTO FELD WINS VELDEN VOTE AGAIN", "They met Otto Feld there.") == [
        "OTTO FELD",
        "Otto Feld",
    ]


def test_a_heading_is_not_joined_to_the_line_below() -> None:
    assert names("They came to Velden\nOtto Feld spoke.") == ["Velden", "Otto Feld"]


pieces = st.lists(
    st.sampled_from(
        [
            "Otto",
            "Feld",
            "the",
            "said",
            "of",
            "Ministry",
            "é",
            "e\u0301",
            "🎉",
            "U.S.",
            "U.S",
            "’s",
            "'",
            "Mr.",
            "al-Amin",
            "“",
            "”",
            "(",
            ")",
            "NBC",
            "ﬁn",
            "\u200b",
            "العربية",
            "中国",
            "\n",
            "\r\n",
            "\u00a0",
            ",",
            ".",
        ]
    ),
    min_size=1,
    max_size=25,
)


@given(pieces, st.sampled_from(["", " "]))
def test_places_are_exact_and_never_overlap(parts: list[str], glue: str) -> None:
    text = glue.join(parts)
    if not text.strip():
        return
    article = article_of(text)
    last = 0
    for mention in find_names(article):
        assert article.text[mention.start : mention.end] == mention.text
        assert mention.start >= last
        last = mention.end
