"""Quantities of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.quantities import find_quantities

Row = tuple[str, float | int, str | None, str | None]


def rows(sentence: str, language: str = "en") -> list[Row]:
    found = find_quantities(sentence, language=language)
    return [(sentence[q.start : q.end], q.value, q.unit, q.what) for q in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They ended an 11-day walkout.", [("11-day", 11, "day", "walkout")]),
        ("It won the 8% rise that it asked for.", [("8%", 8, "%", "rise")]),
        (
            "Feld said 640 members had accepted an offer of 5%.",
            [("640", 640, None, "members"), ("5%", 5, "%", "offer")],
        ),
        ("It cost nine million crowns.", [("nine million crowns", 9_000_000, "crown", None)]),
        ("A $3.5 billion package passed.", [("$3.5 billion", 3_500_000_000, "USD", "package")]),
        ("He paid a fine of €20,000.", [("€20,000", 20_000, "EUR", "fine")]),
        ("About 71 percent of voters came.", [("71 percent", 71, "%", "voters")]),
        ("Half a million people fled.", [("Half a million", 500_000, None, "people")]),
        ("A dozen boats sank.", [("A dozen", 12, None, "boats")]),
        (
            "Some two hundred and five union members left.",
            [("two hundred and five", 205, None, "members")],
        ),
        ("Twenty-one Orlan soldiers died.", [("Twenty-one", 21, None, "soldiers")]),
        ("Output fell -3.5% in May.", [("-3.5%", -3.5, "%", None)]),
        ("They owe US$20bn.", [("US$20bn", 20_000_000_000, "USD", None)]),
        ("They owe 5,000 USD.", [("5,000 USD", 5_000, "USD", None)]),
        (
            "A range of 2,000 to 10,000 rebels hid.",
            [("2,000", 2000, None, "rebels"), ("10,000", 10_000, None, "rebels")],
        ),
        ("It takes 20 to 30 days.", [("20", 20, "day", None), ("30 days", 30, "day", None)]),
        ("It lies 350 km east of Lorne.", [("350 km", 350, "kilometer", None)]),
        ("The 34-year-old driver left.", [("34-year-old", 34, "year", "driver")]),
        ("Otto Feld, 34, left.", [("34", 34, "year", None)]),
        ("A man aged 40 left.", [("40", 40, "year", None)]),
        ("The court is 40 years old.", [("40 years old", 40, "year", None)]),
        ("Two people died and 12 were hurt.", [("Two", 2, None, "people"), ("12", 12, None, None)]),
        ("Two-thirds of 90 voters came.", [("90", 90, None, "voters")]),
        ("About two thirds agreed, one-third did not.", []),
        ("Six fisheries ministers met.", [("Six", 6, None, "ministers")]),
    ],
)
def test_value_unit_and_noun(sentence: str, expected: list[Row]) -> None:
    assert rows(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "They met on July 3, 2019 and in 2031.",
        "He left at 5 p.m. on Monday.",
        "Flight 370 vanished.",
        "The council cited Resolution 1701.",
        "The Group of Seven met.",
        "He won No. 5 and read page 4.",
        "Velden won 3-2.",
        "The second round is the 3rd.",
        "He is one of the men.",
        "They flew an F-16 over a 5G mast.",
        "The 2031 budget passed.",
        "Version 2.0.1 is out.",
    ],
)
def test_what_counts_nothing_is_left_out(sentence: str) -> None:
    assert rows(sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        (
            "es",
            "Unas 1.200 personas pagaron 3,5 millones de euros, un 8 por ciento más.",
            [
                ("1.200", 1200, None, "personas"),
                ("3,5 millones de euros", 3_500_000, "EUR", None),
                ("8 por ciento", 8, "%", None),
            ],
        ),
        (
            "ru",
            "Около 1 200 человек и 3,5 млн рублей за 11 дней.",
            [
                ("1 200", 1200, None, None),
                ("3,5 млн рублей", 3_500_000, "RUB", None),
                ("11 дней", 11, "day", None),
            ],
        ),
        (
            "zh",
            "340个航班停飞，耗资350万美元，上涨8%，三百二十人受伤，第二次投票。",
            [
                ("340", 340, None, None),
                ("350万美元", 3_500_000, "USD", None),
                ("8%", 8, "%", None),
                ("三百二十", 320, None, None),
            ],
        ),
        (
            "ar",
            "قتل ٣٤ شخصا بكلفة 3.5 مليون دولار و8 في المئة.",
            [
                ("٣٤", 34, None, None),
                ("3.5 مليون دولار", 3_500_000, "USD", None),
                ("8 في المئة", 8, "%", None),
            ],
        ),
        ("de", "Es kostete 1.200 € mehr.", [("1.200 €", 1200, "EUR", None)]),
    ],
)
def test_other_languages(language: str, sentence: str, expected: list[Row]) -> None:
    assert rows(sentence, language) == expected


def test_positions_are_moved_by_the_offset() -> None:
    found = find_quantities("🚋 640 members", offset=100)[0]
    assert (found.start, found.end) == (102, 105)


@given(st.text(max_size=200), st.sampled_from(["en", "es", "ru", "zh", "ar", "de"]))
def test_any_text_yields_spans_inside_it(text: str, language: str) -> None:
    for quantity in find_quantities(text, language=language):
        assert 0 <= quantity.start < quantity.end <= len(text)
