"""Our words in another language: names come back as they were, numbers stay, nothing comes in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.translation import Masked, lost_number, translation_problem

SPANISH = "La alcaldesa Inés Corbalán acusó a Hidrosur de ocultar 18.000 litros el lunes."
NAMES = ["Corbalán", "Inés Corbalán", "Hidrosur"]
GOOD = "Mayor X1 accused X2 of hiding 18,000 litres on Monday."


def test_names_are_held_out_of_reach_and_come_back_as_they_were() -> None:
    masked = Masked.of(SPANISH, NAMES)
    assert masked.text == "La alcaldesa X1 acusó a X2 de ocultar 18.000 litros el lunes."
    assert masked.unmasked(GOOD) == (
        "Mayor Inés Corbalán accused Hidrosur of hiding 18,000 litres on Monday."
    )


@pytest.mark.parametrize("translated", ["Mayor X1 accused it.", "X1, X2 and X3 spoke.", ""])
def test_a_name_that_is_lost_or_unknown_spoils_a_translation(translated: str) -> None:
    assert Masked.of(SPANISH, NAMES).unmasked(translated) is None


def test_a_name_is_not_masked_inside_a_word() -> None:
    assert Masked.of("Anabel llegó", ["Ana"]).text == "Anabel llegó"


@given(st.lists(st.text("abcdeАБВ中文", min_size=1, max_size=6), max_size=5), st.text(max_size=40))
def test_masking_loses_nothing(names: list[str], text: str) -> None:
    text = text.replace("X", "x")
    masked = Masked.of(text, names)
    assert masked.unmasked(masked.text) == text


@pytest.mark.parametrize(
    ("original", "translated", "languages"),
    [
        (SPANISH, "Mayor Inés Corbalán accused Hidrosur of hiding 18,000 litres.", ("es", "en")),
        (
            "成立于3月12日，损失八千万元。",
            "It was founded on March 12 and lost 80 million.",
            ("zh", "en"),
        ),
        ("It lost 80 million on March 12.", "3月12日损失八千万元。", ("en", "zh")),
        ("Двое погибли в понедельник.", "Two people died on Monday.", ("ru", "en")),
        ("Alemania y Francia firmaron.", "They signed, Germany and France.", ("es", "en")),
        ("Der Bericht lag vor.", "El informe estaba listo.", ("de", "es")),
    ],
)
def test_a_faithful_translation_has_no_problem(
    original: str, translated: str, languages: tuple[str, str]
) -> None:
    assert translation_problem(translated, [original], (), languages) is None
    assert lost_number(translated, original, languages) is None


def test_a_number_that_changes_is_seen() -> None:
    problem = translation_problem("It hid 18 litres.", ["Ocultó 18.000 litros."], (), ("es", "en"))
    assert problem is not None
    assert problem.code == "unsupported_number"
    assert lost_number("It hid litres.", "Ocultó 18.000 litros.", ("es", "en")) == "18000"


def test_a_name_that_comes_in_is_seen_unless_it_is_known() -> None:
    languages = ("ru", "en")
    given = ("It blamed Rudakov for it.", ["Рудакова обвинили."])
    problem = translation_problem(*given, (), languages)
    assert problem is not None
    assert (problem.code, problem.token) == ("unsupported_name", "Rudakov")
    assert translation_problem(*given, ["Gleb Rudakov"], languages) is None
