"""Cue words of attitude: who stands before one, and what after it."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from summarizer.grounding.attitudes import find_attitudes
from tests.grounding.made import read


def found(sentence: str, language: str | None = None) -> list[tuple[str, str]]:
    reading = read("Talks go on for days", sentence, language=language)
    return [(one.holder, one.target) for one in find_attitudes(reading)]


@pytest.mark.parametrize(
    ("sentence", "holder", "target"),
    [
        ("Mayor Ines Kaplan praised the vote.", "Ines Kaplan", "the vote"),
        (
            "Mayor Ines Kaplan rejected the offer of the union on Monday.",
            "Ines Kaplan",
            "the offer",
        ),
        ("Ada Moss condemned the strike and left.", "Ada Moss", "the strike"),
        ("Ada Moss called for an inquiry.", "Ada Moss", "an inquiry"),
        (
            "The chamber of commerce, however, opposed the toll.",
            "chamber of commerce",
            "the toll",
        ),
        (
            "Peruvian officials voiced suspicion of the plan, saying it came late.",
            "Peruvian officials",
            "the plan",
        ),
        ("Ada Moss lashed out at the port.", "Ada Moss", "the port"),
        ("Ada Moss was critical of the strike.", "Ada Moss", "the strike"),
        ("Ada Moss spoke out against a toll.", "Ada Moss", "a toll"),
        ("Ada Moss was furious about the sale.", "Ada Moss", "the sale"),
        ("The plan of the council was rejected by Mayor Ines Kaplan.", "Ines Kaplan", "The plan"),
        ("On Monday, the offer was sharply criticized by Ada Moss.", "Ada Moss", "the offer"),
        ("Ada Moss lamented last week that the port had lied.", "Ada Moss", "the port"),
        ("Ada Moss complained on Monday that the port had lied.", "Ada Moss", "the port"),
        (
            "The offer for the port was welcomed by the health ministry.",
            "health ministry",
            "The offer",
        ),
    ],
)
def test_holder_and_target_of_a_verb(sentence: str, holder: str, target: str) -> None:
    [(first, second)] = found(sentence)
    assert first == holder
    assert second.startswith(target)


def test_a_passive_without_a_doer_has_no_holder() -> None:
    assert found("The plan was rejected by many in Velden.") == []


def test_without_a_holder_there_is_no_candidate() -> None:
    assert found("Praised the vote.") == []


@pytest.mark.parametrize("sentence", ["Mayor Ines Kaplan objected.", "Ines Kaplan praised it."])
def test_a_verb_without_an_object_leaves_the_target_open(sentence: str) -> None:
    assert found(sentence) == [("Ines Kaplan", "")]


def test_the_title_gives_no_candidates() -> None:
    reading = read("Mayor Ines Kaplan praised the vote", "It was a long day in Halm for everybody.")
    assert list(find_attitudes(reading)) == []


def test_spanish_has_verbs_of_its_own() -> None:
    [(holder, target)] = found("La alcaldesa Inés Robledo rechazó la oferta del sindicato.", "es")
    assert (holder, target) == ("Inés Robledo", "la oferta")


def test_a_language_without_a_table_gives_nothing() -> None:
    assert found("Die Bürgermeisterin Ines Kaplan lobte die Abstimmung.", "de") == []


def test_candidates_come_in_text_order_with_their_sentence() -> None:
    reading = read(
        "Talks go on for days",
        "Ada Moss praised the vote.",
        "Otto Feld rejected the deal.",
    )
    assert [one.sentence for one in find_attitudes(reading)] == [2, 3]


def test_every_language_has_the_same_tables() -> None:
    held = tomllib.loads(
        files("summarizer.grounding").joinpath("attitudes.toml").read_text("utf-8")
    )
    passive = {"passive", "by"}  # only where "by" stands before the one who did it
    keys = {language: set(entry) - passive for language, entry in held.items()}
    assert all(names == keys["en"] for names in keys.values()), keys
    assert all(len(passive & set(entry)) in (0, 2) for entry in held.values())
