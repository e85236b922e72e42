"""Streams: progress while the answer is written, and the same answer in the end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from summarizer.errors import AnswerError, ProviderError
from summarizer.progress import Called
from tests.llm.asking import EMBEDDED, GOOD, choose, fill
from tests.scripted.completions import Completion
from tests.scripted.entries import (
    answer,
    broken_stream,
    cut,
    failing_stream,
    hang,
    letter,
    status,
)
from tests.scripted.server import Entry, Exchange, scripted

TEXT = '{"word": "señor — \\"salt\\" 盐", "numbers": [1, 2]}'


def raw_stream(*lines: str) -> Entry:
    """A stream of these lines, whatever they are."""
    return lambda exchange: exchange.send_body(
        200, "".join(f"{line}\n\n" for line in lines).encode(), "text/event-stream"
    )


@pytest.mark.parametrize("compressed", [False, True], ids=["as it is", "gzip"])
def test_the_pieces_add_up_to_the_answer(*, compressed: bool) -> None:
    with scripted(answer(TEXT), compressed=compressed) as server:
        asked = fill(server, stream=True)
    assert server.requests[0].body["stream"] is True
    assert asked.form == {"word": 'señor — "salt" 盐', "numbers": [1, 2]}
    texts = [event.text for event in asked.tokens]
    assert texts[-1] == TEXT
    assert len(texts) > 3
    assert all(later.startswith(earlier) for earlier, later in pairwise(texts))
    assert [event.written for event in asked.tokens] == list(range(1, len(texts) + 1))
    assert (asked.usage.input, asked.usage.output, asked.usage.calls) == (100, 10, 1)


@pytest.mark.parametrize("compressed", [False, True], ids=["as it is", "gzip"])
def test_a_plain_answer_tells_nothing_on_the_way(*, compressed: bool) -> None:
    with scripted(answer(TEXT), compressed=compressed) as server:
        asked = fill(server)
    assert "stream" not in server.requests[0].body
    assert asked.form["word"] == 'señor — "salt" 盐'
    assert [type(event) for event in asked.events] == [Called]


def test_usage_is_asked_for_in_a_stream() -> None:
    with scripted(answer(GOOD)) as server:
        fill(server, stream=True)
    assert server.requests[0].body["stream_options"] == {"include_usage": True}


def test_one_token_is_not_streamed() -> None:
    with scripted(letter(apple=0.9, bread=0.1)) as server:
        choose(server, name=EMBEDDED, stream=True)
    assert "stream" not in server.requests[0].body


def test_each_attempt_begins_its_own_text() -> None:
    with scripted(answer({"word": "x"}), answer(GOOD)) as server:
        asked = fill(server, stream=True)
    assert [event.text[0] for event in asked.tokens if event.written == 1] == ["{", "{"]
    assert asked.form == GOOD


def test_a_stream_that_breaks_is_asked_for_again() -> None:
    with scripted(broken_stream(TEXT), answer(GOOD)) as server:
        asked = fill(server, stream=True)
    assert asked.form == GOOD
    assert (server.calls, len(asked.pauses)) == (2, 1)


def test_a_stream_that_keeps_breaking_ends_in_one_line() -> None:
    with scripted(broken_stream(TEXT), broken_stream(TEXT)) as server:
        asked = fill(server, stream=True, retries=1)
    assert type(asked.error) is ProviderError
    assert asked.message.startswith(f"the connection to {server.base_url} broke: peer closed")


def test_an_error_told_within_a_stream_is_asked_for_again() -> None:
    with scripted(failing_stream(TEXT), answer(GOOD)) as server:
        asked = fill(server, stream=True)
    assert asked.form == GOOD
    assert asked.notes[0].startswith("an error in the middle of the answer; trying again")


def test_an_error_told_within_every_stream_ends_in_one_line() -> None:
    with scripted(failing_stream(TEXT, "overloaded")) as server:
        asked = fill(server, stream=True, retries=0)
    assert type(asked.error) is ProviderError
    assert asked.message == f"{server.base_url} failed: overloaded"


def test_a_stream_that_stops_in_the_middle_is_left_in_time() -> None:
    def stall(exchange: Exchange) -> None:
        exchange.begin_stream(list(Completion(TEXT).chunks())[:3])
        exchange.hang()

    with scripted(stall) as server:
        asked = fill(server, stream=True, timeout=0.2, retries=0)
    assert asked.message == f"{server.base_url} did not answer in time"


@pytest.mark.parametrize(
    "lines",
    [("data: {not json",), ('data: {"id"',), ("data: ",)],
    ids=["garbage", "half", "nothing"],
)
def test_a_garbled_stream_is_a_broken_connection(lines: tuple[str, ...]) -> None:
    with scripted(raw_stream(*lines), answer(GOOD)) as server:
        asked = fill(server, stream=True, reasks=0)
    assert asked.form == GOOD
    assert server.calls == 2


@pytest.mark.parametrize("line", ['data: {"foo": 1}', "data: [DONE]", ": still working"])
def test_a_stream_without_an_answer_is_not_the_protocol(line: str) -> None:
    with scripted(raw_stream(line)) as server:
        asked = fill(server, stream=True)
    assert type(asked.error) is ProviderError
    assert "does not speak the OpenAI protocol" in asked.message


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_an_answer_that_was_cut_off_is_saved(*, stream: bool) -> None:
    begun = ('{"word": "salt", "numbers": [1, 2', '{"word": "salt", "numbers": [1, 2, 3')
    with scripted(*map(cut, begun)) as server:
        asked = fill(server, stream=stream, max_tokens=77)
    assert asked.form == {"word": "salt", "numbers": [1, 2]}
    assert [request.body["max_tokens"] for request in server.requests] == [77, 154]
    assert asked.usage.output == 20
    assert asked.notes == [
        "the answer was cut off at 77 tokens; once more",
        "the answer was cut off; its last item was left out",
    ]


def test_with_more_room_an_answer_may_be_whole() -> None:
    with scripted(cut('{"word": "salt"'), answer(GOOD)) as server:
        asked = fill(server)
    assert (asked.form, server.calls) == (GOOD, 2)


def test_a_server_that_allows_no_more_room_costs_nothing_that_was_there() -> None:
    too_much = status(400, "max_tokens is too large: 200")
    with scripted(cut('{"word": "salt", "numbers": [1, 2,'), too_much) as server:
        asked = fill(server)
    assert asked.form == {"word": "salt", "numbers": [1, 2]}
    assert server.calls == 2


def test_the_embedded_engine_has_no_more_room() -> None:
    with scripted(cut('{"word": "salt", "numbers": [1, 2,')) as server:
        asked = fill(server, name=EMBEDDED)
    assert asked.form == {"word": "salt", "numbers": [1, 2]}


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
@pytest.mark.parametrize("begun", ["", '{"wo', '{"word": "sal', "Let me think"])
def test_an_answer_cut_off_too_early_is_said_to_be(begun: str, *, stream: bool) -> None:
    with scripted(cut(begun), cut(begun)) as server:
        asked = fill(server, stream=stream, max_tokens=77)
    assert isinstance(asked.error, AnswerError)
    assert asked.error.exit_code == 5
    assert asked.message == "the answer was cut off at 154 tokens"
    assert asked.error.hint is not None
    assert "--answer-tokens" in asked.error.hint


def test_a_hanging_stream_costs_one_call() -> None:
    with scripted(hang()) as server:
        asked = fill(server, stream=True, timeout=0.2, retries=0)
    assert asked.usage.calls == 1
