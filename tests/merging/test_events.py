"""Events across articles: one event in two tellings, and two events that look alike."""

from __future__ import annotations

import pytest

from tests.merging.made import Telling, groups, merged

SCENE = "The harbour of Ostwick is closed after the Navis tanker ran aground at Cape Lorn."


def two(
    one: str, other: str, *, first: dict[str, object] | None = None, **second: object
) -> list[list[str]]:
    """Two articles with an event each; the sentence is the description."""
    told = []
    for line, more in ((one, first or {}), (other, second)):
        telling = Telling(SCENE, f"{line}.")
        telling.event(line, 2, **more)  # type: ignore[arg-type]  # whatever an event takes
        told.append(telling)
    return groups(merged(*told))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tanker ran aground on Friday", "a tanker ran aground at the cape"),
        ("Workers voted to end the strike", "Dock workers voted for an end of the strike"),
        ("killing 11 people", "At least 14 people died"),
        ("34 people were injured", "Doctors treated 40 injured people"),
        ("The port director resigned", "The director of the port quit"),
    ],
)
def test_one_event_in_two_wordings(one: str, other: str) -> None:
    (group,) = two(one, other)
    assert sorted(group) == sorted((one, other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police detained 11 people", "At least 14 people died"),
        ("The port director resigned", "The port director praised the pilots"),
        ("The tanker ran aground", "The tanker was built in Karsk"),
        ("The council approved the budget", "The council postponed the hearing"),
    ],
)
def test_two_events_that_share_words(one: str, other: str) -> None:
    assert two(one, other) == []


def test_the_same_words_on_far_days_are_two_events() -> None:
    line = "The council met on {} in Ostwick"
    days = ("March 3", "March 10")
    told = two(
        line.format(days[0]),
        line.format(days[1]),
        first={"when": (days[0], "2034-03-03")},
        when=(days[1], "2034-03-10"),
    )
    assert told == []


def test_months_and_days_that_overlap_are_one_time() -> None:
    told = two(
        "Sailors blocked the lock in March",
        "Sailors blocked the lock on March 4",
        first={"when": ("in March", "2034-03")},
        when=("on March 4", "2034-03-04"),
    )
    assert len(told) == 1


def test_articles_about_other_matters_do_not_tell_one_event() -> None:
    one = Telling(SCENE, "At least 14 people died.")
    one.event("At least 14 people died", 2)
    other = Telling("A bus fell into a ravine near Tarnow in Karsk.", "Eleven people died.")
    other.event("Eleven people died", 2)
    assert groups(merged(one, other)) == []


def test_two_events_of_one_article_stay_two() -> None:
    telling = Telling(SCENE, "The tanker leaked oil.", "The tanker leaked oil again.")
    telling.event("The tanker leaked oil", 2)
    telling.event("The tanker leaked oil again", 3)
    other = Telling(SCENE, "A tanker leaked oil.")
    other.event("A tanker leaked oil", 2)
    found = merged(telling, other)
    assert all(len({n for n, _ in event.refs}) == len(event.refs) for event in found.events)


def test_each_merge_says_why() -> None:
    one, other = Telling(SCENE, "killing 11 people"), Telling(SCENE, "14 people died")
    one.event("killing 11 people", 2)
    other.event("14 people died", 2)
    (reason,) = [m.reason for m in merged(one, other).merges if m.kind == "event"]
    assert reason == "both give a number of people killed"
