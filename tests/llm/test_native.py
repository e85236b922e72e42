"""Anthropic's and Google's own protocols: the same faults, told and counted in the same way."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import pytest

from summarizer.errors import AnswerError, ConfigurationError, ProviderError, UnknownModelError
from summarizer.llm.providers import PROVIDERS, ModelName
from tests.llm.asking import GOOD, choice, choose, fill
from tests.scripted.entries import (
    always,
    answer,
    body,
    cut,
    empty,
    filtered,
    hang,
    page,
    refusal,
    reset,
    status,
)
from tests.scripted.server import Entry, Request, scripted


def _is_missing(package: str) -> bool:
    """Looked for, not imported: that takes seconds, which each worker would pay anew."""
    try:
        return find_spec(package) is None
    except ModuleNotFoundError:  # nor is the package around it there
        return True


pytestmark = [
    pytest.mark.skipif(_is_missing(package), reason=f"the extra '{extra}' is not installed")
    for package, extra in {"anthropic": "anthropic", "google.genai": "google"}.items()
]

CLAUDE = ModelName(PROVIDERS["anthropic"], "claude-x")
GEMINI = ModelName(PROVIDERS["google"], "gemini-x")
KEY = "sk-planted-0123456789"
BOTH = pytest.mark.parametrize("name", [CLAUDE, GEMINI], ids=["anthropic", "google"])


@BOTH
def test_a_form_is_filled_in_and_counted(name: ModelName) -> None:
    with scripted(answer(GOOD)) as server:
        asked = fill(server, name=name)
    assert asked.form == GOOD
    assert asked.usage.model_dump() == {"input": 100, "output": 10, "calls": 1}


def test_what_goes_to_anthropic() -> None:
    with scripted(answer(GOOD)) as server:
        fill(server, name=CLAUDE, key=KEY, max_tokens=321)
    [request] = server.requests
    assert request.path == "/v1/messages"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert (request.body["model"], request.body["max_tokens"]) == ("claude-x", 321)
    assert request.body["temperature"] == 0
    assert request.body["tool_choice"]["type"] == "tool"
    assert "Fill it in." in str(request.body["system"])
    assert request.body["messages"] == [{"role": "user", "content": "Go."}]


def test_what_goes_to_google() -> None:
    with scripted(answer(GOOD)) as server:
        fill(server, name=GEMINI, key=KEY, max_tokens=321)
    [request] = server.requests
    assert request.path == "/v1/models/gemini-x:generateContent"
    assert request.headers["x-goog-api-key"] == KEY
    config = request.body["generationConfig"]
    assert (config["maxOutputTokens"], config["temperature"]) == (321, 0)
    assert config["responseMimeType"] == "application/json"
    assert "Fill it in." in str(request.body["systemInstruction"])


@BOTH
@pytest.mark.parametrize(
    ("script", "calls"),
    [
        ([status(429, retry_after=0), answer(GOOD)], 2),
        ([status(500), status(529), answer(GOOD)], 3),
        ([reset(), answer(GOOD)], 2),
        ([answer({"word": "x"}), answer(GOOD)], 2),
        ([answer("prose"), answer(GOOD)], 2),
        ([empty(), answer(GOOD)], 2),
        ([cut('{"word": "sa'), answer(GOOD)], 2),
    ],
    ids=["429", "5xx", "reset", "misfit", "prose", "empty", "cut"],
)
def test_a_fault_that_passes(name: ModelName, script: list[Entry], calls: int) -> None:
    with scripted(*script) as server:
        asked = fill(server, name=name)
    assert asked.form == GOOD
    assert server.calls == asked.usage.calls == calls


@BOTH
@pytest.mark.parametrize(
    ("entry", "error", "says"),
    [
        (status(400, "bad"), ConfigurationError, "refused the request: bad"),
        (status(401, f"no {KEY}"), ProviderError, "refused the key: no …"),
        (status(403, "no"), ProviderError, "refused the key: no"),
        (status(404, "none"), UnknownModelError, "none"),
        (refusal("I will not"), AnswerError, ""),
        (filtered(), AnswerError, "filter"),
        (body({"x": 1}), ProviderError, "does not speak the"),
    ],
    ids=["400", "401", "403", "404", "refusal", "filter", "foreign"],
)
def test_a_fault_that_will_not_pass_is_asked_once(
    name: ModelName, entry: Entry, error: type[Exception], says: str
) -> None:
    with scripted(entry) as server:
        asked = fill(server, name=name, key=KEY)
    assert server.calls == 1
    assert type(asked.error) is error
    assert says in asked.message
    assert KEY not in asked.message


@BOTH
@pytest.mark.parametrize("entry", [hang(), page()], ids=["hang", "page"])
def test_a_server_that_never_answers_well_is_left(name: ModelName, entry: Entry) -> None:
    with scripted(otherwise=always(entry)) as server:
        asked = fill(server, name=name, timeout=0.3, retries=1)
    assert server.calls <= 2
    assert isinstance(asked.error, ProviderError)


@BOTH
def test_retry_after_is_obeyed(name: ModelName) -> None:
    with scripted(status(429, retry_after=7), answer(GOOD)) as server:
        assert fill(server, name=name).pauses == [7.0]


@BOTH
def test_a_question_is_asked_by_words(name: ModelName) -> None:
    with scripted(answer({"answer": "bread"})) as server:
        asked = choose(server, name=name)
    assert (choice(asked).label, choice(asked).margin) == ("B", None)


def test_a_model_that_rejects_temperature_is_asked_without() -> None:
    def picky(request: Request) -> Entry:
        refused = status(400, "temperature is deprecated for this model")
        return refused if "temperature" in request.body else answer(GOOD)

    with scripted(otherwise=picky) as server:
        asked = fill(server, name=CLAUDE)
    assert (asked.form, server.calls, asked.sampling) == (GOOD, 2, {})


@BOTH
def test_the_users_account_is_nobody_elses(
    name: ModelName, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: dict[str, Any] = {
        "ANTHROPIC_CUSTOM_HEADERS": "X-Planted: planted",
        "ANTHROPIC_API_KEY": KEY,
        "ANTHROPIC_AUTH_TOKEN": KEY,
        "GOOGLE_API_KEY": KEY,
        "GEMINI_API_KEY": KEY,
        "GOOGLE_GENAI_USE_VERTEXAI": "true",
        "GOOGLE_CLOUD_PROJECT": "planted",
    }
    for variable, value in held.items():
        monkeypatch.setenv(variable, value)
    with scripted(answer(GOOD)) as server:
        assert fill(server, name=name).form == GOOD
    assert "planted" not in str(server.requests[0].headers).lower()
    assert "authorization" not in server.requests[0].headers
