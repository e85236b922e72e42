"""The tense that decides between the last and the next such day."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.times import find_times

WEDNESDAY = date(2031, 6, 11)

PAST = [
    ("Envoy Mira Sand on Friday emphasized the need for talks.", "2031-06-06"),
    ("Mira Sand, speaking to reporters in Velden on Friday, said she was confident.", "2031-06-06"),
    ("The walkout began Friday and grounded 40 ferries.", "2031-06-06"),
    ("Mira Sand said Friday that ferries will run again.", "2031-06-06"),
    ("Four people were hurt when a roof collapsed on Friday night.", "2031-06-06"),
    ("On Friday, after a long night, the court freed him.", "2031-06-06"),
    ("He failed to appear in court on Friday.", "2031-06-06"),
    ("The ferry has been out of service since Friday.", "2031-06-06"),
    ("The harbour may have been closed on Friday.", "2031-06-06"),
    ("The United Ferries board met on Wednesday.", "2031-06-11"),
    ("The union on Tuesday threatened to walk out.", "2031-06-10"),
    ("The board on Friday also agreed to meet the crews.", "2031-06-06"),
    ("He put off a hearing that had been set for Tuesday.", "2031-06-10"),
]
FUTURE = [
    ("The council will meet Friday.", "2031-06-13"),
    ("The vote on Friday is expected to pass.", "2031-06-13"),
    ("He put off a hearing that had been set for Thursday.", "2031-06-12"),
    ("Sand was to leave Velden late Friday for talks.", "2031-06-13"),
    ("A rally set for Friday by the dockers was called off as well.", "2031-06-13"),
    ("A fair that was to start in Velden on Friday has been cancelled.", "2031-06-13"),
    ("The strike was put off until Friday.", "2031-06-13"),
    ("Ministers to meet Friday", "2031-06-13"),
    ("The trial begins Friday.", "2031-06-13"),
    ("Sand said the crews would instead gather online on Friday.", "2031-06-13"),
    ("Ferries are due to return on Friday.", "2031-06-13"),
    ("The hearing, scheduled for Friday, could last all day.", "2031-06-13"),
    ("Service will resume on Wednesday.", "2031-06-11"),
]
OTHER_LANGUAGES = [
    ("es", "El consejo se reunirá el viernes.", "2031-06-13"),
    ("es", "El consejo aprobó el plan el viernes.", "2031-06-06"),
    ("ru", "Совет соберётся и будет голосовать в пятницу.", "2031-06-13"),
    ("ru", "Совет утвердил план в пятницу.", "2031-06-06"),
    ("zh", "议会将于周五开会。", "2031-06-13"),
    ("zh", "议会周五通过了该计划。", "2031-06-06"),
    ("ar", "سيجتمع المجلس يوم الجمعة.", "2031-06-13"),
    ("ar", "وافق المجلس على الخطة يوم الجمعة.", "2031-06-06"),
]


@pytest.mark.parametrize(("sentence", "day"), PAST + FUTURE)
def test_a_weekday_follows_the_tense_of_its_verb(sentence: str, day: str) -> None:
    assert [time.value for time in find_times(sentence, anchor=WEDNESDAY)] == [day]


@pytest.mark.parametrize(("language", "sentence", "day"), OTHER_LANGUAGES)
def test_other_languages_show_tense_by_their_own_words(
    language: str, sentence: str, day: str
) -> None:
    found = find_times(sentence, anchor=WEDNESDAY, language=language)
    assert [time.value for time in found] == [day]


def test_without_any_verb_the_nearest_day_is_taken() -> None:
    assert find_times("Storm over Velden Friday", anchor=WEDNESDAY)[0].value == "2031-06-13"
