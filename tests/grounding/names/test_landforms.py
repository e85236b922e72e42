"""Rivers, lakes and mountains act in no news, whatever verbs they have."""

from __future__ import annotations

import pytest

from tests.grounding.made import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Senn broke its banks near Hallin on Monday.", "Senn"),
        ("Two villages on the river Senn were cleared. The Senn had risen.", "Senn"),
        ("The Senn, a river that both countries use, has risen.", "Senn"),
        ("They spoke about the waters of the Senn. The Senn rose.", "Senn"),
        ("The Tesk glacier shrank. The Tesk lost a tenth of its ice.", "Tesk"),
    ],
)
def test_a_river_is_no_actor(text: str, name: str) -> None:
    [found] = [e for e in read(text).directory.entities if e.name == name]
    assert (found.kind_guess, found.likely_actor) == (None, False)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Senn, a bus company, fined two drivers.", "Senn", "organization"),
        ("The Senn said it would close its doors.", "Senn", "organization"),
        ("Mayor Paul Lake said it had rained.", "Paul Lake", "person"),
    ],
)
def test_other_names_stay_what_they_are(text: str, name: str, kind: str) -> None:
    [found] = [e for e in read(text).directory.entities if e.name == name]
    assert found.kind_guess == kind


def test_whoever_speaks_behind_a_place_is_not_its_role() -> None:
    found = read("The flood came near Hallin, officials said.").directory.entities
    assert [(e.name, e.role, e.kind_guess) for e in found] == [("Hallin", None, None)]
