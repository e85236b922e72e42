"""Actors across articles: what is one, and above all what stays two."""

from __future__ import annotations

import pytest

from summarizer.merging import merge
from tests.merging.made import Telling, merged, names, sources

SCENE = "A footbridge over the Velda collapsed in Orsand during the Regatta of Spring."
ELSEWHERE = "Wheat prices fell at the exchange of Tarnow for a third week."


def telling(line: str, scene: str = SCENE, **known: str) -> Telling:
    return Telling(scene, line, **known)


def pair(one: tuple[str, ...], other: tuple[str, ...], *, apart: bool = False) -> list[str]:
    """Two articles with one actor each: name, kind and role."""
    first = telling(f"{one[0]} spoke on Friday.")
    first.actor(*one)
    second = telling(f"Later {other[0]} was heard, too.", ELSEWHERE if apart else SCENE)
    second.actor(*other)
    return names(merged(first, second))


@pytest.mark.parametrize(
    ("one", "other", "name"),
    [
        (("Karel Vond", "person"), ("Karel Vond", "person"), "Karel Vond"),
        (("Karel Vond", "person"), ("Vond", "person"), "Karel Vond"),
        (("Karel Vond", "person"), ("K. Vond", "person"), "Karel Vond"),
        (("Karel Vond", "person"), ("Karel J. Vond", "person"), "Karel J. Vond"),
        (("Minister Karel Vond", "person"), ("Karel Vond", "person"), "Karel Vond"),
        (("Oleks Syrsky", "person"), ("Oleks Syrskyi", "person"), "Oleks Syrskyi"),
        (
            ("Bridge Workers' Union", "organization"),
            ("union of bridge workers", "organization"),
            "Bridge Workers' Union",
        ),
        (
            ("Bridge Workers' Union", "organization"),
            ("BWU", "organization"),
            "Bridge Workers' Union",
        ),
        (("Transport Ministry", "organization"),) * 2 + ("Transport Ministry",),
        (("rescuers", "group"), ("rescuers", "group"), "rescuers"),
    ],
)
def test_one_actor_of_articles_about_one_matter(
    one: tuple[str, ...], other: tuple[str, ...], name: str
) -> None:
    assert pair(one, other) == [f"{name} 2"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Anna Brandt", "person"), ("Jonas Brandt", "person")),
        (("Anna Brandt", "person"), ("Anne Brandt", "person")),
        (("Karel Vond", "person", "minister"), ("K. Vond", "person", "goalkeeper")),
        (("Velda", "organization"), ("Velda", "person")),
        (("Pedro Martin", "person"), ("Pedra Martinez", "person")),
        (("Ports Union", "organization"), ("Pilots' Union", "organization")),
    ],
)
def test_two_actors_of_articles_about_one_matter(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert len(pair(one, other)) == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (("Karel Vond", "person"), ("Karel Vond", "person"), 1),
        (("Norland", "state"), ("Norland", "state"), 1),
        (("Karel Vond", "person", "minister"), ("Karel Vond", "person", "goalkeeper"), 2),
        (("Karel Vond", "person"), ("Vond", "person"), 2),
        (("Transport Ministry", "organization"), ("Transport Ministry", "organization"), 2),
        (("police", "organization"), ("police", "organization"), 2),
        (("Bridge Workers' Union", "organization"), ("BWU", "organization"), 2),
    ],
)
def test_in_articles_about_other_matters_a_name_must_be_enough(
    one: tuple[str, ...], other: tuple[str, ...], count: int
) -> None:
    assert len(pair(one, other, apart=True)) == count


def test_a_surname_that_two_bear_goes_to_neither() -> None:
    both = telling("Anna Brandt and Jonas Brandt met.")
    both.actor("Anna Brandt")
    both.actor("Jonas Brandt")
    alone = telling("Brandt declined to speak.")
    alone.actor("Brandt")
    assert names(merged(both, alone)) == ["Anna Brandt 1", "Brandt 1", "Jonas Brandt 1"]


def test_two_actors_of_one_article_never_become_one() -> None:
    both = telling("Anna Brandt met A. Brandt of the council.")
    both.actor("Anna Brandt")
    both.actor("A. Brandt")
    other = telling("Anna Brandt left early.")
    other.actor("Anna Brandt")
    found = merged(both, other)
    assert len(found.actors) == 2
    assert all(len({number for number, _ in a.refs}) == len(a.refs) for a in found.actors)


def test_each_merge_says_why() -> None:
    first, second = telling("Karel Vond spoke."), telling("Vond spoke again.")
    first.actor("Karel Vond")
    second.actor("Vond")
    (reason,) = [m.reason for m in merged(first, second).merges if m.kind == "actor"]
    assert reason == "only bearer of the surname in articles about one matter"


def test_the_order_of_inputs_plays_no_part() -> None:
    lines = ["Karel Vond spoke.", "Vond spoke again.", "K. Vond was heard.", "Karel Vond left."]
    told = []
    for at, line in enumerate(lines):
        one = telling(line, published=f"2034-03-0{at + 1}")
        one.actor(line.partition(" spoke")[0].partition(" was")[0].partition(" left")[0])
        told.append(one)
    forwards, backwards = sources(*told), sources(*reversed(told))
    assert names(merge(forwards)) == names(merge(backwards)) == ["Karel Vond 4"]
    assert merge(forwards).merges == merge(backwards).merges
