"""Transport errors: every HTTP call is counted, and no layer multiplies another's."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from summarizer.errors import ConfigurationError, ProviderError, UnknownModelError
from summarizer.llm.retries import LONGEST_WAIT
from tests.llm.asking import GOOD, fill
from tests.scripted.entries import always, answer, body, hang, page, reset, status
from tests.scripted.server import Entry, Server, scripted

STREAMED = pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])


@STREAMED
@pytest.mark.parametrize(
    ("script", "calls"),
    [
        ([answer(GOOD)], 1),
        ([status(429), answer(GOOD)], 2),
        ([status(408), answer(GOOD)], 2),
        ([status(409), answer(GOOD)], 2),
        ([status(500), status(500), status(500), answer(GOOD)], 4),
        ([status(502), status(503), status(504), answer(GOOD)], 4),
        ([reset(), answer(GOOD)], 2),
    ],
)
def test_a_fault_that_passes_costs_one_call_more(
    script: list[Entry], calls: int, *, stream: bool
) -> None:
    with scripted(*script) as server:
        asked = fill(server, stream=stream)
    assert asked.form == GOOD
    assert server.calls == asked.usage.calls == calls
    assert len(asked.pauses) == calls - 1
    assert (asked.usage.input, asked.usage.output) == (100, 10)


@STREAMED
@pytest.mark.parametrize(
    ("code", "error", "exit_code", "says"),
    [
        (400, ConfigurationError, 3, "refused the request: bad"),
        (401, ProviderError, 4, "refused the key: bad"),
        (403, ProviderError, 4, "refused the key: bad"),
        (404, UnknownModelError, 3, "has no model any: bad"),
        (422, ConfigurationError, 3, "refused the request: bad"),
    ],
)
def test_a_fault_that_will_not_pass_is_asked_once(
    code: int, error: type[Exception], exit_code: int, says: str, *, stream: bool
) -> None:
    with scripted(status(code, "bad")) as server:
        asked = fill(server, stream=stream)
    assert server.calls == 1
    assert type(asked.error) is error
    assert asked.error.exit_code == exit_code
    assert asked.message == f"{server.base_url} {says}"


@pytest.mark.parametrize("retries", [0, 1, 3])
@pytest.mark.parametrize("fault", [status(429), status(500), reset()], ids=["429", "500", "reset"])
def test_a_fault_that_stays_is_given_up_after_the_retries(fault: Entry, retries: int) -> None:
    with scripted(otherwise=always(fault)) as server:
        asked = fill(server, retries=retries, reasks=5)
    assert server.calls == asked.usage.calls == retries + 1
    assert isinstance(asked.error, ProviderError)
    assert asked.error.exit_code == 4


def test_retries_and_re_asks_add_up_and_do_not_multiply() -> None:
    script = [status(500), answer({}), status(429), answer({}), status(503), answer(GOOD)]
    with scripted(*script) as server:
        asked = fill(server, retries=1, reasks=2)
    assert asked.form == GOOD
    assert server.calls == asked.usage.calls == 6
    assert (asked.usage.input, asked.usage.output) == (300, 30)


def test_retry_after_is_obeyed() -> None:
    with scripted(
        status(429, retry_after=7), status(503, retry_after="0.5"), answer(GOOD)
    ) as server:
        assert fill(server).pauses == [7.0, 0.5]


def test_retry_after_may_be_a_date() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=9), usegmt=True)
    with scripted(status(429, retry_after=soon), answer(GOOD)) as server:
        [pause] = fill(server).pauses
    assert 1 < pause <= 9


@pytest.mark.parametrize("asked_for", ["3600", "1e9", "inf"])
def test_retry_after_is_cut_to_our_own_longest_wait(asked_for: str) -> None:
    with scripted(status(429, retry_after=asked_for), answer(GOOD)) as server:
        assert fill(server).pauses == [LONGEST_WAIT]


@pytest.mark.parametrize("asked_for", ["soon", "Wed, 21 Oct 2035 07:28:00 GMT", "-5", "nan"])
def test_a_retry_after_that_says_nothing_is_no_trouble(asked_for: str) -> None:
    with scripted(status(429, retry_after=asked_for), answer(GOOD)) as server:
        [pause] = fill(server).pauses
    assert 0 <= pause <= LONGEST_WAIT


def test_without_retry_after_the_waits_are_random_and_grow_to_a_limit() -> None:
    with scripted(otherwise=always(status(500))) as server:
        pauses = fill(server, retries=10).pauses
    assert len(set(pauses)) == 10, "no jitter"
    assert all(0 <= pause <= min(2**n, LONGEST_WAIT) for n, pause in enumerate(pauses))


@STREAMED
def test_a_server_that_says_nothing_is_left_in_time(*, stream: bool) -> None:
    with scripted(hang(), hang()) as server:
        asked = fill(server, timeout=0.2, retries=1, stream=stream)
    assert server.calls == 2
    assert asked.message == f"{server.base_url} did not answer in time"
    assert asked.error is not None
    assert (asked.error.exit_code, asked.error.hint) == (4, "raise --timeout")


def test_a_refused_connection_is_said_in_words() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    nobody = Server(address, [], None, compressed=False)
    asked = fill(nobody, retries=1)
    assert asked.message == f"cannot reach {address}: Connection refused"
    assert len(asked.pauses) == 1
    assert asked.error is not None
    assert asked.error.exit_code == 4


def test_a_connection_that_breaks_is_said_in_words() -> None:
    with scripted(reset()) as server:
        asked = fill(server, retries=0)
    assert asked.message == f"the connection to {server.base_url} broke: Connection reset by peer"


@STREAMED
@pytest.mark.parametrize(
    "said",
    [page(), body({"error": {"message": "x"}}), body({"choices": []}), body([]), body("hello")],
    ids=["page", "error", "no choices", "list", "string"],
)
def test_what_does_not_speak_the_protocol_is_asked_once(said: Entry, *, stream: bool) -> None:
    with scripted(said) as server:
        asked = fill(server, stream=stream)
    assert server.calls == 1
    assert type(asked.error) is ProviderError
    assert "does not speak the OpenAI protocol" in asked.message
    assert asked.error.hint is not None
    assert "--base-url" in asked.error.hint


def test_what_a_retry_says_holds_no_word_of_the_provider() -> None:
    with scripted(status(500, "the article said: X"), reset(), answer(GOOD)) as server:
        notes = fill(server).notes
    assert [note.partition(";")[0] for note in notes] == ["HTTP 500", "Connection reset by peer"]
