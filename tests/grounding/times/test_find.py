"""Time phrases in whole sentences."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.times import find_times, time_spans

ANCHOR = date(2031, 6, 9)


def values(sentence: str, language: str = "en") -> list[tuple[str, str | None]]:
    return [(t.text, t.value) for t in find_times(sentence, anchor=ANCHOR, language=language)]


def test_positions_point_into_the_article() -> None:
    sentence = "🚋 Drivers voted on Monday."
    found = find_times(sentence, offset=100, anchor=ANCHOR)[0]
    assert sentence[found.start - 100 : found.end - 100] == found.text == "on Monday"


def test_several_times_come_in_order_without_overlap() -> None:
    sentence = "Opened in March 2019, shut last year, it will reopen at 5 p.m. tomorrow."
    assert values(sentence) == [
        ("March 2019", "2019-03"),
        ("last year", "2030"),
        ("at 5 p.m. tomorrow", "2031-06-10T17:00"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Black Friday sales rose.",
        "He told the Sunday Times.",
        "The council meets every Friday.",
        "Shops close on Sundays.",
        "Prices rose over the past year.",
        "It was built in the 1980s.",
        "They may march again.",
        "Some 2,000 people came.",
        "Police may 3 times search a car.",
        "On February 30 nothing happened.",
    ],
)
def test_what_names_no_time_is_left_alone(sentence: str) -> None:
    assert values(sentence) == []


def test_without_an_anchor_relative_phrases_have_no_value() -> None:
    sentence = "He left yesterday, on Monday, in February and on July 3, not on 3 July 2019."
    found = find_times(sentence)
    assert [t.value for t in found] == [None, None, None, None, "2019-07-03"]
    assert {t.anchor for t in found} == {None}
    assert all("no known date" in t.rule for t in found[:4])


def test_the_anchor_is_named_only_where_it_was_used() -> None:
    found = find_times("On Monday and on 3 July 2019.", anchor=ANCHOR, anchor_kind="dateline")
    assert [t.anchor for t in found] == ["dateline", None]


def test_a_publication_time_counts_by_its_own_day() -> None:
    late = datetime(2031, 6, 9, 23, 50, tzinfo=UTC)
    assert find_times("He left today.", anchor=late)[0].value == "2031-06-09"


def test_an_event_gives_the_day_its_phrase_is_counted_from() -> None:
    sentence = "The letter, sent three weeks before the walkout, was void."
    known = find_times(sentence, event_dates={"walkout": date(2031, 6, 6)})[0]
    assert (known.value, known.anchor) == ("2031-05-16", "event")
    unknown = find_times(sentence, anchor=ANCHOR)[0]
    assert (unknown.value, unknown.anchor) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "value", "end"),
    [
        ("Talks run between Monday and Wednesday.", "2031-06-09", "2031-06-11"),
        ("It ran from July 30 to August 2, 2030.", "2030-07-30", "2030-08-02"),
        ("The war lasted from 1914 to 1918.", "1914", "1918"),
    ],
)
def test_two_ends_become_one_range(sentence: str, value: str, end: str) -> None:
    found = find_times(sentence, anchor=ANCHOR)
    assert [(t.value, t.value_end) for t in found] == [(value, end)]


def test_two_days_that_do_not_touch_stay_two() -> None:
    assert len(find_times("They met on Monday and Thursday.", anchor=ANCHOR)) == 2


@pytest.mark.parametrize(
    ("language", "sentence", "value"),
    [
        ("de", "Der Vertrag vom 17. Juli 2019 gilt.", "2019-07-17"),
        ("fr", "Le 17 juillet 2019, le conseil a voté.", "2019-07-17"),
        ("pt-BR", "Em 17 de julho de 2019, votaram.", "2019-07-17"),
        ("xx", "Nothing known on 17 Foo 2019.", None),
    ],
)
def test_a_language_without_a_table_still_has_its_full_dates(
    language: str, sentence: str, value: str | None
) -> None:
    found = find_times(sentence, anchor=ANCHOR, language=language)
    assert [t.value for t in found] == ([value] if value else [])


@given(st.text(max_size=200), st.sampled_from(["en", "es", "ru", "zh", "ar", "de"]))
def test_any_text_yields_spans_that_hold_their_words(text: str, language: str) -> None:
    for time in find_times(text, anchor=ANCHOR, language=language):
        assert text[time.start : time.end] == time.text
    spans = time_spans(text, language)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("anchor", [date.min, date.max])
def test_a_day_outside_the_calendar_has_no_value(anchor: date) -> None:
    for phrase in ("on Monday", "next week", "last Friday", "in three years", "this weekend"):
        for found in find_times(f"It was {phrase}.", anchor=anchor, language="en"):
            assert found.value is None or len(found.value) <= 10
