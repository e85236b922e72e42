from __future__ import annotations

from summarizer.grounding.names import Description
from tests.grounding.names.pieces import directory_of


def descriptions(*parts: str) -> dict[str, Description]:
    return {found.text: found for found in directory_of(*parts).descriptions}


def test_people_and_bodies_without_a_name() -> None:
    found = descriptions(
        "Tram drivers met Norrland officials and the police.", "The tram drivers agreed."
    )
    assert {text: d.kind for text, d in found.items()} == {
        "Tram drivers": "group",
        "Norrland officials": "group",
        "police": "group",
    }
    assert len(found["Tram drivers"].spans) == 2
    assert found["Tram drivers"].likely_actor
    assert not found["police"].likely_actor


def test_a_noun_that_only_qualifies_is_no_actor() -> None:
    assert descriptions("The police officer left the union's hall.") == {}


def test_a_body_needs_an_article() -> None:
    assert descriptions("They founded the party.", "Opposition grew.").keys() == {"party"}


def test_places_are_exact() -> None:
    directory = directory_of("Angry residents met.", "They told angry residents.")
    text = directory.article.text
    for found in directory.descriptions:
        assert {text[a:b].casefold() for a, b in found.spans} == {found.text.casefold()}


def test_what_a_body_is_of_belongs_to_it() -> None:
    found = descriptions("The chamber of commerce, however, opposed the toll of the council.")
    assert found.keys() == {"chamber of commerce", "council"}
    assert found["chamber of commerce"].likely_actor
    assert not found["council"].likely_actor
