"""Servers that do not take all that is sent: told once, gone on without, remembered."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any

import pytest

from summarizer.llm import open_model
from summarizer.llm.providers import PROVIDERS, ModelName
from summarizer.settings import load_settings
from tests.llm.asking import ANY, GOOD, MESSAGES, Form, fill
from tests.scripted.entries import always, answer, status
from tests.scripted.server import Entry, Request, scripted

OPENAI = ModelName(PROVIDERS["openai"], "gpt-x")


def without(parameter: str, message: str) -> Any:
    """A server that refuses whatever holds this parameter."""
    return lambda request: status(400, message) if parameter in request.body else answer(GOOD)


@pytest.mark.parametrize("stream", [False, True], ids=["plain", "stream"])
def test_a_model_that_rejects_temperature(*, stream: bool) -> None:
    message = "Unsupported value: 'temperature' does not support 0 with this model."
    with scripted(otherwise=without("temperature", message)) as server:
        asked = fill(server, stream=stream)
    assert (asked.form, server.calls) == (GOOD, 2)
    assert asked.sampling == {}, "the run says what was sent"
    assert asked.notes == ["the server does not take temperature; going on without"]


@pytest.mark.parametrize(
    ("name", "field", "other", "message"),
    [
        (ANY, "max_tokens", "max_completion_tokens", "Use 'max_completion_tokens' instead."),
        (OPENAI, "max_completion_tokens", "max_tokens", "unknown field max_completion_tokens"),
    ],
)
def test_a_server_that_calls_the_limit_otherwise(
    name: ModelName, field: str, other: str, message: str
) -> None:
    with scripted(otherwise=without(field, message)) as server:
        asked = fill(server, name=name, max_tokens=99)
    assert asked.form == GOOD
    assert server.requests[-1].body[other] == 99
    assert server.calls == 2


def test_a_server_that_takes_neither_limit_is_told_in_its_own_words() -> None:
    def picky(request: Request) -> Entry:
        name = "max_tokens" if "max_tokens" in request.body else "max_completion_tokens"
        return status(400, f"no {name}; max_completion_tokens is unknown")

    with scripted(otherwise=picky) as server:
        asked = fill(server)
    assert "refused the request: no max_completion_tokens" in asked.message
    assert server.calls == 2


def test_a_server_that_counts_no_streams() -> None:
    with scripted(otherwise=without("stream_options", "unknown field stream_options")) as server:
        asked = fill(server, stream=True)
    assert (asked.form, server.calls) == (GOOD, 2)


def test_a_gateway_that_does_not_know_what_storing_is() -> None:
    with scripted(otherwise=without("store", "Unrecognized request argument: store")) as server:
        asked = fill(server, name=OPENAI)
    assert (asked.form, server.calls) == (GOOD, 2)
    assert asked.notes == ["the server does not take store; going on without"]


def test_several_quirks_are_learned_one_after_the_other() -> None:
    def picky(request: Request) -> Entry:
        if "temperature" in request.body:
            return status(400, "temperature is fixed")
        if "max_tokens" in request.body:
            return status(400, "use max_completion_tokens")
        return answer(GOOD)

    with scripted(otherwise=picky) as server:
        asked = fill(server)
    assert (asked.form, server.calls, asked.usage.calls) == (GOOD, 3, 3)


def test_a_value_that_is_too_large_is_no_quirk() -> None:
    with scripted(status(400, "max_completion_tokens is too large: 100")) as server:
        asked = fill(server, name=OPENAI)
    assert "too large" in asked.message


def asked_by(request: Request) -> str:
    """How a form was asked for."""
    held = request.body.get("response_format")
    return "words" if held is None else str(held["type"])


@pytest.mark.parametrize(
    ("takes", "asked"),
    [
        ("json_object", ["json_schema", "json_object"]),
        ("words", ["json_schema", "json_object", "words"]),
    ],
)
def test_a_server_without_json_schema(takes: str, asked: list[str]) -> None:
    def older(request: Request) -> Entry:
        if asked_by(request) != takes:
            return status(400, "response_format.type: unknown value 'json_schema'")
        return answer(
            f"```json\n{Form.model_validate(GOOD).model_dump_json()}\n```"
            if takes == "words"
            else GOOD
        )

    with scripted(otherwise=older) as server:
        done = fill(server)
    assert done.form == GOOD
    assert [asked_by(request) for request in server.requests] == asked
    assert '"numbers"' in str(server.requests[-1].body["messages"]), "the words hold the schema"
    assert len(done.notes) == len(asked) - 1
    assert all("JSON schema" in note for note in done.notes)


def test_a_server_that_takes_no_form_in_any_way_ends_in_its_own_words() -> None:
    with scripted(otherwise=always(status(400, "no schema and no words"))) as server:
        asked = fill(server)
    assert server.calls == 3
    assert asked.message.endswith("refused the request: no schema and no words")


def test_several_tasks_fall_back_together_and_no_further_than_they_must() -> None:
    def older(request: Request) -> Entry:
        if asked_by(request) == "json_schema":
            return status(400, "unknown response_format json_schema")
        return answer(GOOD)

    async def run(address: str) -> list[Form]:
        settings = load_settings(model="any", base_url=address)
        async with open_model(settings) as model:
            return await asyncio.gather(*(model.fill(MESSAGES, Form) for _ in range(6)))

    with scripted(otherwise=older) as server:
        filled = asyncio.run(run(server.base_url))
        asked = Counter(asked_by(request) for request in server.requests)
    assert [one.word for one in filled] == [GOOD["word"]] * 6
    assert asked["json_object"] == 6
    assert asked["words"] == 0
