"""Positions across articles: by holder, and by what they are about."""

from __future__ import annotations

import pytest

from tests.merging.made import Telling, merged


def accused(sentence: str, target: str, *, event: bool = True) -> str:
    """What an issue is called where a chairwoman accuses a ministry."""
    told = Telling("The Transport Ministry and Rina Solt.", sentence)
    ministry = told.actor("Transport Ministry", "organization")
    solt = told.actor("Rina Solt")
    if event:
        told.event("Rina Solt accused", 2, type="ACCUSE", actors=[solt], recipients=[ministry])
    told.stance(solt, target, "against", 2)
    (position,) = merged(told).positions
    return position.issue


@pytest.mark.parametrize("target", ["ministry of ignoring", "the ministry for ignoring warnings"])
def test_the_one_who_is_charged_is_what_a_position_is_about(target: str) -> None:
    sentence = f"Rina Solt accused {target} the warnings."
    assert accused(sentence, target) == "Transport Ministry"
    assert accused(sentence, target, event=False) == target


def test_what_only_contains_the_name_is_not_the_one_who_bears_it() -> None:
    sentence = "Rina Solt accused the ministry and its plan of ruin."
    assert accused(sentence, "ministry plan") == "ministry plan"


def test_two_who_charge_one_are_on_one_issue() -> None:
    def by(name: str, target: str) -> Telling:
        told = Telling(f"Transport Ministry, {name}.", f"{name} accused {target}.")
        ministry = told.actor("Transport Ministry", "organization")
        holder = told.actor(name)
        told.event(f"{name} accused", 2, actors=[holder], recipients=[ministry])
        told.stance(holder, target, "against", 2)
        return told

    found = merged(by("Rina Solt", "the ministry of sleeping"), by("Ana Silva", "ministry"))
    assert {position.issue for position in found.positions} == {"Transport Ministry"}
