"""Roles against the sentences around their bearer: what is remembered, shortened or another's."""

from __future__ import annotations

import pytest

from summarizer.grounding.guard import role_problems

NEAR = (
    "Former president Tom Lind met Foreign Minister Ada Grey in Velden.",
    "Deputy mayor Ines Kaplan and shadow minister Olga Reiss came too.",
    "Rosa Quispe, chief executive of the Pit Workers' Union, stayed away.",
    "Otto Feld did not speak.",
)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Ada Grey", "Foreign Minister"),
        ("Ada Grey", "minister"),
        ("Tom Lind", "former president"),
        ("Ines Kaplan", "deputy mayor"),
        ("Olga Reiss", "shadow minister"),
        ("Rosa Quispe", "chief executive of the Pit Workers' Union"),
        ("Rosa Quispe", "chief executive"),
    ],
)
def test_roles_of_the_article_stand(name: str, role: str) -> None:
    assert role_problems(role, name, NEAR) == []


@pytest.mark.parametrize(
    ("name", "role", "says"),
    [
        ("Tom Lind", "president", "says 'former president'"),
        ("Ines Kaplan", "mayor", "says 'deputy mayor'"),
        ("Olga Reiss", "minister", "says 'shadow minister'"),
        ("Otto Feld", "president", "gives the title 'president' to somebody else"),
        ("Tom Lind", "foreign minister", "gives the title 'minister' to somebody else"),
        ("Ada Grey", "former president", "gives the title 'president' to somebody else"),
        ("Ada Grey", "prime minister", "does not say 'prime' of Ada Grey"),
        ("Rosa Quispe", "billionaire", "does not say 'billionaire' of Rosa Quispe"),
        ("Rosa Quispe", "of the", "says no role"),
    ],
)
def test_remembered_and_shortened_roles_are_caught(name: str, role: str, says: str) -> None:
    [problem] = role_problems(role, name, NEAR)
    assert problem.code == "unsupported_name"
    assert says in problem.message


def test_scripts_that_do_not_part_words_are_left_out() -> None:
    assert role_problems("市长", "李明", ["李明说。"], language="zh") == []
