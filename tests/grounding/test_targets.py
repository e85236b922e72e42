"""Whom and what a speaker may take a side on."""

from __future__ import annotations

import pytest

from summarizer.grounding.targets import Candidate, find_voices, names_targets
from tests.grounding.made import read
from tests.pipeline.saved import NAMES, reading_of


def candidates(text: str, *before: str) -> dict[str, Candidate]:
    """What the voice in the last sentence may take a side on, by target."""
    reading = read(*before, text)
    last = len(reading.article.sentences)
    return {
        candidate.target: candidate
        for voice in find_voices(reading)
        if voice.sentence == last
        for candidate in voice.candidates
    }


def test_the_object_of_a_word_of_attitude_comes_first_and_is_marked() -> None:
    found = candidates("Mayor Ida Holm criticized the union for a strike in the holiday week.")
    first = next(iter(found.values()))
    assert (first.target, first.cued, first.unnamed) == ("union", True, False)
    assert not found["strike"].cued


@pytest.mark.parametrize(
    ("text", "target", "absent"),
    [
        ("Minister Ida Holm called the ruling a mistake.", "ruling", "mistake"),
        ("Ida Holm said the ruling was a mistake.", "ruling", "mistake"),
        ("The Green Circle called the campaign reckless.", "campaign", "reckless"),
        ("Ida Holm praised the crews in Velden on Monday.", "crews", "Velden"),
        ("Ida Holm accused the council of hiding a report.", "report", "hiding"),
        ("Ida Holm said the council had met for two hours.", "council", "hours"),
        ("Ida Holm said Ida Holm would stay with the party.", "party", "Ida Holm"),
        ("Ida Holm praised the chamber of commerce.", "chamber of commerce", "commerce"),
        ("Mayor Ida Holm said the city could not pay the crews.", "crews", "city"),
        ("Ida Holm said she was sorry for the crews.", "crews", "sorry"),
        ("Ida Holm said the plan had been poor.", "plan", "poor"),
        ("Ida Holm said the plan had support.", "plan", "support"),
        ("Bishop Ida Holm said the city could not pay the crews.", "city", "church"),
    ],
)
def test_values_places_times_and_the_holder_are_no_targets(
    text: str, target: str, absent: str
) -> None:
    found = candidates(text)
    assert target in found
    assert absent not in found


def test_what_another_takes_a_side_on_is_not_what_the_next_speaker_means() -> None:
    said = "Its director, Ida Holm, said it would cost two million."
    assert "walkout" in candidates(said, "The walkout begins today.")
    assert "walkout" not in candidates(said, "The chamber of commerce opposed the walkout.")


def test_each_word_of_attitude_marks_its_object() -> None:
    found = candidates("Ida Holm rejected the plan of the council and thanked the crews.")
    assert {target for target, c in found.items() if c.cued} == {"plan of the council", "crews"}


def test_what_belongs_to_a_noun_stays_with_it() -> None:
    assert "resignation of the director" in candidates(
        "Ida Holm welcomed the news and said the resignation of the director came late."
    )


def test_it_may_mean_what_the_sentence_before_names() -> None:
    found = candidates("Ida Holm said she would support it.", "The council drew up a new plan.")
    assert found["new plan"].unnamed
    assert found["new plan"].sentences == (1, 2)


def test_a_word_of_attitude_without_an_object_means_what_stands_before() -> None:
    found = candidates("Mayor Ida Holm voted against it.", "The council raised the toll on Monday.")
    assert {name: c.cued for name, c in found.items()} == {"toll": True}


def test_a_sentence_of_its_own_phrases_borrows_none() -> None:
    found = candidates("Ida Holm praised the crews.", "The council drew up a new plan.")
    assert "new plan" not in found


@pytest.mark.parametrize("name", NAMES)
def test_targets_stand_in_the_sentences_they_cite(name: str) -> None:
    reading = reading_of(name)
    voices = list(find_voices(reading))
    assert voices
    for voice in voices:
        for candidate in voice.candidates:
            cited = " ".join(reading.article.sentences[n - 1].text for n in candidate.sentences)
            assert voice.sentence in candidate.sentences
            if voice.heard and not candidate.unnamed:
                assert candidate.target in " ".join(cited.split())


def test_where_nobody_is_heard_actors_face_one_another() -> None:
    reading = read("Mayor Ida Holm met Minister Otto Lind near Velden on Monday.")
    faced = {(v.holder, c.target) for v in find_voices(reading) for c in v.candidates}
    assert not any(voice.heard for voice in find_voices(reading))
    assert faced == {("Ida Holm", "Otto Lind"), ("Otto Lind", "Ida Holm")}


def test_other_languages_have_no_candidates() -> None:
    assert names_targets(read("Mayor Ida Holm praised the crews of the harbour on Monday."))
    assert not names_targets(read("La alcaldesa Ida Holm elogió a los equipos del puerto."))
