"""Events: what of a drafted one rests on the article, and what its own words add."""

from __future__ import annotations

from dataclasses import replace

import pytest

from summarizer.grounding import Reading
from summarizer.ontology import EVENT_TYPES, quad_of
from tests.grounding.made import actor, event, grounded, read, warned

READING = read(
    "Ferry line drops night trips",
    "HALM, Oct. 5, 2033 (Coast Wire) — The ferry line Nordsund dropped 14 night trips on Monday.",
    "The council of Halm accused Ada Moss of a breach of contract in Varde.",
    "A meeting with Moss, planned for Friday, was cancelled.",
    "Nordsund fined the council 3.2 million euros.",
    "Sign up for our newsletter",
)


def test_a_clause_of_the_sentence_stays() -> None:
    text = "The ferry line Nordsund dropped 14 night trips on Monday"
    [found] = grounded(READING, events=[event(text, 2)]).events
    assert found.description == text
    assert found.evidence[0].sentence == 2


@pytest.mark.parametrize(
    "text",
    [
        "The ferry line Nordsund dropped 41 night trips on Monday",
        "The ferry line Nordsund did not drop 14 night trips",
        "Zora Quint dropped 14 night trips",
        "Pirates took the harbour",
    ],
)
def test_what_the_sentence_does_not_say_gives_way_to_it(text: str) -> None:
    found = grounded(READING, events=[event(text, 2)])
    assert [e.description for e in found.events] == [
        "The ferry line Nordsund dropped 14 night trips on Monday."
    ]
    assert "/events" in {path for _, path in warned(found)}


@pytest.mark.parametrize("numbers", [(), (99,), (6,)])
def test_without_evidence_it_is_dropped_and_told(numbers: tuple[int, ...]) -> None:
    found = grounded(READING, events=[event("Something happened", *numbers)])
    assert found.events == []
    assert ("event_dropped", "/events") in warned(found)


@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_the_quad_follows_from_the_type(event_type: str) -> None:
    drafted = event("Nordsund fined the council 3.2 million euros", 5, type=event_type)
    [found] = grounded(READING, events=[drafted]).events
    assert found.type == event_type
    assert found.quad == quad_of(found.type)


def test_parties_are_actors_each_on_one_side() -> None:
    drafted = event(
        "The council of Halm accused Ada Moss of a breach of contract",
        3,
        type="ACCUSE",
        actors=["Ada Moss", "Moss"],
        recipients=["Moss", "Nordsund", "Nordsund", "Zora Quint"],
    )
    found = grounded(READING, events=[drafted])
    names = {actor.id: actor.name for actor in found.actors}
    assert [names[i] for i in found.events[0].actors] == []
    assert [names[i] for i in found.events[0].recipients] == ["Ada Moss"]
    assert any("Zora Quint" in warning.message for warning in found.warnings)


def test_time_number_and_status_are_the_sentences_own() -> None:
    cancelled = event("A meeting with Moss, planned for Friday, was cancelled", 4)
    fined = event("Nordsund fined the council 3.2 million euros", 5, status="planned")
    meeting, fine = grounded(READING, events=[cancelled, fined]).events
    assert meeting.status == "cancelled"
    assert meeting.time is not None
    assert (meeting.time.text.removeprefix("for "), meeting.time.value) == ("Friday", "2033-10-07")
    assert [(q.value, q.unit) for q in fine.quantities] == [(3_200_000, "EUR")]
    assert fine.status == "occurred"


def test_what_is_still_to_come_is_planned_where_the_wording_leaves_it_open() -> None:
    reading = read("The minister has until Friday to sign.", "Moss praised plans for October 9.")
    signing, praise = grounded(
        reading,
        events=[
            event("The minister has until Friday to sign", 1),
            event("Moss praised plans for October 9", 2),
        ],
    ).events
    assert signing.time is not None
    assert (signing.status, signing.time.value) == ("planned", "2033-10-07")
    assert (praise.status, praise.time) == ("occurred", None)  # the day is that of the plans


def test_a_place_is_a_name_after_a_word_of_place() -> None:
    drafted = event("The council of Halm accused Ada Moss of a breach of contract in Varde", 3)
    [found] = grounded(READING, events=[drafted]).events
    assert found.place is not None
    assert found.place.text == "Varde"


def test_the_dateline_gives_no_quantity() -> None:
    [found] = grounded(READING, events=[event("Nordsund dropped 14 night trips", 2)]).events
    assert [q.value for q in found.quantities] == [14]


def test_an_event_told_over_and_over_is_one() -> None:
    """A small model that loops repeats an item, or begins it anew with less."""
    text = "Nordsund fined the council 3.2 million euros"
    looping = [
        event(text, 5, type="SANCTION"),
        event(text.upper(), 5, type="SANCTION"),
        event("Nordsund fined the council", 5, type="SANCTION"),
        event(text, 5, type="SANCTION"),
    ]
    assert len(grounded(READING, events=looping * 3).events) == 1


def test_two_events_of_one_sentence_stay_two() -> None:
    reading = read("The court fined Nordsund and Mayor Ines Kaplan thanked the judges.")
    found = grounded(
        reading,
        events=[
            event("The court fined Nordsund", 1, type="SANCTION"),
            event("Mayor Ines Kaplan thanked the judges", 1, type="SUPPORT"),
        ],
    )
    assert [e.type for e in found.events] == ["SANCTION", "SUPPORT"]


def test_they_are_numbered_in_text_order() -> None:
    found = grounded(
        READING,
        actors=[actor("Nordsund")],
        events=[
            event("Nordsund fined the council 3.2 million euros", 5),
            event("The ferry line Nordsund dropped 14 night trips on Monday", 2),
        ],
    )
    assert [(e.id, e.evidence[0].sentence) for e in found.events] == [("e1", 2), ("e2", 5)]


def test_a_clause_that_its_sentence_denies_is_right_with_the_status_denied() -> None:
    reading = read("Moss speaks", "Ada Moss denied that Nordsund had dropped 14 night trips.")
    clause = "Nordsund had dropped 14 night trips"
    [denied] = grounded(reading, events=[event(clause, 2)]).events
    assert (denied.description, denied.status) == (clause, "denied")


@pytest.mark.parametrize(
    ("text", "sentence", "did", "undergone"),
    [
        ("The council of Halm accused Ada Moss of a breach of contract", 3, "Ada Moss", "council"),
        ("Nordsund fined the council 3.2 million euros", 5, "council", "Nordsund"),
    ],
)
def test_parties_on_the_wrong_sides_are_turned_round(
    text: str, sentence: int, did: str, undergone: str
) -> None:
    drafted = event(text, sentence, actors=[did], recipients=[undergone])
    found = grounded(READING, events=[drafted])
    names = {one.id: one.name for one in found.actors}
    [turned] = found.events
    assert [names[one] for one in turned.recipients] == [did]
    assert undergone in names[turned.actors[0]]
    assert ("swapped_parties", "/events") in warned(found)


def test_what_one_side_reports_and_the_next_sentence_denies_is_denied() -> None:
    told = "Ada Moss said the port had burned two barges on Monday."
    denied = read("Moss speaks", f"{told} The port denied it.")
    silent = read("Moss speaks", f"{told} The port is closed.")
    clause = "the port had burned two barges on Monday"
    assert [e.status for e in grounded(denied, events=[event(clause, 2)]).events] == ["denied"]
    assert [e.status for e in grounded(silent, events=[event(clause, 2)]).events] == ["occurred"]


def test_the_rest_of_the_article_is_not_read_for_a_type_without_modes() -> None:
    def found(_: Reading) -> tuple[()]:
        raise AssertionError("asked what happens in the whole article")

    unread = replace(READING, finder=found)
    text = "The ferry line Nordsund dropped 14 night trips on Monday"
    assert grounded(unread, events=[event(text, 2)]).events
