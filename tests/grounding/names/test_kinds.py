from __future__ import annotations

import pytest

from tests.grounding.names.pieces import directory_of, entity


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("Peru agreed.", "Peru", "state"),
        ("The U.S. agreed.", "United States", "state"),
        ("They told the Transport Ministry.", "Transport Ministry", "organization"),
        ("They told the University of Velden.", "University of Velden", "organization"),
        ("They told the VTU.", "VTU", "organization"),
        ("They told Mayor Ines Kaplan.", "Ines Kaplan", "person"),
        ("They told Tom Lind, a painter from Velden.", "Tom Lind", "person"),
        ("Tom Lind said no, and Lind left.", "Tom Lind", "person"),
        ("Tom Lind said no.", "Tom Lind", None),
        ("Lind & Feld said no.", "Lind & Feld", "organization"),
        ("They told the brewer Halm.", "Halm", "organization"),
        ("They told Halm, the bus company.", "Halm", "organization"),
        ("They told the rival Halm Copper.", "Halm Copper", None),
        ("They told the Norwegians.", "Norwegians", "group"),
        ("They went to Velden.", "Velden", None),
        ("They went to Lima.", "Lima", None),
        ("They saw Chilean trains.", "Chilean", None),
    ],
)
def test_kind(sentence: str, name: str, kind: str | None) -> None:
    assert entity(directory_of(sentence), name).kind_guess == kind


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They crossed Mount Feld.", "Mount Feld"),
        ("They lived in Velden.", "Velden"),
        ("They signed the Velden Treaty.", "Velden Treaty"),
        ("They feared Cyclone Otto.", "Cyclone Otto"),
        ("They saw Chilean trains.", "Chilean"),
        ("They read “Velden Nights” there.", "Velden Nights"),
        ("They drank in Lima.", "Lima"),
    ],
)
def test_what_is_no_actor(sentence: str, name: str) -> None:
    assert not entity(directory_of(sentence), name).likely_actor


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They told President Tom Hill.", "Tom Hill"),
        ("Hamas agreed.", "Hamas"),
        ("They told the League of Feld.", "League of Feld"),
        ("The plan was blocked by Norrland.", "Norrland"),
        ("They saw FLN guerrillas there.", "FLN"),
    ],
)
def test_what_is_an_actor(sentence: str, name: str) -> None:
    assert entity(directory_of(sentence), name).likely_actor


def test_the_head_of_a_bank_is_no_bank() -> None:
    directory = directory_of("The former head of the bank, Tom Lind, was sentenced.")
    assert entity(directory, "Tom Lind").kind_guess == "person"
