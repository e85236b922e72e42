"""Words whose day nobody can tell from the article: no value, rather than the wrong one."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.grounding.times import find_times

ANCHOR = date(2031, 6, 11)


@pytest.mark.parametrize(
    "text",
    [
        "a week ago Tuesday he left",
        "he left a week ago on Tuesday",
        "a week from Monday they will meet",
        "the following Monday he left",
        "he resigned the previous weekend",
        "one Monday she called",
        "half a year ago it closed",
        "more than two weeks ago it closed",
        "three weeks before the walkout it closed",
        "the following week it closed",
        "it met on February 30",
    ],
)
def test_no_day_is_invented(text: str) -> None:
    assert [time.value for time in find_times(text, anchor=ANCHOR) if time.value] == []


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday.",
        "They met last year.",
        "They met early this month.",
        "They met the day before yesterday.",
        "They met three weeks before the walkout.",
        "They will meet at the end of next week.",
        "They met on Sunday and Monday.",
        "They met in February.",
        "They met the year before last.",
        "They met the week of June 3.",
    ],
)
def test_without_an_anchor_there_is_no_value(text: str) -> None:
    [time] = find_times(text, anchor=None)
    assert (time.value, time.value_end, time.anchor) == (None, None, None)
    assert text[time.start : time.end] == time.text
