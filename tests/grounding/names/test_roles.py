from __future__ import annotations

import pytest

from tests.grounding.names.pieces import directory_of, entity


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("Defense Secretary Tom Lind spoke.", "Tom Lind", "Defense Secretary"),
        ("Secretary of State Ada Grey spoke.", "Ada Grey", "Secretary of State"),
        ("They met union president Rosa Quispe.", "Rosa Quispe", "union president"),
        ("The city's mayor, Ines Kaplan, praised it.", "Ines Kaplan", "mayor"),
        (
            "Maren Holt, secretary-general of the Salt Coast Commission, spoke.",
            "Maren Holt",
            "secretary-general of the Salt Coast Commission",
        ),
        (
            "Tom Lind, 43, a spokesman for the ministry, left.",
            "Tom Lind",
            "spokesman for the ministry",
        ),
        ("They saw former president Tom Lind.", "Tom Lind", "former president"),
        (
            "The Peruvian Ambassador to Norway Ada Grey spoke.",
            "Ada Grey",
            "Peruvian Ambassador to Norway",
        ),
        (
            "The chair of the Velden Council Ada Grey spoke.",
            "Ada Grey",
            "chair of the Velden Council",
        ),
        ("Baker Tom Lind, who sells bread, came.", "Tom Lind", "Baker"),
        ("Presidents Ada Grey and Tom Lind met.", "Ada Grey", "President"),
    ],
)
def test_a_role_in_the_articles_words(sentence: str, name: str, role: str) -> None:
    found = entity(directory_of(sentence), name)
    assert found.kind_guess == "person"
    assert found.role is not None
    assert found.role.text == role
    assert sentence[found.role.start : found.role.end] == role


@pytest.mark.parametrize(
    "sentence",
    [
        "Reporters in Velden met Tom Lind.",
        "Mr. Tom Lind came.",
        "After the president, Tom Lind and his wife came.",
        "Tom Lind, the owner's dog, and a cat came.",
        "The president said Tom Lind had left.",
        "Workers and Tom Lind left.",
        "Tom Lind, accused the president of the league of theft, and left.",
    ],
)
def test_no_role_where_none_is_said(sentence: str) -> None:
    assert entity(directory_of(sentence), "Tom Lind").role is None


def test_two_share_an_office_in_the_plural() -> None:
    sentence = "Prime Ministers Ada Grey and Tom Lind met."
    found = entity(directory_of(sentence), "Tom Lind")
    assert found.kind_guess == "person"
    assert found.role is not None
    assert found.role.text == "Prime Minister"
