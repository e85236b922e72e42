"""Sentences tile the text, exactly; where they end, the cases of the comparison say."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.sentences import Case, is_right, read_cases
from summarizer.article.lines import lines_of
from summarizer.article.sentences import LONGEST, split_sentences
from summarizer.article.text import is_blank, normalise

PIECES = st.sampled_from(
    [
        "The U.S. acted. ",
        "“No,” he said. ",
        '"Is it?" ',
        "(He left.) ",
        "5 p.m. Monday ",
        "\n",
        "\r\n\r\n",
        "\u00a0",
        "\u200b",
        "👩‍👩‍👧 came! ",
        "e\u0301te\u0301. ",
        "«Нет!» — сказал он. ",
        "هل وصل؟ نعم. ",
        "\u202bعاد.\u202c ",
        "他说：“结束了。”然后走了。",
        "1. Item ",
        "... ",
        "“",
        '"',
        "’",
        "word ",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text())
LANGUAGES = st.sampled_from(["en", "es", "ar", "zh", "ru", None, "xx"])


def _split(text: str, language: str | None = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, lines_of(text), language)]


@settings(deadline=None)  # the machine may be busy
@given(TEXTS, LANGUAGES)
def test_spans_tile_all_that_can_be_read(text: str, language: str | None) -> None:
    text = normalise(text)
    at = 0
    for start, end in split_sentences(text, lines_of(text), language):
        assert at <= start < end <= len(text)
        assert not any(char.isprintable() and not is_blank(char) for char in text[at:start])
        assert not is_blank(text[start])
        assert not is_blank(text[end - 1])
        at = end
    assert not any(char.isprintable() and not is_blank(char) for char in text[at:])


@settings(deadline=None)  # the machine may be busy
@given(TEXTS)
def test_a_line_break_ends_a_sentence(text: str) -> None:
    text = normalise(text)
    lines = lines_of(text)
    for start, end in split_sentences(text, lines, "en"):
        assert any(line.start <= start and end <= line.end for line in lines)


@pytest.mark.parametrize(
    "case", read_cases(), ids=lambda case: f"{case.language}-{case.difficulty}-{case.text[:20]}"
)
def test_the_cases_of_the_comparison(case: Case) -> None:
    assert is_right("ours", case)


def test_no_break_falls_inside_the_dateline() -> None:
    text = "ЛОРН, 9 июня. /ПОБЕРЕЖЬЕ/. Порт открыт. Суда вышли."
    assert [text[a:b] for a, b in split_sentences(text, lines_of(text), "ru", (0, 26))] == [
        "ЛОРН, 9 июня. /ПОБЕРЕЖЬЕ/. Порт открыт.",
        "Суда вышли.",
    ]


def test_a_short_quotation_stays_whole_and_a_long_one_is_split() -> None:
    short = '"We want peace. We want bread," Moe said.'
    assert _split(short) == [short]
    first = "We want peace, and we want it before the winter comes down from the hills of Vell."
    long = f'"{first} {first} {first}" Moe sat down.'
    assert _split(long) == [f'"{first}', first, f'{first}"', "Moe sat down."]


def test_words_without_any_stop_are_cut_at_commas() -> None:
    text = "the port is shut, " * 300
    parts = _split(text)
    assert all(len(part) <= LONGEST for part in parts)
    assert all(part.endswith(",") for part in parts)


def test_wrapped_lines_make_one_sentence() -> None:
    text = (
        "Ferry crews in Ostrand voted on Tuesday to go back to work after\n"
        "four days in which no ship left the harbour, their union said in\n"
        "the evening. The guild had asked for nine per cent, and it had got\n"
        "six, which the employers called generous and the guild did not."
    )
    assert len(_split(text)) == 2


@pytest.mark.parametrize(
    "piece",
    [
        "The port shut. Ships wait at 5 p.m. Monday. ",
        "“He said ",
        "A. ",
        "他说：“好。”",
        "a\n",
    ],
)
def test_time_grows_in_step_with_length(piece: str) -> None:
    def seconds(size: int) -> float:
        text = normalise(piece * (size // len(piece)))
        best = float("inf")
        for _ in range(2):
            before = time.process_time()
            split_sentences(text, lines_of(text), "en")
            best = min(best, time.process_time() - before)
        return best

    seconds(1_000)
    # Eight times the text may take eight times as long, and noise; a square law takes 64 times.
    assert seconds(64_000) < 28 * seconds(8_000) + 0.02
