from __future__ import annotations

import pytest

from summarizer.grounding.names import role_problem
from tests.grounding.names.pieces import directory_of, entity

STORY = (
    "Former president Tom Lind met Foreign Minister Ada Grey in Velden.",
    "Deputy mayor Ines Kaplan came too.",
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
        ("Rosa Quispe", "chief executive of the Pit Workers' Union"),
        ("Rosa Quispe", "chief executive"),
    ],
)
def test_roles_of_the_article_stand(name: str, role: str) -> None:
    directory = directory_of(*STORY)
    assert role_problem(role, entity(directory, name), directory) is None


@pytest.mark.parametrize(
    ("name", "role", "says"),
    [
        ("Tom Lind", "president", "Former"),
        ("Ines Kaplan", "mayor", "Deputy"),
        ("Otto Feld", "president", "does not say 'president' of Otto Feld"),
        ("Ada Grey", "prime minister", "'prime'"),
        ("Ada Grey", "former president", "of Tom Lind"),
        ("Rosa Quispe", "of the", "says no role"),
    ],
)
def test_remembered_and_shortened_roles_are_caught(name: str, role: str, says: str) -> None:
    directory = directory_of(*STORY)
    problem = role_problem(role, entity(directory, name), directory)
    assert problem is not None
    assert says in problem
