"""One event however often it is told."""

from __future__ import annotations

from tests.grounding.happenings.reading import Told, actors, recipients


def test_the_attack_points_back() -> None:
    """A known event brings its parties to the first telling."""
    told = Told("Gunmen attacked a convoy on Monday. The attack killed two soldiers.")
    found = told.by("attacked")
    assert len(told.happenings) == 1
    assert found.retold == (2,)
    assert (actors(found), recipients(found)) == (["Gunmen"], ["two soldiers"])


def test_the_same_arrest_is_told_once() -> None:
    """The same person arrested by the same police."""
    told = Told("Police arrested Maren Holt. Mayor Ada Quill spoke. Holt was arrested by police.")
    assert told.triggers.count("arrested") == 1


def test_words_about_words_point_back_or_fall_away() -> None:
    """The complaint that someone rejects was made before; a refusal nobody told of is none."""
    told = Told("Pilar Roux complained about the clock. Otto Feld spoke of the complaint.")
    assert told.by("complained").retold == (2,)
    assert "refusal" not in Told("Maren Holt spoke of the refusal.").triggers


def test_a_denial_is_never_the_same_event() -> None:
    """What did not happen is not what happened."""
    told = Told("Mayor Ada Quill resigned on Monday. Quill has not resigned, her office said.")
    assert told.triggers == ["resigned", "resigned"]


def test_two_victims_are_two_events() -> None:
    """Without anything shared, two killings stay two."""
    told = Told("Gunmen killed Otto Feld on Monday. Robbers killed Maren Holt on Tuesday.")
    assert told.triggers == ["killed", "killed"]


def test_two_days_are_two_events() -> None:
    """The same people, but another date."""
    told = Told(
        "Police arrested Maren Holt on February 1. Police arrested Maren Holt on February 9."
    )
    assert told.triggers == ["arrested", "arrested"]
