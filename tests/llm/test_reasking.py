"""Answers that do not fit the form: asked again with what was wrong, so often and no more."""

from __future__ import annotations

import pytest

from summarizer.errors import AnswerError
from tests.llm.asking import GOOD, MESSAGES, fill
from tests.scripted.entries import always, answer, empty, filtered, refusal
from tests.scripted.server import Entry, scripted

STREAMED = pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
MISFITS = {
    "missing": answer({"word": "salt"}),
    "unknown key": answer({**GOOD, "more": 1}),
    "wrong type": answer({**GOOD, "numbers": "one"}),
    "not JSON": answer("I think the answer is salt."),
    "empty": empty(),
    "half": answer('{"word": "sa'),
}


@STREAMED
@pytest.mark.parametrize("misfit", MISFITS.values(), ids=MISFITS)
def test_an_answer_that_does_not_fit_is_asked_for_again(misfit: Entry, *, stream: bool) -> None:
    with scripted(misfit, answer(GOOD)) as server:
        asked = fill(server, stream=stream)
    assert asked.form == GOOD
    assert server.calls == asked.usage.calls == 2
    assert (asked.usage.input, asked.usage.output) == (200, 20)
    assert asked.pauses == []
    assert len(asked.notes) == 1
    assert asked.notes[0].startswith("the answer did not fit the form")


def test_the_second_request_shows_the_first_answer_and_what_was_wrong() -> None:
    with scripted(answer({"word": "salt"}), answer(GOOD)) as server:
        fill(server)
    first, second = (request.body["messages"] for request in server.requests)
    assert first == MESSAGES
    assert second[: len(first)] == first
    said = " ".join(str(turn["content"]) for turn in second[len(first) :])
    assert '{"word": "salt"}' in said
    assert "numbers" in said
    assert "Field required" in said


@STREAMED
@pytest.mark.parametrize("reasks", [0, 1, 2])
def test_after_so_many_re_asks_it_is_given_up(reasks: int, *, stream: bool) -> None:
    with scripted(otherwise=always(answer({}))) as server:
        asked = fill(server, reasks=reasks, stream=stream)
    assert server.calls == asked.usage.calls == reasks + 1
    assert asked.usage.output == 10 * (reasks + 1)
    assert isinstance(asked.error, AnswerError)
    assert asked.error.exit_code == 5
    assert f"never fitted the form, in {reasks + 1} attempts" in asked.message


@STREAMED
@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (refusal("I will\nnot"), "the model refused: I will not"),
        (filtered(), "the provider's content filter stopped the answer"),
    ],
    ids=["refusal", "filter"],
)
def test_a_refusal_is_not_asked_again(entry: Entry, says: str, *, stream: bool) -> None:
    with scripted(entry) as server:
        asked = fill(server, stream=stream)
    assert server.calls == 1
    assert asked.usage.output == 10, "a refusal is paid for, too"
    assert isinstance(asked.error, AnswerError)
    assert (asked.error.exit_code, asked.message) == (5, says)


def test_a_note_about_a_misfit_does_not_repeat_the_answer() -> None:
    with scripted(answer({**GOOD, "numbers": ["Secret Name"]}), answer(GOOD)) as server:
        [note] = fill(server).notes
    assert "numbers.0" in note
    assert "Secret" not in note


def test_a_server_that_does_not_count_tokens_is_no_trouble() -> None:
    with scripted(answer(GOOD, usage=None)) as server:
        asked = fill(server)
    assert asked.form == GOOD
    assert (asked.usage.input, asked.usage.output, asked.usage.calls) == (0, 0, 1)
