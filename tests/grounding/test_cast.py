"""Actors: named by the article, each once, with everything that points at them."""

from __future__ import annotations

import pytest

from tests.grounding.made import actor, event, grounded, read, stance, warned

READING = read(
    "Pilots end strike",
    "Pilots of Nordair ended a strike of 11 days on Monday, the Pilots' League said.",
    'League chair Otto Feld said the offer was fair. "It is enough," Feld said.',
    "Mayor Ines Kaplan praised the vote, and bus drivers joined in.",
    "The bus company Red Line did not comment.",
    "By Ada Moss",
)


def names(*drafted: str) -> list[str]:
    found = grounded(READING, actors=[actor(name) for name in drafted])
    return [actor.name for actor in found.actors]


def test_speakers_are_actors_whatever_was_drafted() -> None:
    assert {"Pilots' League", "Otto Feld", "Ines Kaplan"} <= set(names())


def test_a_name_that_the_article_does_not_have_is_dropped_and_told() -> None:
    found = grounded(READING, actors=[actor("Zora Quint")])
    assert "Zora Quint" not in [actor.name for actor in found.actors]
    assert ("unsupported_name", "/actors") in warned(found)
    assert any("Zora Quint" in warning.message for warning in found.warnings)


@pytest.mark.parametrize(
    "drafted", ["Feld", "Otto Feld", "League chair Otto Feld", "OTTO FELD", " Otto  Feld\n"]
)
def test_every_form_of_a_name_is_one_actor(drafted: str) -> None:
    found = grounded(READING, actors=[actor(drafted, "person"), actor("Otto Feld", "person")])
    [feld] = [actor for actor in found.actors if "Feld" in actor.name]
    assert (feld.name, feld.kind, feld.role) == ("Otto Feld", "person", "League chair")
    assert "Feld" in feld.aliases
    assert len(feld.mentions) == 2


@pytest.mark.parametrize(
    "drafted", ["", " ", ".", "the", "he", "She", "it", "1", "\u200b", "–", "'s"]
)
def test_a_word_that_names_nobody_is_no_actor(drafted: str) -> None:
    assert names(drafted) == names()


def test_a_part_of_a_name_is_no_actor_of_its_own() -> None:
    assert "Red" not in names("Red")
    assert "Red Line" in names("Red Line")


def test_a_name_that_only_the_model_shortens_is_the_one_that_ends_so() -> None:
    assert names("Kaplan") == names()
    brothers = read("Brothers meet", "Mayor Ivo Hart met Pal Hart, a baker, on Monday.")
    found = grounded(brothers, actors=[actor("Hart", "person"), actor("Ivo Hart", "person")])
    assert [actor.name for actor in found.actors] == ["Ivo Hart"]


def test_a_description_is_an_actor_in_the_articles_words() -> None:
    found = grounded(READING, actors=[actor("the Bus Drivers", "group")])
    [drivers] = [actor for actor in found.actors if "drivers" in actor.name]
    assert (drivers.name, drivers.kind) == ("bus drivers", "group")


def test_a_drafted_role_does_not_count() -> None:
    found = grounded(READING, actors=[actor("Ines Kaplan", "person", "Prime Minister")])
    [kaplan] = [actor for actor in found.actors if actor.name == "Ines Kaplan"]
    assert kaplan.role == "Mayor"


def test_the_articles_words_beat_the_drafted_kind() -> None:
    found = grounded(READING, actors=[actor("Otto Feld", "state")])
    [feld] = [actor for actor in found.actors if actor.name == "Otto Feld"]
    assert feld.kind == "person"


def test_whoever_stands_only_in_a_byline_is_no_actor() -> None:
    found = grounded(READING, actors=[actor("Ada Moss", "person")])
    assert "Ada Moss" not in [actor.name for actor in found.actors]


def test_ids_follow_the_first_mention() -> None:
    found = grounded(READING, actors=[actor("Red Line"), actor("Ines Kaplan"), actor("Nordair")])
    first = [actor.mentions[0] for actor in found.actors]
    assert first == sorted(first)


def test_parties_and_holders_are_let_in() -> None:
    found = grounded(
        READING,
        events=[event("Red Line did not comment", 5, actors=["Red Line"], recipients=["Zora"])],
        stances=[stance("bus drivers", "the vote", 4)],
    )
    present = {actor.name: actor.id for actor in found.actors}
    assert {"Red Line", "bus drivers"} <= set(present)
    assert found.events[0].actors == [present["Red Line"]]
    assert found.events[0].recipients == []
    assert ("unsupported_name", "/events") in warned(found)


def test_evidence_of_an_actor_is_a_sentence_that_gives_the_role() -> None:
    found = grounded(READING)
    [feld] = [actor for actor in found.actors if actor.name == "Otto Feld"]
    assert feld.evidence[0].quote == "League chair Otto Feld said the offer was fair."
