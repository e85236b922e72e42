"""Numbers in digits and words."""

from __future__ import annotations

import pytest

from summarizer.grounding.quantities import numbers_in, parse_digits


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("en", "1,200", 1200),
        ("en", "3.5", 3.5),
        ("en", "1,234.5", 1234.5),
        ("en", "2.0.1", None),
        ("en", "10:30", None),
        ("es", "1.200", 1200),
        ("es", "3,5", 3.5),
        ("es", "3.5", 3.5),
        ("ru", "1 200 000,5", 1200000.5),
        ("en", "12,34,56", None),
    ],
)
def test_digits_are_read_in_the_style_of_the_language(
    language: str, written: str, value: float | None
) -> None:
    assert parse_digits(written, language) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("seventeen", [17]),
        ("twenty-one", [21]),
        ("two hundred and five", [205]),
        ("nine million", [9_000_000]),
        ("9 million", [9_000_000]),
        ("three hundred thousand", [300_000]),
        ("two dozen", [24]),
        ("a hundred", [100]),
        ("half a billion", [500_000_000]),
        ("five six", [5, 6]),
        ("three and four", [3, 4]),
        ("one", []),
        ("a man", []),
        ("hundreds of men", []),
    ],
)
def test_english_number_words(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers_in(text)] == values


def test_ordinals_are_told_apart() -> None:
    found = numbers_in("The twenty-first, the second and the 3rd of four")
    assert [(n.value, n.kind) for n in found] == [
        (21, "ordinal"),
        (2, "ordinal"),
        (3, "ordinal"),
        (4, "cardinal"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [("三亿二千万", [320_000_000]), ("1.5亿", [150_000_000]), ("十二", [12]), ("两名", [2])],
)
def test_chinese_numerals(text: str, values: list[int]) -> None:
    assert [number.value for number in numbers_in(text, "zh")] == values


@pytest.mark.parametrize(("digits", "language"), [("9", "en"), ("9", "zh"), ("亿", "zh")])
def test_a_row_of_digits_without_end_is_no_number(digits: str, language: str) -> None:
    assert numbers_in(f"It read {digits * 5000} here", language) == []
