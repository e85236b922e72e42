"""A provider's errors in one line each."""

from __future__ import annotations

import pytest

from summarizer.errors import ProviderError
from summarizer.llm.failures import explain, root_cause
from tests.llm.asking import GOOD, fill
from tests.scripted.entries import body, page, status
from tests.scripted.server import Server, scripted


def test_a_web_page_is_shown_by_its_beginning() -> None:
    with scripted(page("<h1>Bad\ngateway</h1>" + "x" * 5000, code=502)) as server:
        asked = fill(server, retries=0)
    assert asked.message.startswith(f"{server.base_url} failed: <h1>Bad gateway</h1>xxx")
    assert len(asked.message) < 400


@pytest.mark.parametrize(
    "said", [{"detail": "no"}, {"error": "no"}, {"error": {"code": 1}}, [], None, "no"]
)
def test_an_error_in_any_shape_is_one_line(said: object) -> None:
    with scripted(lambda exchange: exchange.send_json(400, said)) as server:
        message = fill(server).message
    assert message.startswith(f"{server.base_url} refused the request: ")
    assert "\n" not in message


def test_name_and_password_of_an_address_are_not_shown() -> None:
    with scripted(status(400, "bad")) as server:
        address = server.base_url.replace("//", "//ada:planted@") + "?key=planted"
        asked = fill(Server(address, [], None, compressed=False))
    assert asked.message == f"{server.base_url} refused the request: bad"


def test_the_innermost_cause_with_words_is_told() -> None:
    outer, middle = RuntimeError("outer"), ValueError("")
    middle.__cause__ = KeyError("deep  \n down")
    outer.__cause__ = middle
    assert root_cause(outer) == "'deep \\n down'"


def test_a_cause_without_words_is_told_by_its_name() -> None:
    assert root_cause(RuntimeError()) == "RuntimeError"


def test_an_unknown_error_of_the_client_is_a_providers() -> None:
    from openai import OpenAIError

    error = explain(OpenAIError("odd\nthing"), model="m", address="http://x", key=None)
    assert type(error) is ProviderError
    assert error.message == "http://x failed: odd thing"


def test_the_cause_is_chained() -> None:
    with scripted(status(401, "no")) as server:
        error = fill(server).error
    assert error is not None
    assert error.__cause__ is not None


@pytest.mark.parametrize("usage", [{}, {"prompt_tokens": None}, [], "many"])
def test_usage_in_any_shape_is_no_trouble(usage: object) -> None:
    whole = {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "m",
        "choices": [
            {
                "index": 0,
                "finish_reason": "stop",
                "message": {"role": "assistant", "content": '{"word": "salt", "numbers": [1, 2]}'},
            }
        ],
        "usage": usage,
    }
    with scripted(body(whole)) as server:
        asked = fill(server)
    assert asked.form == GOOD
    assert (asked.usage.input, asked.usage.output) == (0, 0)
