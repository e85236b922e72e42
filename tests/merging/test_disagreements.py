"""Where articles do not agree, and where they only seem to."""

from __future__ import annotations

from typing import Any

import pytest

from summarizer.merging import Dispute, find_disputes
from tests.merging.made import Telling, merged

SCENE = "A footbridge over the Velda collapsed in Orsand during the Regatta of Spring."


def told(*lines: tuple[str, int, dict[str, Any]]) -> list[Dispute]:
    """Articles with one event each: its sentence, its day in March, and what an event takes."""
    tellings = []
    for line, day, more in lines:
        telling = Telling(SCENE, f"{line}.", published=f"2034-03-{day:02}")
        telling.event(line, 2, **more)
        tellings.append(telling)
    return find_disputes(merged(*tellings))


def sides(dispute: Dispute) -> list[tuple[str, bool]]:
    return [(side.says, side.newest) for side in dispute.sides]


def test_two_numbers_stand_side_by_side_with_what_qualifies_them() -> None:
    (found,) = told(("killing 11 people", 3, {}), ("At least 14 people died", 3, {}))
    assert (found.kind, found.about) == ("quantity", "people killed")
    assert sorted(sides(found)) == [("11 people", False), ("At least 14 people", False)]


def test_the_newer_number_is_called_newer() -> None:
    (found,) = told(("killing 11 people", 3, {}), ("14 people died", 4, {}))
    assert sides(found) == [("11 people", False), ("14 people", True)]


def test_a_number_that_replaces_another_corrects_it() -> None:
    (found,) = told(
        ("killing 11 people", 3, {}), ("The number of dead was revised to 17 people", 4, {})
    )
    assert found.kind == "correction"
    assert sides(found)[-1] == ("17 people", True)


def test_one_number_in_two_wordings_is_no_difference() -> None:
    assert told(("killing 11 people", 3, {}), ("Eleven people died", 4, {})) == []


def test_numbers_of_two_things_are_no_difference() -> None:
    assert told(("killing 11 people", 3, {}), ("34 people were injured", 3, {})) == []


def test_a_sum_is_compared_with_a_sum() -> None:
    (found,) = told(
        ("The regatta bridge repair will cost 3 million euros", 3, {}),
        ("Repair of the regatta bridge will cost 5 million euros", 3, {}),
    )
    assert found.kind == "quantity"
    assert {says for says, _ in sides(found)} == {"3 million euros", "5 million euros"}


def test_one_event_on_two_days() -> None:
    (found,) = told(
        (
            "Inspectors closed the old rope bridge on March 3",
            5,
            {"when": ("March 3", "2034-03-03")},
        ),
        (
            "Inspectors closed the old rope bridge on March 5",
            6,
            {"when": ("March 5", "2034-03-05")},
        ),
    )
    assert found.kind == "date"
    assert {says for says, _ in sides(found)} == {"2034-03-03", "2034-03-05"}


def test_denied_here_and_told_there() -> None:
    (found,) = told(
        ("Engineers ignored the warning letters", 3, {}),
        ("engineers ignored the warning letters", 4, {"status": "denied"}),
    )
    assert (found.kind, sides(found)) == ("status", [("occurred", False), ("denied", True)])


def test_what_was_planned_and_then_happened_is_no_difference() -> None:
    plan = ("Divers will resume the river search", 3, {"status": "planned"})
    assert told(plan, ("Divers resumed the river search", 4, {})) == []


@pytest.mark.parametrize("target", ["the inquiry", "inquiry"])
def test_opposite_positions_of_one_holder(target: str) -> None:
    tellings = []
    for at, position in enumerate(("favor", "against")):
        line = f"Rina Solt spoke of {target}."
        telling = Telling(SCENE, line, published=f"2034-03-0{at + 3}")
        telling.stance(telling.actor("Rina Solt"), target, position, 2)
        tellings.append(telling)
    (found,) = find_disputes(merged(*tellings))
    assert (found.kind, sides(found)) == ("position", [("favor", False), ("against", True)])


def test_who_did_it() -> None:
    tellings = []
    for name in ("Navis Lines", "Karsk Guard"):
        telling = Telling(SCENE, f"{name} cut the steel anchor cables.")
        doer = telling.actor(name, "organization")
        telling.event(f"{name} cut the steel anchor cables", 2, actors=[doer])
        tellings.append(telling)
    (found,) = find_disputes(merged(*tellings))
    assert found.kind == "actor"
    assert {says for says, _ in sides(found)} == {"Navis Lines", "Karsk Guard"}
