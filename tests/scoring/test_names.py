"""Which names are the same one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.scoring.names import best_pair, name_similarity


@pytest.mark.parametrize(
    ("one", "other", "similarity"),
    [
        ("Otto Feld", "otto feld", 3),
        ("President Ana Lott", "Ana Lott", 3),
        ("the U.S.", "United States", 3),
        ("American", "US", 3),
        ("Zoë Müller", "Zoe Muller", 3),
        ("Union of Ward Staff", "UWS", 2),
        ("Feld", "Otto Feld", 1),
        ("Otto", "Otto Feld", 0),
        ("Drivers' League", "League", 1),
        ("Green Party", "Green Party of Lunne", 1),
        ("party", "Green Party", 0),
        ("Rolando Cabezas Alarcon", "Cabezas", 1),
        ("Taliban forces", "Taliban", 1),
        ("University of Sarn", "University", 0),
        ("Bank of Sarn", "Sarn", 1),
        ("Ana Lott", "Ana Feld", 0),
        ("Рудакова", "Рудакову", 3),
        ("Академия наук", "Академии наук", 3),
        ("澄湾港码头工会", "码头工会", 1),
        ("Ana's", "Ana", 3),
        ("", "Ana", 0),
        ("...", "Ana", 0),
    ],
)
def test_similarity(one: str, other: str, similarity: int) -> None:
    assert name_similarity(one, other) == similarity
    assert name_similarity(other, one) == similarity


@given(st.text(min_size=1), st.text(min_size=1))
def test_similarity_has_no_direction(one: str, other: str) -> None:
    assert name_similarity(one, other) == name_similarity(other, one)


def test_main_names_go_before_aliases() -> None:
    main = best_pair(["Otto Feld", "Feld"], ["Otto Feld", "the chair"])
    by_gold_name = best_pair(["the chair", "Otto Feld"], ["Otto Feld"])
    by_alias = best_pair(["the chair", "chairman"], ["Otto Feld", "the chair"])
    assert main > by_gold_name > by_alias > 0
    assert best_pair(["Ana Lott"], ["Otto Feld"]) == 0
    assert best_pair([], ["Otto Feld"]) == 0
