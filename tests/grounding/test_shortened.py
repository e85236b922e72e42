"""A group's noun taken up again is the group only where nobody else can be meant."""

from __future__ import annotations

import pytest

from summarizer.schema import Actor
from tests.grounding.made import event, grounded, read

STRIKE = "Bus drivers in Marn voted on Monday to strike."


def groups(*sentences: str) -> list[Actor]:
    reading = read(*sentences)
    words = ("drivers", "Bus drivers")
    events = [
        event(text, number, actors=[word])
        for number, text in enumerate(sentences, start=1)
        for word in words
        if word.casefold() in text.casefold()
    ]
    found = grounded(reading, events=events)
    return [actor for actor in found.actors if "drivers" in actor.name.casefold()]


def test_the_drivers_are_the_bus_drivers() -> None:
    [group] = groups(STRIKE, "The drivers said they would walk out on Thursday.")
    assert (group.name, group.aliases, group.kind) == ("Bus drivers", ["drivers"], "group")
    assert len(group.mentions) == 2


@pytest.mark.parametrize(
    "other",
    [
        "Lang threatened to hire drivers from a private company.",
        "The drivers of Red Line did not join in.",
        "Two drivers were hurt at the gate.",
    ],
)
def test_other_drivers_stay_others(other: str) -> None:
    assert {group.name for group in groups(STRIKE, other)} >= {"Bus drivers", "drivers"}


def test_after_others_have_come_the_noun_is_doubtful() -> None:
    found = groups(STRIKE, "Two drivers were hurt at the gate.", "The drivers went home.")
    assert [group.aliases for group in found if group.name == "Bus drivers"] == [[]]


def test_a_noun_means_the_group_before_another_of_that_noun_comes() -> None:
    found = groups(STRIKE, "The drivers met on Tuesday.", "Tired drivers are a danger, Lang said.")
    assert [(g.aliases, len(g.mentions)) for g in found if g.name == "Bus drivers"] == [
        (["drivers"], 2)
    ]


def test_a_noun_within_fuller_words_is_no_place_of_its_own() -> None:
    found = groups(STRIKE, "Two drivers were hurt at the gate.")
    assert [g.evidence[0].sentence for g in found if g.name == "drivers"] == [2]


def test_two_groups_of_one_noun_are_never_merged() -> None:
    found = groups(STRIKE, "Tram drivers did not.", "The drivers met on Tuesday.")
    assert all(group.aliases == [] for group in found)
