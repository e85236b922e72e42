"""Line breaks are kept as breaks, unless the text was wrapped at a width."""

from __future__ import annotations

import textwrap

import pytest

from summarizer.article.lines import Line, lines_of

REPORT = (
    "Ferry crews in Ostrand voted on Tuesday to go back to work after four days in which no ship "
    "left the harbour, their union said. The guild had asked for nine per cent and got six.",
    "Guild secretary Ada Holm said that 310 members had voted and that the vote was close. She "
    "would not say how close, or whether she herself had voted for the offer.",
    "A rally that had been planned for the ninth of March was called off in the evening, after "
    "the police had closed the quay and the bridge because of the storm.",
)


def _shown(text: str) -> list[str]:
    return [text[line.start : line.end] for line in lines_of(text)]


@pytest.mark.parametrize("width", [60, 66, 72, 80])
def test_wrapped_paragraphs_are_one_line_each(width: int) -> None:
    text = "\n\n".join(textwrap.fill(part, width) for part in REPORT)
    assert [shown.replace("\n", " ") for shown in _shown(text)] == list(REPORT)


def test_wrapped_paragraphs_may_be_told_apart_by_indents_alone() -> None:
    text = "\n".join(textwrap.fill(part, 70, initial_indent="   ") for part in REPORT)
    assert [shown.replace("\n", " ") for shown in _shown(text)] == list(REPORT)


def test_an_indent_begins_a_paragraph_after_a_full_line() -> None:
    full = "x" * 30 + " " + "y" * 39
    text = f"   {full[3:]}\n{full}\n{full}\n   {full[3:]}\n{full}\n{full}"
    assert [shown.count("\n") for shown in _shown(text)] == [2, 2]


def test_a_line_that_had_room_for_the_next_word_is_not_joined() -> None:
    body = "\n\n".join(textwrap.fill(part, 72) for part in REPORT)
    headline = "Ferry crews in Ostrand return to work after vote"
    assert _shown(f"{headline}\n{body}")[0] == headline


def test_a_headline_and_list_items_stay_lines_of_their_own_in_a_wrapped_text() -> None:
    body = "\n\n".join(textwrap.fill(part, 66) for part in REPORT)
    text = f"Ferry strike ends\nBy Ada Holm\n{body}\n- the port is open\n- ships sail"
    shown = _shown(text)
    assert shown[:2] == ["Ferry strike ends", "By Ada Holm"]
    assert shown[-2:] == ["- the port is open", "- ships sail"]


def test_long_lines_are_never_joined() -> None:
    text = "\n".join(REPORT)
    assert _shown(text) == list(REPORT)


def test_short_lines_are_never_joined() -> None:
    text = "Related\nSinger lost at sea\nTen boats to avoid\nWeather\nOpinion"
    assert _shown(text) == text.split("\n")


def test_few_breaks_prove_nothing() -> None:
    text = (
        "Ferry strike ends in Ostrand after four days of empty quays\nBy Ada Holm, Ostrand Courier"
    )
    assert _shown(text) == text.split("\n")


def test_wrapped_chinese_is_joined() -> None:
    sentence = "渡轮船员周二投票决定复工，工会表示投票结果十分接近，港口将在早晨重新开放，"
    words = sentence * 4
    text = "\n".join(words[at : at + 30] for at in range(0, len(words), 30))
    assert len(lines_of(text)) == 1


def test_paragraphs_are_known_by_the_empty_line_before_them() -> None:
    assert lines_of("a\nb\n\n c \n") == [Line(0, 1, True), Line(2, 3, False), Line(6, 7, True)]
