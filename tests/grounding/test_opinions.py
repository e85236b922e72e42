"""Stances: whose, toward what, and by which words."""

from __future__ import annotations

import pytest

from tests.grounding.made import grounded, read, stance, warned

READING = read(
    "Pilots end strike",
    "Pilots of Nordair ended a strike of 11 days on Monday, the Pilots' League said.",
    "League chair Otto Feld said the offer of 5% was fair.",
    '"It is not a victory," Feld said.',
    "Mayor Ines Kaplan praised the vote and thanked Otto Feld.",
    "The airline did not comment.",
    "Sign up for our newsletter",
)


def kept(*drafted: dict[str, object]) -> list[tuple[str, str]]:
    found = grounded(READING, stances=list(drafted))
    names = {actor.id: actor.name for actor in found.actors}
    return [(names.get(s.holder, s.holder), s.target) for s in found.stances]


def why_not(drafted: dict[str, object]) -> str:
    """The reason that a dropped stance is told with."""
    found = grounded(READING, stances=[drafted])
    assert found.stances == []
    [warning] = [w for w in found.warnings if w.code == "stance_dropped"]
    assert warning.path == "/stances"
    return warning.message.rpartition(": ")[2]


def test_a_stance_is_tied_to_the_statement_that_expresses_it() -> None:
    found = grounded(READING, stances=[stance("Otto Feld", "the offer", 3, position="favor")])
    [held] = found.stances
    [statement] = [s for s in found.statements if s.id in held.statements]
    assert statement.speaker == held.holder
    assert (
        held.claim
        == held.evidence[0].quote
        == "League chair Otto Feld said the offer of 5% was fair."
    )
    assert held.position == "favor"


def test_a_target_that_is_an_actor_is_linked() -> None:
    found = grounded(READING, stances=[stance("Ines Kaplan", "Feld", 5, position="favor")])
    names = {actor.id: actor.name for actor in found.actors}
    assert names[found.stances[0].target_actor or ""] == "Otto Feld"
    assert found.stances[0].target == "Feld"


@pytest.mark.parametrize("holder", ["author", "Author", " AUTHOR "])
def test_the_article_itself_may_hold_one(holder: str) -> None:
    assert kept(stance(holder, "the vote", 5)) == [("author", "the vote")]


@pytest.mark.parametrize("numbers", [(), (99,), (7,), (0,)])
def test_without_evidence_it_is_dropped(numbers: tuple[int, ...]) -> None:
    said = why_not(stance("Otto Feld", "the offer", *numbers))
    assert said == "no sentence of the article is cited for it"


def test_a_holder_whom_the_article_does_not_name_is_dropped() -> None:
    assert why_not(stance("Zora Quint", "the offer", 3)) == "the article does not name Zora Quint"


@pytest.mark.parametrize("target", ["the fare", "rain", "off", "offe", "fair.x", "0%"])
def test_a_target_that_the_evidence_does_not_mention_is_dropped(target: str) -> None:
    said = why_not(stance("Otto Feld", target, 3))
    assert said == f"its evidence does not mention {target}"


@pytest.mark.parametrize("target", ["", " ", ".", "\u200b"])
def test_a_target_that_is_nothing_is_dropped(target: str) -> None:
    assert kept(stance("Otto Feld", target, 3)) == []


@pytest.mark.parametrize("target", ["The Offer", "the  offer\n", "the offer of 5%"])
def test_a_target_is_found_in_any_case_and_spacing(target: str) -> None:
    assert kept(stance("Otto Feld", target, 3)) == [("Otto Feld", " ".join(target.split()))]


def test_nobody_has_a_stance_toward_himself() -> None:
    assert why_not(stance("Otto Feld", "Feld", 3)) == "holder and target are the same"


def test_what_another_says_is_nobody_elses_stance() -> None:
    said = why_not(stance("Ines Kaplan", "victory", 4))
    assert said == "its evidence is what others say, and does not name Ines Kaplan"


def test_whoever_is_spoken_of_may_hold_what_another_reports() -> None:
    found = read(
        "Talks end",
        "The Dockers' Union met the port on Monday.",
        "Mayor Ines Kaplan said the union rejected the offer.",
    )
    held = grounded(found, stances=[stance("Dockers' Union", "the offer", 3)])
    assert [s.target for s in held.stances] == ["the offer"]


def test_one_holder_and_target_have_one_stance() -> None:
    twice = [
        stance("Otto Feld", "the offer", 3, position="favor"),
        stance("Feld", "THE OFFER", 3, position="against"),
    ]
    found = grounded(READING, stances=twice)
    assert [s.position for s in found.stances] == ["favor"]


def test_they_are_numbered_in_text_order() -> None:
    found = grounded(
        READING,
        stances=[stance("Ines Kaplan", "the vote", 5), stance("Otto Feld", "the offer", 3)],
    )
    assert [(s.id, s.target) for s in found.stances] == [("s1", "the offer"), ("s2", "the vote")]


def test_a_bad_citation_beside_a_good_one_is_told() -> None:
    found = grounded(READING, stances=[stance("Otto Feld", "the offer", 3, 99, 7)])
    assert [e.sentence for e in found.stances[0].evidence] == [3]
    assert warned(found) == [
        ("citation_out_of_range", "/stances"),
        ("citation_boilerplate", "/stances"),
    ]
